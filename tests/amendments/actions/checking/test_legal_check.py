"""A reviewer reads the working text and passes or returns it. Only the text that passed is sealed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.call_back_check import CallBackCheck
from amendments.actions.checking.pass_check import PassCheck
from amendments.actions.checking.remove_finding import RemoveFinding
from amendments.actions.checking.return_check import ReturnCheck
from amendments.actions.checking.tick_finding import TickFinding
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.actions.drafting.add_amended_act import AddAmendedAct
from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.actions.publication.seal_draft import SealDraft
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, NothingToSeal, StepStopped
from amendments.errors.of_checks import (
    ChangedSinceCheck,
    CheckClosed,
    DayInDoubt,
    FindingNeeded,
    FindingsInTheWay,
    FindingsNotTicked,
    FindingWithoutPlace,
    NotAReviewer,
    NotCheckable,
    NotChecked,
    PassedAlready,
    UnderCheck,
)
from amendments.models import Amendment, CheckFinding, LegalCheck
from amendments.queries.my_tasks.since import updates_for
from amendments.queries.my_tasks.waiting import tasks_for
from amendments.queries.way.checking import TextState, check_standing, reviewers_for
from amendments.signals import changed
from amendments.states import State
from tests.factories import law

BLOCKS, ADVICE = CheckFinding.Severity.BLOCKS, CheckFinding.Severity.ADVICE
SOON = timedelta(days=5)


@pytest.fixture
def reviewer(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    return law.join_legal_service(law.make_reviewer())


def ask(world, reviewer, *, note="", by=None):
    actor = Actor.now(by or world.drafter, reason=note)
    return AskCheck(world.amendment, reviewer, localdate() + SOON, actor=actor).execute()


def write(check, by, severity=BLOCKS, text="Two norms collide.", **place):
    place = place or {"instruction": check.amendment.instructions.first()}
    return WriteFinding(check, FindingData(severity, text, **place), actor=Actor.now(by)).execute()


def seal(world):
    return SealDraft(world.amendment, actor=Actor.now(world.drafter)).execute()


def state_of(world):
    return Amendment.objects.get(pk=world.amendment.pk).state


def let_pass(check, by):
    return PassCheck(check, actor=Actor.now(by)).execute()


def test_a_pass_opens_sealing_of_exactly_that_text(world, reviewer):
    with pytest.raises(NotChecked):
        seal(world)
    check = ask(world, reviewer, note="Look at the fares.")
    assert (state_of(world), check.note) == (State.LEGAL_CHECK, "Look at the fares.")
    let_pass(check, reviewer)
    assert check_standing(world.amendment).may_seal
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    assert check_standing(world.amendment).state == TextState.CHANGED
    with pytest.raises(ChangedSinceCheck, match="legal reviewer"):
        seal(world)
    WithdrawInstruction(
        world.amendment.instructions.get(op="repeal"), actor=Actor.now(world.drafter, reason="No.")
    ).execute()
    draft = seal(world)
    assert (draft.legal_check, draft.legal_check.answered_by) == (check, reviewer)
    assert check_standing(world.amendment).state == TextState.SEALED


@pytest.mark.whole
def test_a_returned_text_comes_back_with_findings_that_are_ticked_off_before_the_next_check(world, reviewer):
    check = ask(world, reviewer)
    with pytest.raises(FindingNeeded):
        ReturnCheck(check, actor=Actor.now(reviewer)).execute()
    first = write(check, reviewer)
    second = write(check, reviewer, ADVICE, act=law.act_of(world.amendment), cited="1.2")
    assert (first.number, first.about, second.number, second.about) == (1, "a01", 2, "Article 1.2")
    with pytest.raises(FindingsInTheWay):
        let_pass(check, reviewer)
    ReturnCheck(check, actor=Actor.now(reviewer, reason="See both.")).execute()
    assert state_of(world) == State.DRAFTING
    standing = check_standing(world.amendment)
    assert (standing.state, standing.left, standing.check.answer) == (TextState.RETURNED, 2, "See both.")
    with pytest.raises(FindingsNotTicked, match="1"):
        ask(world, reviewer)
    TickFinding(first, is_done=True, actor=Actor.now(world.drafter)).execute()
    TickFinding(second, is_done=True, actor=Actor.now(world.drafter)).execute()
    TickFinding(second, is_done=False, actor=Actor.now(world.drafter)).execute()
    assert check_standing(world.amendment).left == 1
    assert [row.ticked_by for row in check.findings.all()] == [world.drafter, None]
    again = ask(world, reviewer)
    assert let_pass(again, reviewer).is_passed
    assert seal(world).number == 1


def test_a_finding_can_be_worded_anew_and_removed_until_the_answer(world, reviewer):
    check = ask(world, reviewer)
    row = write(check, reviewer)
    data = FindingData(ADVICE, "Better: twelve.", act=law.act_of(world.amendment), cited="2.1")
    WriteFinding(check, data, actor=Actor.now(reviewer), finding=row).execute()
    assert (row.about, row.severity, row.instruction) == ("Article 2.1", ADVICE, None)
    other = law.make_amendment(world.section, world.base, world.drafter, "Other")
    for place in (
        {"act": law.act_of(world.amendment), "cited": "99"},
        {"act": law.act_of(other), "cited": "1.1"},
        {"instruction": law.add(other, world.drafter, "repeal", "1.2.1")},
    ):
        with pytest.raises(FindingWithoutPlace):
            write(check, reviewer, **place)
    RemoveFinding(row, actor=Actor.now(reviewer)).execute()
    assert not check.findings.exists()
    let_pass(check, reviewer)
    with pytest.raises(CheckClosed):
        write(check, reviewer)


@pytest.mark.whole
def test_nobody_changes_the_text_while_it_is_checked(world, reviewer):
    operation = law.operation("delete_words", "2.2", old="free of charge")
    act = law.act_of(world.amendment)
    proposed = ProposeInstruction(act, operation, actor=Actor.now(world.secretary)).execute()
    taken = world.amendment.instructions.get(key="a01")
    check = ask(world, reviewer)
    drafter = Actor.now(world.drafter, reason="Because.")
    second = law.make_act(world.section, world.drafter, number="2-L")
    for change in (
        lambda: law.add(world.amendment, world.drafter, "repeal", "1.2.1"),
        lambda: TakeInstruction(proposed, actor=drafter).execute(),
        lambda: WithdrawInstruction(taken, actor=drafter).execute(),
        lambda: AddAmendedAct(world.amendment, second, actor=drafter).execute(),
        lambda: RebaseAmendment(act, world.base, actor=drafter).execute(),
        lambda: seal(world),
    ):
        with pytest.raises(UnderCheck, match="legal reviewer is checking this text"):
            change()
    with pytest.raises(StepStopped, match="The legal check is not finished: legal reviewer"):
        ChangeState(world.amendment, State.INTERAGENCY, actor=Actor.now(world.secretary)).execute()
    ProposeInstruction(act, operation, actor=Actor.now(world.secretary)).execute()  # it waits beside the list
    CallBackCheck(check, actor=drafter).execute()
    assert state_of(world) == State.DRAFTING
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    with pytest.raises(CheckClosed):
        let_pass(check, reviewer)
    with pytest.raises(NotChecked):
        seal(world)


def test_the_reviewer_is_of_the_legal_service_and_has_no_part_in_the_drafting(world, reviewer):
    both = law.join_legal_service(law.make_reviewer("both"))
    both.groups.add(world.drafter.groups.get())
    left = law.join_legal_service(law.make_reviewer("left"))
    left.is_active = False
    left.save()
    moved = law.make_drafter(world.section, "moved")
    law.add(world.amendment, moved, "repeal", "1.2.1")
    moved.groups.set(reviewer.groups.all())
    assert reviewers_for(world.amendment) == [reviewer]
    for person in (world.secretary, world.drafter, both, left, moved):
        with pytest.raises(NotAReviewer):
            ask(world, type(person).objects.get(pk=person.pk))


def test_only_the_named_reviewer_answers_and_only_drafters_ask_and_call_back(world, reviewer):
    other = law.make_reviewer("other reviewer")
    for person in (world.other, world.secretary, world.chair, reviewer):
        with pytest.raises(NotAllowed):
            ask(world, reviewer, by=person)
    check = ask(world, reviewer)
    finding = write(check, reviewer)
    for person in (world.drafter, world.other, world.secretary, other):
        actor = Actor.now(person)
        for action in (
            PassCheck(check, actor=actor),
            ReturnCheck(check, actor=actor),
            WriteFinding(check, FindingData(BLOCKS, "No.", finding.instruction), actor=actor),
            RemoveFinding(finding, actor=actor),
        ):
            with pytest.raises(NotAllowed):
                action.execute()
    for person in (reviewer, world.other, world.secretary):
        with pytest.raises(NotAllowed):
            CallBackCheck(check, actor=Actor.now(person)).execute()
        with pytest.raises(NotAllowed):
            TickFinding(finding, is_done=True, actor=Actor.now(person)).execute()
    reviewer.groups.clear()
    with pytest.raises(NotAllowed):
        let_pass(check, type(reviewer).objects.get(pk=reviewer.pk))


def test_what_cannot_be_checked_is_not_asked_for(world, reviewer):
    with pytest.raises(DayInDoubt):
        AskCheck(world.amendment, reviewer, localdate() - SOON, actor=Actor.now(world.drafter)).execute()
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONCEPT)
    with pytest.raises(NotCheckable):
        ask(world, reviewer)
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSOLIDATION)
    check = ask(world, reviewer)
    assert (ask(world, reviewer), state_of(world)) == (check, State.CONSOLIDATION)
    with pytest.raises(UnderCheck):
        ask(world, law.join_legal_service(law.make_reviewer("second")))
    let_pass(check, reviewer)
    with pytest.raises(PassedAlready):
        ask(world, reviewer)
    assert let_pass(check, reviewer) == check
    empty = law.make_amendment(world.section, world.base, world.drafter, "Empty")
    with pytest.raises(NothingToSeal):
        AskCheck(empty, reviewer, localdate(), actor=Actor.now(world.drafter)).execute()


def test_a_withdrawn_amendment_is_checked_no_more(world, reviewer):
    check = ask(world, reviewer)
    actor = Actor.now(world.drafter, reason="No money.")
    ChangeState(world.amendment, State.WITHDRAWN, actor=actor).execute()
    check.refresh_from_db()
    assert check.result == LegalCheck.Result.CALLED_BACK


def test_a_text_that_was_changed_past_the_actions_does_not_pass(world, reviewer):
    check = ask(world, reviewer)
    evening = datetime(2026, 1, 1, 21, 30, tzinfo=UTC)  # in Baku it is the second of January
    LegalCheck.objects.filter(pk=check.pk).update(text_hash="other", asked_at=evening)
    check.refresh_from_db()
    with pytest.raises(ChangedSinceCheck, match=date_format(date(2026, 1, 2), "DATE_FORMAT")):
        let_pass(check, reviewer)


def test_the_database_keeps_one_open_check_and_no_own_one(world, reviewer):
    check = ask(world, reviewer)
    given = {"reviewer_label": "x", "asked_at": check.asked_at, "due": check.due, "text_hash": "x"}
    for people in (
        {"reviewer": reviewer, "asked_by": world.drafter},
        {
            "reviewer": world.drafter,
            "asked_by": world.drafter,
            "result": "passed",
            "answered_at": check.asked_at,
        },
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            LegalCheck.objects.create(amendment=world.amendment, **given, **people)


def test_the_steps_are_announced_and_wait_for_the_next_person(world, reviewer):
    def told(person):
        return [(task.title, task.about) for task in tasks_for(person, Actor.now(None).at)]

    heard = []

    def hear(kind, ids, **_):
        if kind == "amendments.legalcheck":
            heard.extend(LegalCheck.objects.get(pk=pk).result for pk in ids)

    changed.connect(hear)
    try:
        check = ask(world, reviewer)
        title = world.amendment.title
        assert told(reviewer) == [("Check the text for the legal service", title)]
        write(check, reviewer)
        ReturnCheck(check, actor=Actor.now(reviewer)).execute()
    finally:
        changed.disconnect(hear)
    assert heard == ["asked", "asked", "returned"]
    assert told(reviewer) == []
    assert told(world.drafter) == [("Returned with 1 finding", title)]
    news = [update for update in updates_for(world.drafter, check.asked_at) if update.who == "legal reviewer"]
    assert [update.title for update in news] == ["The text came back from the legal check with 1 finding"]
    assert not any(update.who == "legal reviewer" for update in updates_for(world.other, check.asked_at))
    assert told(world.other) == []
    TickFinding(check.findings.get(), is_done=True, actor=Actor.now(world.drafter)).execute()
    ask(world, reviewer)
    assert told(world.drafter) == []
