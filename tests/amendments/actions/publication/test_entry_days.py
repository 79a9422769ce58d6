"""The days of entry into force are recorded once, and corrected as long as they have not come."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from wagtail.models import PageLogEntry

from amendments.actions.publication.correct_entry_days import CorrectEntryDays
from amendments.actions.publication.record_entry_days import RecordEntryDays
from amendments.audit.actor import Actor
from amendments.errors import DayTooEarly, NotAllowed, ReasonNeeded
from amendments.errors.of_days import DaysRecorded, DayStands, NoDayChanged
from amendments.models import Amendment, Instrument
from amendments.queries.law.in_force_now import in_force_from, is_coming
from amendments.queries.way.steps import Way
from amendments.states import NO_DETAILS, State, StepDetails
from tests.factories import law

TODAY = localdate()
SOON, LATER = TODAY + timedelta(days=20), TODAY + timedelta(days=385)


@pytest.fixture
def text(world):
    return adopted(world, LATER)


def adopted(world, day):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    found = law.adopt(law.seal(world.amendment, world.drafter), world.drafter, in_force=day)
    stand(world, State.PUBLISHED)
    return found


def stand(world, state):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    world.amendment.refresh_from_db()


def record(world, details):
    RecordEntryDays(world.amendment, details, actor=Actor.now(world.drafter)).execute()


def correct(world, day, *, who="drafter", reason="The year was mistyped.", seen=None):
    seen = Way(world.amendment).last_recorded if seen is None else seen
    actor = Actor.now(getattr(world, who), reason=reason)
    days = {world.base.instrument_id: day}
    return CorrectEntryDays(world.amendment, days, seen, actor=actor).execute()


def days_of(text):
    return list(text.commencements.values_list("date", flat=True))


def test_who_records_other_days_than_those_that_somebody_recorded_meanwhile_is_told_so(world):
    text = adopted(world, None)
    record(world, StepDetails(in_force=LATER))
    record(world, StepDetails(in_force=LATER))  # the same: done
    for other in (StepDetails(in_force=SOON), NO_DETAILS):
        with pytest.raises(DaysRecorded, match="Law 1-L: "):
            record(world, other)
    assert days_of(text) == [None, LATER]


def test_a_day_to_come_is_corrected_and_both_stay_in_the_record(world, text):
    seen = Way(world.amendment).last_recorded
    for _click in range(2):
        correct(world, SOON, seen=seen)
    assert days_of(text) == [LATER, SOON]
    assert in_force_from(text) == SOON
    assert text.commencements.last().source == text.commencements.first().source != ""
    entry = PageLogEntry.objects.get(action="amendments.correct_entry_days", page=world.amendment)
    assert entry.data["reason"] == "The year was mistyped."
    assert entry.data["days"] == {"Law 1-L": {"old": LATER.isoformat(), "new": SOON.isoformat()}}


def test_a_day_is_taken_out_until_it_is_known(world, text):
    correct(world, None)
    assert days_of(text) == [LATER, None]
    assert is_coming(text)
    record(world, StepDetails(in_force=SOON))
    assert in_force_from(text) == SOON


def test_a_text_is_in_force_at_once_when_its_right_day_has_come(world, text):
    correct(world, TODAY)
    assert not is_coming(text)
    with pytest.raises(DayStands):
        correct(world, SOON)


def test_a_correction_needs_a_reason_another_day_and_a_possible_one(world, text):
    with pytest.raises(ReasonNeeded):
        correct(world, SOON, reason=" ")
    with pytest.raises(NoDayChanged):
        correct(world, LATER)
    Instrument.objects.update(date=TODAY)
    with pytest.raises(DayTooEarly):
        correct(world, TODAY - timedelta(days=1))
    assert days_of(text) == [LATER]


def test_who_saw_another_day_than_the_recorded_one_corrects_nothing(world, text):
    seen = Way(world.amendment).last_recorded
    correct(world, SOON, seen=seen)
    with pytest.raises(DaysRecorded):
        correct(world, TODAY, seen=seen)
    assert days_of(text) == [LATER, SOON]


@pytest.mark.parametrize("state", [State.IN_FORCE, State.THIRD_READING])
def test_the_day_of_a_law_that_was_said_to_be_in_force_stands(world, text, state):
    stand(world, state)
    with pytest.raises(DayStands):
        correct(world, SOON)


def test_only_the_drafters_of_the_body_correct_a_day(world, text):
    for who in ("other", "secretary", "chair"):
        with pytest.raises(NotAllowed):
            correct(world, SOON, who=who)
