"""The follow-up tells of a recommended wording what a comparison of words shows, and no more."""

import pytest

from consultations.rules.outcome import Outcome, outcome_of
from rights.templatetags.rights import outcome_words

OTHER = "the words of the text are not the recommended ones"


@pytest.mark.parametrize(
    ("before", "wanted", "now", "told"),
    [
        (
            "The warden opens letters of residents.",
            "Letters of residents are not read.",
            "The warden opens and reads the letters.",
            OTHER,
        ),
        (
            "A resident works.",
            "A resident does not work without pay.",
            "No resident works without pay.",
            OTHER,
        ),
        (
            "A resident works.",
            "A resident is paid.",
            "A resident is paid.",
            "the recommended words stand in the text",
        ),
        ("A resident works.", "A resident is paid.", "A resident is paid. Others are not.", OTHER),
        ("A resident works.", "A resident is paid.", "", OTHER),
    ],
)
def test_whether_a_text_means_the_same_is_not_computed(before, wanted, now, told):
    assert str(outcome_words(outcome_of(before, wanted, now))) == told


def test_only_two_things_are_told():
    assert len({str(outcome_words(one)) for one in Outcome}) == 2
