"""An amendment goes through the table of states, step by step, by those whose step it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.open_amendment import OpenAmendment
from amendments.actions.drafting.take_back_step import TakeBackStep
from amendments.actions.publication.record_entry_days import RecordEntryDays
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.audit.actor import Actor
from amendments.errors import (
    DayAhead,
    DetailsNeeded,
    NotAdoptable,
    NotAllowed,
    NothingToTakeBack,
    ReasonNeeded,
    StepBuiltOn,
    StepStopped,
    TransitionNotPossible,
)
from amendments.errors.of_checks import ReviewerNeeded
from amendments.errors.of_days import DayRecorded, DaysRecorded, EntryDayNeeded
from amendments.models import Amendment, Commencement
from amendments.queries.way.adoption import recorded_law
from amendments.queries.way.steps import next_steps, offered_steps
from amendments.states import NO_DETAILS, Asked, State, StepDetails
from tests.factories import law

DAY = date(2026, 3, 2)
SIGNING = StepDetails(day=DAY, number="118-L")


def go(world, who, state, reason="", details=NO_DETAILS):
    actor = Actor.now(getattr(world, who), reason=reason)
    return ChangeState(world.amendment, state, actor=actor, details=details).execute()


def state_of(world):
    return Amendment.objects.get(pk=world.amendment.pk).state


def stand(world, state):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    world.amendment.refresh_from_db()


def offered(world, who):
    return {step.state: step for step in offered_steps(getattr(world, who), world.amendment)}


@pytest.fixture
def draft(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    return law.seal(world.amendment, world.drafter)


def test_a_step_is_kept_with_who_took_it_and_why(world):
    change = go(world, "drafter", State.WITHDRAWN, "Not needed.")
    assert (change.state, change.by, change.reason) == (State.WITHDRAWN, world.drafter, "Not needed.")
    assert state_of(world) == State.WITHDRAWN


def test_a_concept_waits_for_its_drafting(world):
    actor = Actor.now(world.drafter)
    concept = OpenAmendment(world.section, [world.base], "On rafts", actor=actor, is_concept=True).execute()
    assert concept.state == State.CONCEPT
    assert {step.state for step in offered_steps(world.drafter, concept)} == {State.DRAFTING, State.WITHDRAWN}
    assert ChangeState(concept, State.DRAFTING, actor=actor).execute().state == State.DRAFTING


def test_the_legal_check_begins_when_a_reviewer_is_named(world):
    with pytest.raises(ReviewerNeeded):
        go(world, "drafter", State.LEGAL_CHECK)
    assert State.LEGAL_CHECK not in offered(world, "drafter")


def test_a_step_that_leaves_one_out_needs_a_reason(world, draft):
    with pytest.raises(ReasonNeeded):
        go(world, "secretary", State.INTERAGENCY)
    assert state_of(world) == State.DRAFTING
    step = offered(world, "secretary")[State.INTERAGENCY]
    assert (step.needs_reason, step.left_out) == (True, ("Legal service check",))
    assert go(world, "secretary", State.INTERAGENCY, "No check is needed.").state == State.INTERAGENCY


def test_a_step_belongs_to_its_roles(world):
    for who, state in (
        ("other", State.LEGAL_CHECK),
        ("chair", State.LEGAL_CHECK),
        ("secretary", State.LEGAL_CHECK),
    ):
        with pytest.raises(NotAllowed):
            go(world, who, state)
    assert not next_steps(world.other, world.amendment)


def test_a_step_that_the_table_does_not_have_is_not_possible(world):
    with pytest.raises(TransitionNotPossible):
        go(world, "drafter", State.PUBLISHED)


def test_a_step_belongs_to_the_roles_of_the_state_in_which_the_amendment_is_by_now(world):
    rows = Amendment.objects.filter(pk=world.amendment.pk)
    rows.update(state=State.INTERAGENCY)
    late = ChangeState(rows.get(), State.DRAFTING, actor=Actor.now(world.drafter, reason="Not agreed."))
    late.lock = lambda: rows.update(state=State.LEGAL_CHECK)
    with pytest.raises(NotAllowed):
        late.execute()


def test_without_a_sealed_draft_an_amendment_leaves_the_drafters_only_to_be_withdrawn(world):
    for state in (State.INTERAGENCY, State.CONSULTATION):
        assert "No draft is sealed yet." in offered(world, "secretary")[state].obstacle
        with pytest.raises(StepStopped, match="No draft is sealed yet"):
            go(world, "secretary", state, "Urgent.")
    assert offered(world, "drafter")[State.WITHDRAWN].obstacle == ""


@pytest.mark.whole
def test_a_revised_draft_is_one_that_was_sealed_after_the_consultation_began(world, draft):
    go(world, "secretary", State.CONSULTATION, "Urgent.")
    go(world, "secretary", State.CONSOLIDATION)
    with pytest.raises(StepStopped, match="Seal the revised draft first"):
        go(world, "drafter", State.REVISED)
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.seal(world.amendment, world.drafter)
    assert go(world, "drafter", State.REVISED).state == State.REVISED


def test_the_signing_and_the_publication_are_recorded_with_what_the_adoption_asks(world, draft):
    stand(world, State.THIRD_READING)
    assert offered(world, "secretary")[State.SIGNED].asks == (Asked.DAY, Asked.NUMBER)
    with pytest.raises(DetailsNeeded):
        go(world, "secretary", State.SIGNED, details=StepDetails(number="118-L"))
    tomorrow = localdate() + timedelta(days=1)
    with pytest.raises(DayAhead):
        go(world, "secretary", State.SIGNED, details=StepDetails(tomorrow, "118-L"))
    go(world, "secretary", State.SIGNED, details=SIGNING)
    with pytest.raises(DetailsNeeded):
        go(world, "secretary", State.PUBLISHED, "Not registered here.", StepDetails(DAY))
    published = StepDetails(DAY, source="Gazette 9", in_force=tomorrow)
    go(world, "secretary", State.PUBLISHED, "Not registered here.", published)
    assert recorded_law(world.amendment) == StepDetails(DAY, "118-L", "Gazette 9", tomorrow)


@pytest.mark.whole
def test_an_amendment_is_in_force_when_its_adoption_is_recorded_and_the_day_has_come(world, draft):
    stand(world, State.PUBLISHED)
    with pytest.raises(StepStopped, match="The adoption is not recorded yet"):
        go(world, "drafter", State.IN_FORCE)
    adoption = Adoption("118-L", localdate() + timedelta(days=3))
    stand(world, State.SIGNED)
    (version,) = SealConsolidated(draft, adoption, actor=Actor.now(world.drafter)).execute()
    stand(world, State.PUBLISHED)
    with pytest.raises(StepStopped, match="The law enters into force on"):
        go(world, "drafter", State.IN_FORCE)
    Commencement.objects.create(version=version, date=DAY, recorded_at=Actor.now(None).at)
    assert offered(world, "drafter")[State.IN_FORCE].asks == ()
    assert go(world, "drafter", State.IN_FORCE).state == State.IN_FORCE


def test_a_day_of_entry_into_force_that_was_not_known_is_recorded_with_the_step(world, draft):
    stand(world, State.SIGNED)
    (version,) = SealConsolidated(draft, Adoption("118-L", None), actor=Actor.now(world.drafter)).execute()
    stand(world, State.PUBLISHED)
    assert offered(world, "drafter")[State.IN_FORCE].asks == (Asked.IN_FORCE,)
    with pytest.raises(DetailsNeeded):
        go(world, "drafter", State.IN_FORCE)
    go(world, "drafter", State.IN_FORCE, details=StepDetails(in_force=DAY))
    assert version.commencements.last().date == DAY


@pytest.mark.whole
def test_a_day_to_come_is_recorded_and_the_amendment_is_not_in_force_before_it(world, draft):
    stand(world, State.SIGNED)
    (version,) = SealConsolidated(draft, Adoption("118-L", None), actor=Actor.now(world.drafter)).execute()
    stand(world, State.PUBLISHED)
    ahead = StepDetails(in_force=localdate() + timedelta(days=20))
    with pytest.raises(StepStopped, match="The law enters into force on"):
        go(world, "drafter", State.IN_FORCE, details=ahead)
    with pytest.raises(EntryDayNeeded):
        RecordEntryDays(world.amendment, NO_DETAILS, actor=Actor.now(world.drafter)).execute()
    for _click in range(2):
        RecordEntryDays(world.amendment, ahead, actor=Actor.now(world.drafter)).execute()
    assert list(version.commencements.values_list("date", flat=True)) == [None, ahead.in_force]
    assert state_of(world) == State.PUBLISHED
    assert "The law enters into force on" in offered(world, "drafter")[State.IN_FORCE].obstacle
    other = StepDetails(in_force=localdate() + timedelta(days=21))
    with pytest.raises(DaysRecorded):
        RecordEntryDays(world.amendment, other, actor=Actor.now(world.drafter)).execute()


def test_there_is_no_day_to_record_before_the_adoption(world, draft):
    stand(world, State.PUBLISHED)
    given = StepDetails(in_force=localdate() + timedelta(days=20))
    with pytest.raises(NotAdoptable):
        RecordEntryDays(world.amendment, given, actor=Actor.now(world.drafter)).execute()


def test_the_publication_names_no_other_day_than_the_recorded_adoption(world, draft):
    law.adopt(draft, world.drafter, in_force=DAY)
    other = StepDetails(DAY, source="Gazette 9", in_force=DAY + timedelta(days=1))
    with pytest.raises(DayRecorded, match="Law 1-L enters into force on 2 March 2026"):
        go(world, "secretary", State.PUBLISHED, "Not registered here.", other)
    same = replace(other, in_force=DAY)
    assert go(world, "secretary", State.PUBLISHED, "Not registered here.", same).in_force == DAY


@pytest.mark.whole
def test_a_step_taken_by_mistake_is_taken_back_and_both_stay_in_the_record(world, draft):
    go(world, "secretary", State.CONSULTATION, "Urgent.")
    assert next_steps(world.drafter, world.amendment).last is None  # it is the secretary's
    last = next_steps(world.secretary, world.amendment).last
    assert (last.change.state, last.back_to) == (State.CONSULTATION, State.DRAFTING)
    with pytest.raises(ReasonNeeded):
        TakeBackStep(world.amendment, actor=Actor.now(world.secretary)).execute()
    mistake = Actor.now(world.secretary, reason="The wrong amendment.")
    TakeBackStep(world.amendment, actor=mistake).execute()
    assert state_of(world) == State.DRAFTING
    kept = list(world.amendment.state_changes.values_list("state", "reason"))
    assert kept[1:] == [("consultation", "Urgent."), ("drafting", "The wrong amendment.")]
    with pytest.raises(NothingToTakeBack):
        TakeBackStep(world.amendment, actor=mistake).execute()
    # What was taken back was never entered
    assert offered(world, "secretary")[State.INTERAGENCY].needs_reason


def test_what_something_was_built_on_is_not_taken_back(world, draft):
    go(world, "secretary", State.CONSULTATION, "Urgent.")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.seal(world.amendment, world.drafter)
    with pytest.raises(StepBuiltOn, match="Draft 2 was sealed"):
        TakeBackStep(world.amendment, actor=Actor.now(world.secretary, reason="No.")).execute()
    for who in ("drafter", "other", "chair"):
        with pytest.raises(NotAllowed):
            TakeBackStep(world.amendment, actor=Actor.now(getattr(world, who), reason="No.")).execute()
