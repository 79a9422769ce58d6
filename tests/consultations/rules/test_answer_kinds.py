import pytest

from consultations.rules.answer_kinds import (
    NEEDS,
    NEEDS_REASON,
    NEEDS_TARGET,
    Answer,
    Kind,
    Said,
    Stance,
    kind_of,
    missing,
)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (Said(Stance.SUPPORTS), Kind.SUPPORT),
        (Said(Stance.NO_OBJECTION), Kind.SUPPORT),
        (Said(Stance.OPPOSES, "Because."), Kind.CONCERN),
        (Said(Stance.OPPOSES, "Because.", "new words"), Kind.WORDING),
        (Said(Stance.SUPPORTS, proposed_text="  "), Kind.SUPPORT),
        (Said(Stance.NEUTRAL, on_whole_document=True), Kind.GENERAL),
    ],
)
def test_the_kind_follows_from_what_was_written(said, kind):
    assert kind_of(said) is kind


@pytest.mark.parametrize(
    ("kind", "said", "absent"),
    [
        (Kind.SUPPORT, Said(Stance.SUPPORTS), []),
        (Kind.CONCERN, Said(Stance.OPPOSES), ["rationale"]),
        (Kind.CONCERN, Said(Stance.OPPOSES, " \n"), ["rationale"]),
        (Kind.WORDING, Said(Stance.OPPOSES), ["rationale", "proposed_text"]),
        (Kind.WORDING, Said(Stance.OPPOSES, "Because.", "new"), []),
        (Kind.TRANSLATION, Said(Stance.NEUTRAL), ["proposed_text"]),
    ],
)
def test_names_what_a_comment_still_lacks(kind, said, absent):
    assert missing(kind, said) == absent


def test_every_kind_says_what_it_needs():
    assert set(NEEDS) == set(Kind)


@pytest.mark.parametrize("answer", list(Answer))
def test_the_demands_of_the_answers_are_those_of_the_taxonomy(answer, taxonomies):
    row = next(row for row in taxonomies["dispositions"] if row["slug"] == answer)
    assert (answer in NEEDS_REASON) is row["needs_reason"]
    assert (answer in NEEDS_TARGET) is row["needs_target"]
