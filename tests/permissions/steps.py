"""Every step of the matrix as a real action, ready to be taken by anybody on an object where it is possible now."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from amendments.audit.actor import Actor
from consultations.actions.answers.confirm_placement import Confirmed, ConfirmPlacement
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.propose_from_comment import ProposeFromComment
from consultations.actions.answers.reveal_identity import RevealIdentity
from consultations.actions.comments.answer_questions import AnswerQuestions, TypedAnswer
from consultations.actions.comments.co_sign_comment import CoSignComment
from consultations.actions.comments.content import Content
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.comments.discard_comment import DiscardComment
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.committees.end_office import EndOffice
from consultations.actions.committees.end_seat import EndSeat
from consultations.actions.committees.give_office import GiveOffice, OfficeData
from consultations.actions.committees.give_seat import GiveSeat
from consultations.actions.committees.refer_amendment import ReferAmendment
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.actions.institutions.edit_institution import EditInstitution
from consultations.actions.institutions.end_membership import EndMembership
from consultations.actions.institutions.open_section import OpenSection
from consultations.actions.institutions.register_institution import InstitutionData, RegisterInstitution
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.correct_audience import CorrectAudience, UndoCorrection
from consultations.actions.rounds.decline_late import DeclineLate
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.actions.rounds.invite_institutions import InviteInstitutions
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.actions.rounds.remind_silent import RemindSilent
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.actions.rounds.write_questions import WriteQuestions
from consultations.actions.sent_event import Shown
from consultations.actions.submissions.ask_sign_off import AskSignOff
from consultations.actions.submissions.enter_on_behalf import EnterOnBehalf, Received
from consultations.actions.submissions.log_receipt import LogReceipt
from consultations.actions.submissions.nil_return import NilReturn
from consultations.actions.submissions.return_submission import ReturnSubmission
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.models import AnchorPlacement, Committee, Membership, Office, Seat, Submission
from consultations.rules.answer_kinds import Answer
from consultations.values import (
    InstitutionType,
    MembershipRole,
    OfficeKind,
    RoundAudience,
    SubmissionState,
)
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW
from tests.permissions import account_steps, law_steps, rights_steps, vocabulary_steps
from tests.permissions.law_steps import Step
from tests.permissions.posting import consulted
from tests.permissions.world import World


def _write(round_: str, body: str | None) -> Step:
    def step(world: World, actor: Actor) -> Any:
        institution = world.bodies[body] if body else None
        return SaveCommentDraft(world.rounds[round_], make.content(), actor=actor, institution=institution)

    return step


def _answer_questions(body: str | None) -> Step:
    def step(world: World, actor: Actor) -> Any:
        institution = world.bodies[body] if body else None
        answers = [TypedAnswer(world.questions["public"], "We do.")]
        return AnswerQuestions(
            world.rounds["public"], answers, Content(), actor=actor, institution=institution
        )

    return step


def _placement(world: World, actor: Actor) -> ConfirmPlacement:
    row = AnchorPlacement.objects.filter(anchor__comment=world.comments["public"]).first()
    return ConfirmPlacement(row, Confirmed(None), actor=actor)


def _propose(world: World, actor: Actor) -> ProposeFromComment:
    operation = law.operation("restate", "2.2", new="Children pay.")
    return ProposeFromComment(world.comments["public"], operation, "Children pay.", actor=actor)


def _on_behalf(world: World, actor: Actor) -> EnterOnBehalf:
    received = Received("Letter of yesterday", NOW - DAY)
    return EnterOnBehalf(
        world.rounds["public"], world.bodies["union"], [make.content()], received, actor=actor
    )


def _membership(world: World) -> Membership:
    return Membership.objects.get(user=world.people["ngo_author"])


def _correct(world: World, actor: Actor) -> CorrectAudience:
    return CorrectAudience(world.rounds["planned"], RoundAudience.COMMITTEE, [], actor=actor)


def _individual(world: World, actor: Actor) -> Submit:
    waiting = Submission.objects.get(person=world.people["citizen"], state=SubmissionState.DRAFT)
    return Submit(waiting, actor=actor)


def _prepare(step: Step, role: str) -> Callable[[World], object]:
    """Something that somebody does beforehand."""
    return lambda world: step(world, Actor.now(world.people[role], reason="Before.")).execute()


def _is_chair(world: World) -> None:
    law.join(world.people["citizen"], "chair")


IN_A_WEEK = NOW + timedelta(days=40)

STEPS: Mapping[str, Step] = {
    **law_steps.STEPS,
    "open a round": lambda w, a: OpenRound(w.drafts["public"], RoundPlan(NOW + DAY, NOW + 20 * DAY), actor=a),
    "extend a round": lambda w, a: ExtendRound(w.rounds["public"], IN_A_WEEK, actor=a),
    "write the questions of a round": lambda w, a: WriteQuestions(w.rounds["planned"], ["Why?"], actor=a),
    "answer the questions for the legal aid": _answer_questions("ngo"),
    "answer the questions in one's own name": _answer_questions(None),
    "close a round": lambda w, a: CloseRound(w.rounds["public"], actor=a),
    "cancel a round": lambda w, a: CancelRound(w.rounds["public"], actor=a),
    "reopen a round": lambda w, a: ReopenRound(w.rounds["closed"], IN_A_WEEK, actor=a),
    "invite institutions": lambda w, a: InviteInstitutions(w.rounds["public"], [w.bodies["union"]], actor=a),
    "correct who may take part": _correct,
    "undo a correction": lambda w, a: UndoCorrection(w.rounds["planned"], actor=a),
    "remind silent institutions": lambda w, a: RemindSilent(w.rounds["public"], actor=a),
    "write an individual view in a public round": _write("public", None),
    "write an individual view in a round of the invited": _write("invited", None),
    "write for the legal aid": _write("public", "ngo"),
    "write for the border service in a round of the committee": _write("committee", "border"),
    "write for a member's body": _write("public", "union"),
    "write for the Ombudsman": _write("invited", "office"),
    "write for a body that is not invited": _write("invited", "stranger"),
    "change a draft of the rowing club": lambda w, a: SaveCommentDraft(
        w.rounds["public"], make.content(), actor=a, comment=w.comments["draft"]
    ),
    "discard a draft of the rowing club": lambda w, a: DiscardComment(w.comments["draft"], actor=a),
    "change a submitted comment": lambda w, a: SaveCommentDraft(
        w.rounds["public"], make.content(), actor=a, comment=w.comments["public"]
    ),
    "ask for sign-off": lambda w, a: AskSignOff(w.submission("draft"), actor=a),
    "sign off for the rowing club": lambda w, a: SignOffSubmission(w.submission("draft"), actor=a),
    "sign off for the Ombudsman": lambda w, a: SignOffSubmission(w.submission("in review"), actor=a),
    "return to the authors": lambda w, a: ReturnSubmission(w.submission("in review"), actor=a),
    "submit for the rowing club": lambda w, a: Submit(w.submission("draft"), actor=a),
    "submit for the Ombudsman": lambda w, a: Submit(w.submission("in review"), actor=a),
    "submit an individual view": _individual,
    "nil return of the Ombudsman": lambda w, a: NilReturn(w.rounds["invited"], w.bodies["office"], actor=a),
    "nil return of a member's body": lambda w, a: NilReturn(w.rounds["public"], w.bodies["union"], actor=a),
    "co-sign for the border service": lambda w, a: CoSignComment(
        w.comments["public"], w.bodies["border"], actor=a
    ),
    "co-sign for the Ombudsman": lambda w, a: CoSignComment(
        w.comments["public"], w.bodies["office"], actor=a
    ),
    "withdraw a comment of the legal aid": lambda w, a: WithdrawComment(w.comments["public"], actor=a),
    "withdraw an individual view": lambda w, a: WithdrawSubmission(w.submission("individual"), actor=a),
    "ask to be accepted late": lambda w, a: AskLate(w.rounds["closed"], w.bodies["office"], actor=a),
    "ask to be accepted late with an individual view": lambda w, a: AskLate(
        w.rounds["closed"], None, actor=a
    ),
    "accept late": lambda w, a: AcceptLate(w.rounds["closed"], w.bodies["office"], NOW + DAY, actor=a),
    "decline a late request": lambda w, a: DeclineLate(
        w.rounds["closed"], w.rounds["closed"].late_acceptances.get(institution=w.bodies["office"]), actor=a
    ),
    "enter what came on paper": _on_behalf,
    "download the proof of a receipt": lambda w, a: LogReceipt(w.submission("public"), actor=a),
    "see a withheld identity": lambda w, a: RevealIdentity(w.comments["withheld"], actor=a),
    "cover words of a comment": lambda w, a: CoverWords(w.comments["public"], Shown("[…]"), actor=a),
    "group similar comments": lambda w, a: GroupComments(
        w.comments["public"], [w.comments["individual"]], actor=a
    ),
    "propose an answer": lambda w, a: ProposeDisposition(w.comments["public"], Answer.NOTED, actor=a),
    "propose an answer to a committee-only comment": lambda w, a: ProposeDisposition(
        w.comments["committee"], Answer.NOTED, actor=a
    ),
    "propose an answer to a comment for the secretariat": lambda w, a: ProposeDisposition(
        w.comments["secretariat"], Answer.NOTED, actor=a
    ),
    "accept proposed wording": _propose,
    "confirm the place of a comment": _placement,
    "decide an answer": lambda w, a: DecideDisposition(w.comments["proposed"], actor=a, decided_in="Meeting"),
    "register an institution": lambda w, a: RegisterInstitution(
        InstitutionData("new", "New", InstitutionType.NGO, NOW.date()), actor=a
    ),
    "change an institution": lambda w, a: EditInstitution(
        w.bodies["ngo"], InstitutionData("ngo", "Legal aid", InstitutionType.NGO, NOW.date()), actor=a
    ),
    "make an institution a drafting body": lambda w, a: OpenSection(w.bodies["ngo"], actor=a),
    "add a member of the legal aid": lambda w, a: AddMember(
        w.bodies["ngo"], MemberData(w.people["citizen"], MembershipRole.AUTHOR), actor=a
    ),
    "end a membership of the legal aid": lambda w, a: EndMembership(_membership(w), actor=a),
    "name the committee of an amendment": lambda w, a: ReferAmendment(
        w.amendments["hidden"], law.make_committee("harbours"), actor=a
    ),
    "give an office": lambda w, a: GiveOffice(
        Committee.objects.get(), OfficeData(w.people["citizen"], OfficeKind.CHAIR), actor=a
    ),
    "end an office": lambda w, a: EndOffice(Office.objects.get(kind=OfficeKind.CHAIR), NOW.date(), actor=a),
    "found a committee": lambda w, a: GiveSeat(Committee(slug="new", name="New"), w.bodies["ngo"], actor=a),
    "give a seat": lambda w, a: GiveSeat(Committee.objects.get(), w.bodies["ngo"], actor=a),
    "end a seat": lambda w, a: EndSeat(Seat.objects.order_by("pk")[0], NOW.date(), actor=a),
    **vocabulary_steps.STEPS,
    **rights_steps.STEPS,
    **account_steps.STEPS,
}

BEFORE: Mapping[str, Callable[[World], object]] = {
    **law_steps.BEFORE,
    **account_steps.BEFORE,
    "give an office": _is_chair,
    "bring back a treaty": vocabulary_steps.retire_a_treaty,
    "take the signature of a right back": vocabulary_steps.sign_a_right,
    "open a round": consulted,
    "undo a correction": _prepare(_correct, "secretary"),
    "ask for the legal check": _prepare(STEPS["tick off a finding"], "drafter"),
    "decline a late request": _prepare(STEPS["ask to be accepted late"], "rights_head"),
    "submit for the rowing club": _prepare(STEPS["sign off for the rowing club"], "stranger_focal"),
    "submit for the Ombudsman": _prepare(STEPS["sign off for the Ombudsman"], "rights_head"),
    "submit an individual view": _prepare(STEPS["write an individual view in a public round"], "citizen"),
}
