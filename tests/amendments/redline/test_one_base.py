import pytest
from hypothesis import given, strategies as st

from amendments.redline.one_base import Clash, Piece, Proposal, joined, meetings, merged
from amendments.redline.provision_redline import Mark

BASE = "is considered undesirable by the authority;"


def only(base, a, b):
    return meetings(base, [Proposal("A", a), Proposal("B", b)])[0].clash


def test_two_wordings_stand_on_one_base():
    pieces = merged(
        BASE,
        [Proposal("A", "is considered a threat;"), Proposal("B", "is considered a risk by the authority;")],
    )
    assert pieces[0] == Piece(Mark.KEPT, "is considered ")
    assert any(p.mark is Mark.DELETED and p.labels == ("A", "B") and "undesirable" in p.text for p in pieces)
    assert {p.labels for p in pieces if p.mark is Mark.INSERTED} == {("A",), ("B",)}


def test_the_same_change_is_shown_once_with_both_letters():
    pieces = merged("The fee is 10.", [Proposal("A", "The fee is 15."), Proposal("B", "The fee is 15.")])
    assert [p for p in pieces if p.mark is Mark.INSERTED] == [Piece(Mark.INSERTED, "15", ("A", "B"))]


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The fee is 15 coins a day.", "The fee is 15 coins a day.", Clash.SAME),
        ("The fee is 15 coins a day.", "The fee is 20 coins a day.", Clash.SAME_WORDS),
        ("The fee is 15 coins a day.", "The charge is 10 coins a day.", Clash.NONE),
        ("The fee is 10 small coins a day.", "The fee is 10 gold coins a day.", Clash.SAME_PLACE),
        ("The fee is 10 coins a day.", "The fee is 15 coins a day.", Clash.NONE),
        ("", "The fee is 15 coins a day.", Clash.SAME_WORDS),
    ],
)
def test_how_two_proposals_meet(a, b, clash):
    assert only("The fee is 10 coins a day.", a, b) is clash


texts = st.lists(st.sampled_from(["the", "fee", "is", "10", "coins", "."]), max_size=8).map(" ".join)


@given(texts, texts, texts)
def test_the_redline_keeps_the_base_and_every_proposal(base, a, b):
    pieces = merged(base, [Proposal("A", a), Proposal("B", b)])
    assert "".join(p.text for p in pieces if p.mark is not Mark.INSERTED) == base
    for label, wanted in (("A", a), ("B", b)):
        kept = [
            p.text
            for p in pieces
            if (label in p.labels) is (p.mark is Mark.INSERTED) or (p.mark is Mark.KEPT and not p.labels)
        ]
        assert "".join(kept) == wanted


@given(texts, texts, texts)
def test_meeting_does_not_depend_on_the_order(base, a, b):
    assert only(base, a, b) is only(base, b, a)


WORDS = st.lists(
    st.sampled_from(["a", "worker", "may", "not", "be", "removed", "by", "the", "court"]), max_size=9
)


@given(WORDS, WORDS)
def test_joined_with_an_untouched_wording_is_the_changed_one(base, changed):
    before, after = " ".join(base), " ".join(changed)
    assert joined(before, before, after) == after == joined(before, after, before)
    assert joined(before, after, after) == after


@given(WORDS, WORDS, WORDS)
def test_what_is_joined_does_not_depend_on_who_was_first(base, one, other):
    before, first, second = " ".join(base), " ".join(one), " ".join(other)
    assert joined(before, first, second) == joined(before, second, first)


def test_changes_of_different_words_are_joined_and_of_the_same_words_not():
    base = "A worker may change employer without a new permit."
    first = "A worker may change employer at any time and without a new permit."
    second = "A worker may change employer without a new permit and is not removed."
    both = "A worker may change employer at any time and without a new permit and is not removed."
    assert joined(base, first, second) == both
    assert joined(base, first, "A worker may change employer at once and without a new permit.") is None
