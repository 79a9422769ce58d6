import pytest
from hypothesis import given, settings, strategies as st

from consultations.rules.passages import Field, Passage, ProvisionWords, occurrences, passage_of
from consultations.rules.placement import Method, Status, place, place_struck_out
from tests.examples import examples

SENTENCE = "The removal decision may be appealed against to a court."
OTHER = "The appeal does not suspend the enforcement of the decision."


def body(**texts):
    return {key: ProvisionWords(body=text) for key, text in texts.items()}


def quote_in(words, key, quote):
    start = words[key].body.index(quote)
    return passage_of(key, Field.BODY, words[key].body, start, start + len(quote))


def quoted(found, words):
    first = found.places[0]
    return words[first.provision].of(first.field)[first.start : first.end]


CASES = [
    # name, before, quote, after, status, the words it points at now
    ("same", f"{SENTENCE} {OTHER}", OTHER, f"{SENTENCE} {OTHER}", Status.INTACT, OTHER),
    (
        "words inserted before",
        f"{SENTENCE} {OTHER}",
        OTHER,
        f"New words. {SENTENCE} {OTHER}",
        Status.INTACT,
        OTHER,
    ),
    (
        "words inserted after",
        f"{SENTENCE} {OTHER}",
        SENTENCE,
        f"{SENTENCE} At once. {OTHER}",
        Status.INTACT,
        SENTENCE,
    ),
    (
        "one word changed",
        f"{SENTENCE} {OTHER}",
        OTHER,
        f"{SENTENCE} The appeal suspends the enforcement of the decision.",
        Status.EDITED,
        "The appeal suspends the enforcement of the decision.",
    ),
    (
        "words inserted inside",
        SENTENCE,
        "appealed against to a court",
        "The removal decision may be appealed against within 10 days to a court.",
        Status.EDITED,
        "appealed against within 10 days to a court",
    ),
    ("sentence deleted", f"{SENTENCE} {OTHER}", OTHER, SENTENCE, Status.DELETED, None),
    ("all rewritten", f"{SENTENCE} {OTHER}", OTHER, f"{SENTENCE} Fees are paid later.", Status.DELETED, None),
]


@pytest.mark.parametrize(
    ("name", "before", "quote", "after", "status", "words"), CASES, ids=[c[0] for c in CASES]
)
def test_a_passage_of_a_provision_in_its_next_wording(name, before, quote, after, status, words):
    old, new = body(a=before), body(a=after)
    found = place(quote_in(old, "a", quote), old, new)
    assert found.status is status
    if words is None:
        assert found.places == ()
    else:
        assert quoted(found, new) == words


def test_a_moved_sentence_is_found_by_its_words():
    old = body(a=f"{SENTENCE} {OTHER}", b="Fees are paid.")
    new = body(a=SENTENCE, b=f"Fees are paid. {OTHER}")
    found = place(quote_in(old, "a", OTHER), old, new)
    assert (found.status, found.method) in {
        (Status.MOVED, Method.CONTEXT),
        (Status.NEEDS_REVIEW, Method.CONTEXT),
    }
    assert quoted(found, new) == OTHER


def test_a_provision_whose_text_moved_whole_is_moved():
    old, new = body(a=OTHER, b="Fees are paid."), body(b="Fees are paid.", c=OTHER)
    found = place(Passage("a", Field.BODY, 0, 0, ""), old, new)
    assert (found.status, found.places[0].provision) == (Status.MOVED, "c")


def test_words_that_stood_elsewhere_all_along_are_no_new_place():
    old = body(a=f"{SENTENCE} {OTHER}", b=OTHER)
    assert place(quote_in(old, "a", OTHER), old, body(a=SENTENCE, b=OTHER)).status is Status.DELETED


def test_two_equal_new_places_are_shown_to_a_person():
    old = body(a=OTHER)
    found = place(quote_in(old, "a", OTHER), old, body(b=OTHER, c=OTHER))
    assert found.status is Status.NEEDS_REVIEW
    assert {p.provision for p in found.places} == {"b", "c"}


def test_a_word_without_surroundings_is_not_followed():
    old = body(a="Definitions")
    assert place(quote_in(old, "a", "Definitions"), old, body(b="Definitions")).status is Status.NEEDS_REVIEW


def test_the_sentences_of_a_passage_in_two_provisions_are_a_split():
    old = body(a=f"{SENTENCE} {OTHER}")
    new = body(b=SENTENCE, c=OTHER)
    found = place(quote_in(old, "a", f"{SENTENCE} {OTHER}"), old, new)
    assert found.status is Status.SPLIT
    assert [p.provision for p in found.places] == ["b", "c"]


def test_the_second_of_two_equal_sentences_is_not_taken_for_the_first():
    before = f"{OTHER} Then. {OTHER}"
    old = body(a=before)
    second = passage_of("a", Field.BODY, before, len(OTHER) + 7, len(before))
    new = body(a=f"{OTHER} Then. Nothing more.")
    assert second.quote == OTHER
    assert place(second, old, new).status in (Status.DELETED, Status.NEEDS_REVIEW)


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        (ProvisionWords("Scope", "A."), ProvisionWords("Scope", "A."), Status.INTACT),
        (ProvisionWords("Scope", "A."), ProvisionWords("Range", "A."), Status.EDITED),
        (ProvisionWords("", "A."), ProvisionWords("", ""), Status.DELETED),
        (ProvisionWords("", "A."), None, Status.DELETED),
    ],
)
def test_a_comment_on_a_whole_provision(old, new, status):
    after = {} if new is None else {"a": new}
    assert place(Passage("a", Field.BODY, 0, 0, ""), {"a": old}, after).status is status


STRUCK = "is infected with HIV or has a disease;"


@pytest.mark.parametrize(
    ("quote", "then", "now", "method", "words"),
    [
        (
            "is infected with HIV or",
            "has a disease;",
            "has a disease;",
            Method.STRUCK_OUT,
            "is infected with HIV or",
        ),
        (
            "infected with HIV or has",
            "is ill, has a disease;",
            "has it;",
            Method.STRUCK_OUT,
            "infected with HIV or has",
        ),
        (
            "is infected with HIV or",
            "has a disease;",
            f"a person who {STRUCK}",
            Method.DIFFERENCE,
            "is infected with HIV or",
        ),
        (
            "has a disease",
            "has an illness;",
            "has a serious disease;",
            Method.DIFFERENCE,
            "has a serious disease",
        ),
    ],
)
def test_struck_out_words_stay_in_the_base_while_they_are_struck_out(quote, then, now, method, words):
    base, now = body(a=STRUCK), body(a=now)
    found = place_struck_out(quote_in(base, "a", quote), base, body(a=then), now)
    assert found.method is method
    assert quoted(found, base if method is Method.STRUCK_OUT else now) == words


def test_a_struck_out_provision_stays_in_the_base_until_it_comes_back():
    base, whole = body(a="A.", b="B."), Passage("b", Field.BODY, 0, 0, "")
    assert place_struck_out(whole, base, body(a="A."), body(a="A.")).method is Method.STRUCK_OUT
    assert place_struck_out(whole, base, body(a="A."), base).status is Status.INTACT
    assert place_struck_out(whole, base, body(a="A."), base).method is Method.WHOLE_PROVISION


APPEAL = "A removal decision may be appealed against within 3 days of its notification."
LONGER = APPEAL.replace("3 days", "7 working days")
REWORDED = (
    "The decision can be contested before a court within 3 days after the person has received it in writing."
)


@pytest.mark.parametrize("quote", ["within 3 days", "3"])
def test_struck_out_words_that_were_restored_among_other_words_are_intact(quote):
    base, now = body(a=APPEAL), body(a=REWORDED)
    found = place_struck_out(quote_in(base, "a", quote), base, body(a=LONGER), now)
    assert (found.status, quoted(found, now)) == (Status.INTACT, quote)


@pytest.mark.parametrize(
    ("now", "status"),
    [
        (REWORDED.replace("within 3", "within 13"), Status.INTACT),  # another number
        (REWORDED.replace("3 days after", "30 hours; Article 3 applies after"), Status.INTACT),
        (f"{REWORDED} It is served within 3 days at the latest.", Status.NEEDS_REVIEW),
    ],
)
def test_words_that_only_look_like_the_struck_out_ones_are_not_taken_for_them(now, status):
    base = body(a=APPEAL)
    found = place_struck_out(quote_in(base, "a", "3"), base, body(a=LONGER), body(a=now))
    assert found.status is status
    assert (found.method is Method.STRUCK_OUT) == (status is Status.INTACT)


def test_occurrences_may_overlap():
    assert occurrences("aaa", "aa") == [0, 1]
    assert occurrences("abc", "") == []


def test_a_range_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="does not lie"):
        passage_of("a", Field.BODY, "abc", 2, 9)


word = st.sampled_from(
    ["the", "Permit", "is", "refused", "ə", "where", "30", "days", "court", "and", "a", "law."]
)
text = st.lists(word, min_size=1, max_size=25).map(" ".join)


@st.composite
def commented(draw):
    before = draw(text)
    start = draw(st.integers(0, len(before) - 1))
    return before, start, draw(st.integers(start + 1, len(before)))


@settings(max_examples=examples(200), deadline=None)
@given(commented(), text, st.one_of(st.none(), text))
def test_a_place_always_lies_in_its_text_and_verbatim_means_verbatim(given_passage, after, elsewhere):
    before, start, end = given_passage
    old = body(a=before)
    new = body(a=after) | ({} if elsewhere is None else body(b=elsewhere))
    passage = passage_of("a", Field.BODY, before, start, end)
    found = place(passage, old, new)
    for here in found.places:
        assert 0 <= here.start <= here.end <= len(new[here.provision].of(here.field))
    if found.status in (Status.INTACT, Status.MOVED):
        assert quoted(found, new) == passage.quote
    assert bool(found.places) is (found.status is not Status.DELETED)


@given(commented())
def test_an_unchanged_text_keeps_every_passage_where_it_is(given_passage):
    before, start, end = given_passage
    old = body(a=before)
    found = place(passage_of("a", Field.BODY, before, start, end), old, body(a=before, b=before))
    assert found.status is Status.INTACT
    assert (found.places[0].start, found.places[0].end) == (start, end)


@settings(max_examples=examples(200), deadline=None)
@given(commented(), text)
def test_words_put_before_a_provision_never_move_its_passages_wrongly(given_passage, inserted):
    before, start, end = given_passage
    old, new = body(a=before), body(a=f"Inserted, {inserted}, {before}")
    found = place(passage_of("a", Field.BODY, before, start, end), old, new)
    if found.status is Status.INTACT:
        assert quoted(found, new) == before[start:end]
