"""Answers: proposed, decided, grouped, and turned into instructions."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.models import Instruction
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.propose_from_comment import ProposeFromComment
from consultations.actions.answers.reveal_identity import RevealIdentity
from consultations.actions.answers.write_answer import Target
from consultations.actions.comments.co_sign_comment import CoSignComment
from consultations.actions.submissions.enter_on_behalf import EnterOnBehalf, Received
from consultations.errors import (
    EditConflict,
    ReasonNeeded,
    RoundNotOpen,
    SourceNeeded,
    TargetNeeded,
)
from consultations.errors.of_states import AnotherAnswerProposed, DecidedMeanwhile, StepNotPossible
from consultations.models import Comment, ConfidentialLogEntry, Disposition
from consultations.rules.answer_kinds import NEEDS_REASON, NEEDS_TARGET, Answer
from consultations.values import Identity, Visibility
from tests.factories import consultation as make, law

WANTED = "The fare is 15 coins. It is paid before the crossing."


@pytest.fixture(scope="module")
def standing_world(standing_world, add):
    """With a comment of the NGO."""
    standing_world.sent = add(lambda: _sent(standing_world))
    return standing_world


def _sent(world):
    said = make.content(make.chosen(world.draft, "2.1"), proposed_text=WANTED)
    row = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(row.submission, world.ngo_focal)
    row.refresh_from_db()
    return row


@pytest.fixture
def comment(world):
    return world.sent


def by(world, person="secretary", reason="Fair."):
    return Actor.now(getattr(world, person), reason=reason)


def target_of(world):
    return Target(provision=world.text.entries.get(number="2.1").provision)


@pytest.mark.parametrize("answer", list(Answer))
def test_an_answer_needs_its_reason_and_its_target(world, comment, answer):
    for reason, targets, error in (
        ("", [target_of(world)], ReasonNeeded if answer in NEEDS_REASON else None),
        ("Because.", [], TargetNeeded if answer in NEEDS_TARGET else None),
        ("Because.", [target_of(world)], None),
    ):
        action = ProposeDisposition(comment, answer, targets, actor=by(world, reason=reason))
        if error:
            with pytest.raises(error):
                action.execute()
        else:
            assert action.execute().value == answer


def test_the_database_refuses_an_answer_without_its_reason(world, comment):
    with pytest.raises(IntegrityError), transaction.atomic():
        Disposition.objects.create(
            comment=comment, value=Answer.NOT_ACCEPTED, proposed_by=world.secretary, proposed_at=make.NOW
        )


@pytest.mark.parametrize(
    ("person", "may"),
    [
        ("secretary", True),
        ("drafter", True),
        ("chair", False),
        ("member", False),
        ("ngo_focal", False),
        ("rights_analyst", False),
        ("admin", False),
        ("citizen", False),
    ],
)
def test_who_proposes_an_answer(world, comment, person, may):
    action = ProposeDisposition(comment, Answer.NOTED, actor=by(world, person))
    if may:
        assert action.execute().proposed_by == getattr(world, person)
    else:
        with pytest.raises(NotAllowed):
            action.execute()


@pytest.mark.parametrize(
    ("person", "decided_in", "outcome"),
    [
        ("chair", "", None),
        ("secretary", "meeting 3", None),
        ("secretary", "", ReasonNeeded),
        ("drafter", "meeting 3", NotAllowed),
        ("member", "meeting 3", NotAllowed),
        ("admin", "meeting 3", NotAllowed),
    ],
)
def test_who_decides(world, comment, person, decided_in, outcome):
    ProposeDisposition(comment, Answer.NOTED, actor=by(world)).execute()
    action = DecideDisposition(comment, actor=by(world, person), decided_in=decided_in)
    if outcome:
        with pytest.raises(outcome):
            action.execute()
    else:
        assert action.execute().decided_by == getattr(world, person)
        assert action.execute().revision == 2  # twice is once


def test_a_decided_answer_is_not_proposed_again(world, comment):
    ProposeDisposition(comment, Answer.NOTED, actor=by(world)).execute()
    DecideDisposition(comment, actor=by(world, "chair")).execute()
    with pytest.raises(StepNotPossible):
        ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=by(world)).execute()


def test_two_who_answer_at_once_are_told(world, comment):
    ProposeDisposition(comment, Answer.NOTED, actor=by(world), revision=0).execute()
    with pytest.raises(EditConflict):
        ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=by(world, "drafter"), revision=0).execute()


def test_nobody_decides_an_answer_that_was_written_over_what_they_read(world, comment):
    read = ProposeDisposition(comment, Answer.NOTED, actor=by(world)).execute().revision
    ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=by(world, "drafter")).execute()
    with pytest.raises(AnotherAnswerProposed):
        DecideDisposition(comment, actor=by(world, "chair"), revision=read).execute()
    assert not Disposition.objects.get().is_decided
    decided = DecideDisposition(comment, actor=by(world, "chair"), revision=read + 1).execute()
    assert DecideDisposition(comment, actor=by(world, "chair"), revision=read + 1).execute() == decided
    with pytest.raises(DecidedMeanwhile):  # somebody else decided another one than the person read
        DecideDisposition(comment, actor=by(world, "chair"), revision=read).execute()


def test_every_earlier_answer_stays_in_the_history_with_its_reason(world, comment):
    ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=by(world, reason="Too early.")).execute()
    row = ProposeDisposition(comment, Answer.NOTED, actor=by(world, "drafter", reason="")).execute()
    assert [(h.value, h.reason, h.history_user) for h in row.history.all()] == [
        ("noted", "", world.drafter),
        ("not_accepted", "Too early.", world.secretary),
    ]
    assert row.history.last().history_change_reason == "Too early."


def test_a_draft_or_withdrawn_comment_gets_no_answer(world):
    draft = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    with pytest.raises(NotAllowed):  # the secretary does not even see it
        ProposeDisposition(draft, Answer.NOTED, actor=by(world)).execute()


def test_the_drafter_answers_no_comment_for_the_secretariat_alone(world):
    row = make.draft(
        world.round, world.ngo_author, world.ngo, make.content(visibility=Visibility.SECRETARIAT)
    )
    make.send(row.submission, world.ngo_focal)
    with pytest.raises(NotAllowed):
        ProposeDisposition(row, Answer.NOTED, actor=by(world, "drafter")).execute()


def test_wording_becomes_a_proposed_instruction_in_one_step(world, comment):
    operation = law.operation("replace_words", "2.1", old="20 coins", new="15 coins")
    instruction = ProposeFromComment(comment, operation, WANTED, actor=by(world, reason="")).execute()
    again = ProposeFromComment(comment, operation, WANTED, actor=by(world, reason="")).execute()
    assert again == instruction  # a second click
    assert (instruction.status, instruction.amendment) == (Instruction.Status.PROPOSED, world.amendment)
    link = comment.instruction_links.get()
    assert (link.instruction, link.as_proposed, link.wording) == (instruction, True, WANTED)
    answer = Disposition.objects.get(comment=comment)
    assert (answer.value, answer.targets.get().instruction) == ("accepted", instruction)


@pytest.mark.parametrize(
    ("visibility", "told"),
    [(Visibility.PUBLIC, "Too much."), (Visibility.COMMITTEE, ""), (Visibility.SECRETARIAT, "")],
)
def test_the_reasons_of_a_confidential_comment_do_not_enter_the_list_of_the_drafters(world, visibility, told):
    passage = make.chosen(world.draft, "2.1")
    said = make.content(passage, proposed_text=WANTED, visibility=visibility)
    row = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(row.submission, world.ngo_focal)
    operation = law.operation("replace_words", "2.1", old="20 coins", new="15 coins")
    instruction = ProposeFromComment(row, operation, WANTED, actor=by(world, reason="")).execute()
    assert instruction.reason == told


def test_changed_wording_is_accepted_in_part_and_says_why(world, comment):
    operation = law.operation("replace_words", "2.1", old="20 coins", new="18 coins")
    other = WANTED.replace("15", "18")
    with pytest.raises(ReasonNeeded):
        ProposeFromComment(comment, operation, other, actor=by(world, reason="")).execute()
    assert not Instruction.objects.filter(status=Instruction.Status.PROPOSED).exists()  # all or nothing
    ProposeFromComment(comment, operation, other, actor=by(world)).execute()
    assert Disposition.objects.get(comment=comment).value == "accepted_in_part"


@pytest.mark.parametrize("person", ["chair", "member", "ngo_focal", "admin", "rights_analyst"])
def test_only_drafter_and_secretary_turn_wording_into_an_instruction(world, comment, person):
    operation = law.operation("replace_words", "2.1", old="20 coins", new="15 coins")
    with pytest.raises(NotAllowed):
        ProposeFromComment(comment, operation, WANTED, actor=by(world, person)).execute()


def test_similar_comments_are_answered_once_and_every_text_stays(world, comment):
    other = make.draft(world.round, world.body_author, world.body, make.content(rationale="The same."))
    make.send(other.submission, world.body_focal)
    with pytest.raises(NotAllowed):
        GroupComments(comment, [other], actor=by(world, "drafter")).execute()
    GroupComments(comment, [other], actor=by(world)).execute()
    other.refresh_from_db()
    assert (other.duplicate_of, other.rationale) == (comment, "The same.")
    assert other.disposition.targets.get().comment == comment
    with pytest.raises(StepNotPossible):
        GroupComments(other, [comment], actor=by(world)).execute()  # no chains


def test_a_withheld_identity_is_shown_to_the_secretary_alone_and_logged(world):
    row = make.draft(world.round, world.ngo_author, world.ngo, make.content(identity=Identity.WITHHELD))
    make.send(row.submission, world.ngo_focal)
    assert RevealIdentity(row, actor=by(world)).execute() == str(world.ngo)
    entry = ConfidentialLogEntry.objects.filter(action="consultations.reveal_identity").get()
    assert (entry.user, entry.object_id) == (world.secretary, str(row.pk))
    for person in ("chair", "drafter", "member", "admin"):
        with pytest.raises(NotAllowed):
            RevealIdentity(row, actor=by(world, person)).execute()


def test_the_withheld_identity_of_a_person_is_the_name(world):
    row = make.draft(world.round, world.citizen, None, make.content(identity=Identity.WITHHELD))
    make.send(row.submission, world.citizen)
    assert RevealIdentity(row, actor=by(world)).execute() == str(world.citizen)


def test_another_body_co_signs_until_the_round_closes(world, comment):
    action = CoSignComment(comment, world.body, actor=Actor.now(world.body_focal))
    assert action.execute() == action.execute()
    with pytest.raises(StepNotPossible):
        CoSignComment(comment, world.ngo, actor=Actor.now(world.ngo_focal)).execute()
    late = Actor(world.stranger_focal, world.round.closes + timedelta(seconds=1))
    with pytest.raises(RoundNotOpen):
        CoSignComment(comment, world.stranger, actor=late).execute()
    with pytest.raises(NotAllowed):
        CoSignComment(comment, world.body, actor=Actor.now(world.body_author)).execute()


def test_the_secretary_enters_what_came_on_paper_with_its_source(world):
    said = make.content(make.chosen(world.draft, "2.1"))
    received = Received("Letter of 3 March", make.NOW)
    with pytest.raises(SourceNeeded):
        EnterOnBehalf(world.round, world.ngo, [said], Received(" ", make.NOW), actor=by(world)).execute()
    submission = EnterOnBehalf(world.round, world.ngo, [said], received, actor=by(world)).execute()
    assert (submission.source, submission.late, submission.comments.count()) == (
        "Letter of 3 March",
        False,
        1,
    )
    with pytest.raises(NotAllowed):
        EnterOnBehalf(world.round, world.ngo, [said], received, actor=by(world, "ngo_focal")).execute()


def test_an_entry_beside_a_draft_of_the_body_is_possible(world):
    make.draft(world.round, world.body_author, world.body, make.content())
    EnterOnBehalf(
        world.round, world.body, [make.content()], Received("E-mail", make.NOW), actor=by(world)
    ).execute()
    assert Comment.objects.filter(submission__institution=world.body).count() == 2
