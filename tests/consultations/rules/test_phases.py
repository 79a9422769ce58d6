from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from consultations.rules.phases import TABLE, Feature, Part, Phase, Times, allows, phase_of

BAKU = ZoneInfo("Asia/Baku")
OPENS = datetime(2025, 2, 3, 9, tzinfo=BAKU)
CLOSES = datetime(2025, 3, 5, 23, 59, 59, tzinfo=BAKU)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "phase"),
    [
        (OPENS - SECOND, Phase.PLANNED),
        (OPENS, Phase.OPEN),
        (CLOSES, Phase.OPEN),
        (CLOSES + timedelta(microseconds=999_999), Phase.OPEN),  # the whole closing second counts
        (CLOSES + SECOND, Phase.CLOSED),
        (datetime(2025, 3, 5, 19, 59, 59, tzinfo=ZoneInfo("UTC")), Phase.OPEN),
        (datetime(2025, 3, 5, 20, 0, 0, tzinfo=ZoneInfo("UTC")), Phase.CLOSED),
    ],
)
def test_the_phase_follows_from_the_times(at, phase):
    assert phase_of(Times(OPENS, CLOSES), at) is phase


def test_an_early_closing_counts_from_its_moment():
    times = Times(OPENS, CLOSES, closed_at=OPENS + timedelta(days=3))
    assert phase_of(times, OPENS + timedelta(days=3) - SECOND) is Phase.OPEN
    assert phase_of(times, OPENS + timedelta(days=3)) is Phase.CLOSED


def test_a_cancelled_round_is_cancelled_whatever_its_times():
    times = Times(OPENS, CLOSES, cancelled_at=OPENS - SECOND)
    assert phase_of(times, OPENS) is Phase.CANCELLED
    assert phase_of(times, OPENS - 2 * SECOND) is Phase.PLANNED


def test_a_body_accepted_late_has_its_own_phase_until_that_time():
    until = CLOSES + timedelta(days=2)
    assert phase_of(Times(OPENS, CLOSES), until, accepted_until=until) is Phase.LATE
    assert phase_of(Times(OPENS, CLOSES), until + SECOND, accepted_until=until) is Phase.CLOSED
    assert phase_of(Times(OPENS, CLOSES), CLOSES, accepted_until=until) is Phase.OPEN


WRITING = [Feature.WRITE, Feature.SIGN_OFF, Feature.SUBMIT, Feature.NIL_RETURN]
MAY = {
    Part.PERSON: {Feature.WRITE, Feature.SUBMIT},
    Part.AUTHOR: {Feature.WRITE},
    Part.FOCAL_POINT: set(WRITING),
    Part.DRAFTER: set(),
    Part.HOLDER: set(),
}


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("feature", WRITING)
def test_taking_part_is_possible_only_while_open(phase, part, feature):
    expected = phase in (Phase.OPEN, Phase.LATE) and feature in MAY[part]
    assert allows(phase, feature, [part]) is expected


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("feature", [Feature.INVITE, Feature.EXTEND, Feature.CANCEL, Feature.ACCEPT_LATE])
def test_only_the_secretary_runs_a_round(phase, feature):
    assert not allows(phase, feature, set(Part) - {Part.HOLDER})


def test_every_phase_has_its_row_and_every_feature_is_used():
    assert set(TABLE) == set(Phase)
    assert {feature for row in TABLE.values() for feature in row} == set(Feature)


def test_an_answer_is_not_proposed_before_the_round_opens():
    assert not allows(Phase.PLANNED, Feature.PROPOSE_ANSWER, [Part.HOLDER])
    assert allows(Phase.CLOSED, Feature.PROPOSE_ANSWER, [Part.DRAFTER])
    assert not allows(Phase.CLOSED, Feature.DECIDE_ANSWER, [Part.DRAFTER])
