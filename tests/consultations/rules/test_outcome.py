import pytest
from hypothesis import given, strategies as st

from consultations.rules.outcome import Outcome, outcome_of

TEXT = "is considered undesirable by the competent authority;"
WANTED = "is considered by a reasoned decision a threat to public order or national security"


@pytest.mark.parametrize(
    ("commented", "proposed", "now", "outcome"),
    [
        (TEXT, WANTED, WANTED + ";", Outcome.VERBATIM),
        (TEXT, WANTED, TEXT, Outcome.NOT_REFLECTED),
        (TEXT, WANTED, "is considered by a decision of a court a threat to public order;", Outcome.MODIFIED),
        (TEXT, WANTED, "has no valid visa;", Outcome.NOT_REFLECTED),
        ("may keep the document.", "", "", Outcome.VERBATIM),  # asked to be deleted, and deleted
        ("may keep the document.", "", "may keep the document.", Outcome.NOT_REFLECTED),
        ("The text is good.", "The text is good.", "The text is good.", Outcome.VERBATIM),
    ],
)
def test_the_outcome_is_computed_from_the_three_texts(commented, proposed, now, outcome):
    assert outcome_of(commented, proposed, now) is outcome


@pytest.mark.parametrize(
    ("commented", "proposed", "now", "outcome"),
    [
        ("leaves within 30 days.", "3 months", "leaves within 3 months.", Outcome.VERBATIM),
        ("leaves within 30 days.", "3 months", "leaves within 60 days.", Outcome.NOT_REFLECTED),
        ("has resided for 10 years", "5", "has resided for 5 years", Outcome.VERBATIM),
        ("has resided for 10 years", "5", "has resided for 15 years", Outcome.NOT_REFLECTED),
    ],
)
def test_a_few_words_may_stand_anywhere_in_the_text_now(commented, proposed, now, outcome):
    assert outcome_of(commented, proposed, now, is_words=True) is outcome


def test_a_whole_wording_that_stands_inside_another_text_is_not_adopted_word_for_word():
    now = "A person leaves. A person leaves within 30 days unless a court decides otherwise."
    assert outcome_of("A person leaves.", "A person leaves within 30 days", now) is Outcome.MODIFIED


@pytest.mark.parametrize("now", ["They:\n(a) stay;\n(b) leave.", "They:\na. stay;\nb. leave;"])
def test_how_a_point_is_numbered_and_how_it_ends_does_not_count(now):
    assert outcome_of("They stay.", "They:\na) stay;\nb) leave.", now) is Outcome.VERBATIM


def test_another_order_of_points_counts():
    assert outcome_of("They stay.", "They:\na) stay;\nb) go.", "They:\na) go;\nb) stay.") is Outcome.MODIFIED


words = st.lists(
    st.sampled_from(["the", "person", "leaves", "stays", "court", "30", "days", ";"]), max_size=8
).map(" ".join)


@given(words, words)
def test_what_was_proposed_word_for_word_is_always_verbatim(commented, proposed):
    assert outcome_of(commented, proposed, proposed) is Outcome.VERBATIM


@given(words, words, words)
def test_an_unchanged_text_reflects_nothing_that_differs(commented, proposed, now):
    if outcome_of(commented, proposed, now) is Outcome.MODIFIED:
        assert commented.rstrip(" ;") != now.rstrip(" ;")
