"""Plain texts: lines stand for provisions."""

import random

import pytest
from hypothesis import given, settings, strategies as st

from amendments.redline.plain import PlainRedline, compare_plain
from amendments.redline.printed import PrintedProvision, compare_lines
from amendments.redline.provision_redline import Change, Mark
from tests.amendments.redline.notation import TEXTS, accepted, marked, rejected

ACT = [
    "Article 1. Purpose\n",
    "This Act protects the rights of persons who file complaints with the Commissioner.\n",
    "\n",
    "Article 2. Complaints\n",
    "A complaint is filed within one year from the day on which the violation became known.\n",
    "Article 3. Visits\n",
    "The Commissioner may enter any place of detention and any military unit without notice.\n",
    "Article 4. Liability\n",
    "Officials who hinder the Commissioner are liable under the Code of Administrative Offences.\n",
]
LINES = st.lists(st.sampled_from(ACT) | TEXTS.map(lambda text: f"{text}\n"), max_size=12).map("".join) | TEXTS


def check_round_trip(redline: PlainRedline, before: str, after: str) -> None:
    spans = [passage.span for passage in redline.passages]
    assert rejected(spans) == before
    assert accepted(spans) == after
    for move, inner in redline.moves.items():
        places = [passage.span for passage in redline.passages if passage.move == move]
        assert sorted(span.mark for span in places) == [Mark.INSERTED, Mark.DELETED]
        assert rejected(inner) == next(span.text for span in places if span.mark is Mark.DELETED)
        assert accepted(inner) == next(span.text for span in places if span.mark is Mark.INSERTED)


@given(LINES, LINES)
def test_both_texts_come_back_and_moves_have_two_places(before: str, after: str) -> None:
    check_round_trip(compare_plain(before, after), before, after)


@given(LINES, LINES)
def test_printed_provisions_give_both_texts(before: str, after: str) -> None:
    check_provisions(compare_lines(before, after), before, after)


def check_provisions(provisions: list[PrintedProvision], before: str, after: str) -> None:
    spans = [span for provision in provisions for span in provision.spans]
    assert rejected(spans) == before
    assert accepted(spans) == after


@pytest.mark.fuzz
@settings(max_examples=10_000, deadline=None)
@given(LINES, LINES)
def test_ten_thousand_pairs_come_back(before: str, after: str) -> None:
    check_round_trip(compare_plain(before, after), before, after)
    check_provisions(compare_lines(before, after), before, after)


def test_a_moved_article_is_one_move_counted_once() -> None:
    after = [*ACT[:3], *ACT[5:], *ACT[3:5]]
    after[-1] = after[-1].replace("one year", "two years")
    redline = compare_plain("".join(ACT), "".join(after))
    (inner,) = map(marked, redline.moves.values())
    assert inner.startswith(
        "Article 2. Complaints\nA complaint is filed within {-one year-}{+two years+} from the day"
    )
    assert {passage.move for passage in redline.passages if passage.span.mark is not Mark.KEPT} == {1}


def test_renumbered_articles_keep_their_words() -> None:
    after = "".join(ACT).replace("Article 4", "Article 5").replace("Article 3", "Article 4")
    spans = [passage.span for passage in compare_plain("".join(ACT), after).passages]
    assert [span.text for span in spans if span.mark is not Mark.KEPT] == ["3", "4", "4", "5"]
    changes = [provision.change for provision in compare_lines("".join(ACT), after)]
    assert changes.count(Change.RENUMBERED) == 2
    assert changes.count(Change.UNCHANGED) == len(changes) - 2


def test_identical_lines_that_repeat_are_not_tied_across_articles() -> None:
    before = "Article 1. Fees\n(repealed)\nArticle 2. Terms\n(repealed)\nArticle 3. Costs\n(repealed)\n"
    after = "Article 1. Fees\n(repealed)\nArticle 3. Costs\n(repealed)\n"
    assert marked(p.span for p in compare_plain(before, after).passages) == (
        "Article 1. Fees\n(repealed)\n{-Article 2. Terms\n(repealed)\n-}Article 3. Costs\n(repealed)\n"
    )


def test_a_shuffled_act_is_made_of_moves_only() -> None:
    source = random.Random(3)  # noqa: S311 - an order, no secret
    lines = [
        f"{k}. {' '.join(source.choices(['law', 'court', 'right', 'duty', 'act'], k=30))}\n"
        for k in range(60)
    ]
    shuffled = source.sample(lines, len(lines))
    redline = compare_plain("".join(lines), "".join(shuffled))
    assert all(passage.move for passage in redline.passages if passage.span.mark is not Mark.KEPT)
    check_round_trip(redline, "".join(lines), "".join(shuffled))


def test_wholly_different_texts_share_nothing() -> None:
    before = "".join(f"{k}. old{k} word{k} here{k} stands{k}\n" for k in range(50))
    after = "".join(f"{k}. new{k} term{k} there{k} lies{k}\n" for k in range(50, 100))
    assert not any(
        p.span.mark is Mark.KEPT and p.span.text.strip(". \n") for p in compare_plain(before, after).passages
    )
