"""The steps of the drafters, the legal service and whoever releases, as real actions."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.call_back_check import CallBackCheck
from amendments.actions.checking.pass_check import PassCheck
from amendments.actions.checking.remove_finding import RemoveFinding
from amendments.actions.checking.return_check import ReturnCheck
from amendments.actions.checking.tick_finding import TickFinding
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.actions.drafting.add_amended_act import AddAmendedAct
from amendments.actions.drafting.add_derived_instructions import AddDerivedInstructions
from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.cancel_marked_changes import CancelMarkedChanges
from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.describe_amendment import DescribeAmendment
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.open_amendment import OpenAmendment
from amendments.actions.drafting.propose_edit import ProposeEdit
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.remove_amended_act import RemoveAmendedAct
from amendments.actions.drafting.request_marked_changes import RequestMarkedChanges
from amendments.actions.drafting.take_back_step import TakeBackStep
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.take_marked_changes import TakeMarkedChanges
from amendments.actions.drafting.undo_marked_file import UndoMarkedFile
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.actions.drafting.write_note import WriteNote
from amendments.actions.importing.cancel_import import CancelImport
from amendments.actions.importing.discard_act import DiscardAct
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.actions.importing.restore_act import RestoreAct
from amendments.actions.mails.retry_mail import RetryMail
from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.correct_entry_days import CorrectEntryDays
from amendments.actions.publication.record_entry_days import RecordEntryDays
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.actions.publication.seal_draft import SealDraft
from amendments.actions.reading.log_download import LogDownload
from amendments.actions.translating.prepare_translations import PrepareTranslations
from amendments.actions.translating.translate_title import TranslateTitle
from amendments.actions.translating.translate_wordings import TranslateWordings
from amendments.audit.actor import Actor
from amendments.models import ActImport, Amendment, CheckFinding, Instruction, MarkedFile, VersionInstruction
from amendments.provisions.tree import text_hash
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.edits import ProvisionEdit
from amendments.queries.languages.translating import place_of
from amendments.queries.languages.translations import Words
from amendments.queries.way.steps import Way
from amendments.states import State, StepDetails
from consultations.actions.comments.place_comments import PlaceComments
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.letters_aside.retry_letter import RetryLetter
from tests.factories import consultation as make, law
from tests.permissions.drafts import marked
from tests.permissions.world import ACT, World

Step = Callable[[World, Actor], Any]


def _to(state: State, amendment: str = "own") -> Step:
    return lambda world, actor: ChangeState(world.amendments[amendment], state, actor=actor)


def _order(world: World, actor: Actor) -> MoveInstruction:
    taken = world.amendments["own"].instructions.filter(status=Instruction.Status.TAKEN)
    return MoveInstruction(taken[0], taken[1], actor=actor)


def _rebase(world: World, actor: Actor) -> RebaseAmendment:
    newest = world.versions["base"].instrument.consolidated().first()
    return RebaseAmendment(law.act_of(world.amendments["hidden"]), newest, actor=actor)


def _translate(draft: str) -> Step:
    def step(world: World, actor: Actor) -> TranslateWordings:
        version = law.text_in(world.drafts[draft])
        words = {str(world.provisions["commented"].pk): Words("", "Gediş haqqı 20 qəpikdir.")}
        return TranslateWordings(version, "az", words, "An office", actor=actor)

    return step


def _prepare_translation(world: World, actor: Actor) -> PrepareTranslations:
    act = law.act_of(world.amendments["own"])
    (element,) = working_draft(act).tree.numbered("2.1")
    words = {place_of(element): Words("", "Gediş haqqı.")}
    return PrepareTranslations(act, "az", words, "An office", actor=actor)


def _edit_text(world: World, actor: Actor) -> AddDerivedInstructions:
    return AddDerivedInstructions(law.act_of(world.amendments["own"]), _edit(world), actor=actor)


def _keep_edit(world: World, actor: Actor) -> ProposeEdit:
    return ProposeEdit(law.act_of(world.amendments["own"]), _edit(world), actor=actor)


def _edit(world: World) -> ProvisionEdit:
    (element,) = working_draft(law.act_of(world.amendments["own"])).tree.numbered("2.2")
    return ProvisionEdit(element.key, element.heading, "Children pay half.", text_hash(element))


def _title_of_an_act(act: str) -> Step:
    return lambda world, actor: TranslateTitle(world.versions[act].instrument, "az", "Qanun", actor=actor)


def _title_of_an_amendment(amendment: str) -> Step:
    return lambda world, actor: TranslateTitle(world.amendments[amendment], "az", "Qanun", actor=actor)


def _second_act(world: World) -> None:
    base, actor = world.versions["hidden act"], Actor.now(world.people["drafter"])
    AddAmendedAct(world.amendments["hidden"], base, actor=actor).execute()


def _discard(world: World) -> None:
    actor = Actor.now(world.people["drafter"], reason="Imported twice.")
    DiscardAct(world.versions["hidden act"].instrument, actor=actor).execute()


def _advice(world: World) -> None:
    CheckFinding.objects.filter(pk=world.findings["open"].pk).update(severity=CheckFinding.Severity.ADVICE)


def as_sealed(world: World) -> None:
    """Let the instructions stand as in the last draft."""
    rows = VersionInstruction.objects.filter(version__draft=world.drafts["unreleased"])
    for key, operation in rows.values_list("instruction", "operation"):
        Instruction.objects.filter(pk=key).update(operation=operation)


def _sign(world: World) -> None:
    as_sealed(world)
    Amendment.objects.filter(pk=world.amendments["own"].pk).update(state=State.SIGNED)


def _adopt(world: World) -> None:
    as_sealed(world)
    law.adopt(world.drafts["unreleased"], world.people["drafter"])


def _adopt_for_a_day(world: World) -> None:
    """Adopted, to enter into force on a day that has not come."""
    _adopt(world)
    STEPS["record the day of entry into force"](world, Actor.now(world.people["drafter"])).execute()


STEPS: Mapping[str, Step] = {
    "import an act": lambda w, a: ImportAct(
        w.sections["own"], law.parse(ACT), Particulars("New", "7-L", "en"), actor=a
    ),
    "send an undelivered mail again": lambda w, a: RetryMail(law.undelivered_mail(), actor=a),
    "have a letter written again": lambda w, a: RetryLetter(make.letter_aside(w.people["citizen"]), actor=a),
    "ask for the import of a long act": lambda w, a: RequestImport(
        w.sections["own"], ACT, Particulars("New", "7-L", "en"), actor=a
    ),
    "cancel the import of a long act": lambda w, a: CancelImport(w.imports["failed"], actor=a),
    "discard an act": lambda w, a: DiscardAct(w.versions["hidden act"].instrument, actor=a),
    "restore an act": lambda w, a: RestoreAct(w.versions["hidden act"].instrument, actor=a),
    "open an amendment": lambda w, a: OpenAmendment(w.sections["own"], [w.versions["base"]], "New", actor=a),
    "change the title and purpose of an amendment": lambda w, a: DescribeAmendment(
        w.amendments["own"], "On fares", "Fares rise.", actor=a
    ),
    "write an explanatory note": lambda w, a: WriteNote(
        w.drafts["unreleased"], {"effects": "Fewer boats."}, actor=a
    ),
    "add an act to an amendment": lambda w, a: AddAmendedAct(
        w.amendments["own"], w.versions["hidden act"], actor=a
    ),
    "take an act out of an amendment": lambda w, a: RemoveAmendedAct(
        law.act_of(w.amendments["hidden"], 2), actor=a
    ),
    "add an instruction": lambda w, a: AddInstruction(
        law.act_of(w.amendments["own"]), law.operation("repeal", "1.2.1"), actor=a
    ),
    "add an instruction in another body": lambda w, a: AddInstruction(
        law.act_of(w.amendments["other"]), law.operation("repeal", "1.2.1"), actor=a
    ),
    "edit the working text in place": _edit_text,
    "keep an edit of the working text as a proposal": _keep_edit,
    "change an instruction": lambda w, a: EditInstruction(
        w.instructions["taken"], law.operation("insert_element", "1.2.4", new="kites."), actor=a
    ),
    "withdraw an instruction": lambda w, a: WithdrawInstruction(w.instructions["taken"], actor=a),
    "order the instructions": _order,
    "take a proposed instruction into the draft": lambda w, a: TakeInstruction(
        w.instructions["proposed"], actor=a
    ),
    "read a marked file": lambda w, a: ReadMarkedFile(
        law.act_of(w.amendments["hidden"]), "x.docx", marked(law.act_of(w.amendments["hidden"])), actor=a
    ),
    "take in the marks of a file": lambda w, a: TakeMarkedChanges(
        w.marked_files["read"], actor=a, changes=[1], notes=[1]
    ),
    "ask for many marks of a file": lambda w, a: RequestMarkedChanges(
        w.marked_files["read"], actor=a, changes=[1], notes=[1]
    ),
    "cancel the taking in of marks": lambda w, a: CancelMarkedChanges(w.marked_files["read"], actor=a),
    "leave out a marked file": lambda w, a: UndoMarkedFile(w.marked_files["read"], actor=a),
    "propose an instruction": lambda w, a: ProposeInstruction(
        law.act_of(w.amendments["own"]), law.operation("repeal", "1.2.1"), actor=a
    ),
    "seal a draft": lambda w, a: SealDraft(w.amendments["own"], actor=a),
    "place the comments on a new draft": lambda w, a: PlaceComments(
        w.drafts["unreleased"].versions.get(), actor=a
    ),
    "adopt": lambda w, a: SealConsolidated(w.drafts["unreleased"], Adoption("9-L", None), actor=a),
    "record the day of entry into force": lambda w, a: RecordEntryDays(
        w.amendments["own"], StepDetails(in_force=localdate() + timedelta(days=30)), actor=a
    ),
    "correct the day of entry into force": lambda w, a: CorrectEntryDays(
        w.amendments["own"],
        {law.act_of(w.amendments["own"]).instrument_id: localdate() + timedelta(days=60)},
        Way(w.amendments["own"]).last_recorded,
        actor=a,
    ),
    "move to a newer text": _rebase,
    "withdraw the amendment": _to(State.WITHDRAWN),
    "start the consolidation": _to(State.CONSOLIDATION),
    "take a step back": lambda w, a: TakeBackStep(w.amendments["own"], actor=a),
    "ask for the legal check": lambda w, a: AskCheck(
        w.amendments["own"], w.people["legal_reviewer"], localdate(), actor=a
    ),
    "pass the legal check": lambda w, a: PassCheck(w.checks["open"], actor=a),
    "return it from the legal check": lambda w, a: ReturnCheck(w.checks["open"], actor=a),
    "call the legal check back": lambda w, a: CallBackCheck(w.checks["open"], actor=a),
    "write a finding": lambda w, a: WriteFinding(
        w.checks["open"],
        FindingData(CheckFinding.Severity.ADVICE, "Shorter.", w.findings["open"].instruction),
        actor=a,
    ),
    "remove a finding": lambda w, a: RemoveFinding(w.findings["open"], actor=a),
    "tick off a finding": lambda w, a: TickFinding(w.findings["returned"], is_done=True, actor=a),
    "translate the working text": _prepare_translation,
    "translate a public draft": _translate("public"),
    "translate a draft that is not released": _translate("unreleased"),
    "translate the title of an act": _title_of_an_act("base"),
    "translate the title of an act that is not released": _title_of_an_act("hidden act"),
    "translate the title of an amendment": _title_of_an_amendment("own"),
    "translate the title of an amendment that is not released": _title_of_an_amendment("hidden"),
    "translate a comment": lambda w, a: TranslateComment(w.comments["public"], "ru", "Дорого.", actor=a),
    "translate a comment for the secretariat": lambda w, a: TranslateComment(
        w.comments["secretariat"], "az", "Bahadır.", actor=a
    ),
    "download a draft that is not released": lambda w, a: LogDownload(
        w.drafts["unreleased"], {"format": "docx"}, actor=a
    ),
    "ask for a release": lambda w, a: RequestRelease(w.drafts["unreleased"], "invited", actor=a),
    "approve a release": lambda w, a: ApproveRelease(w.requests["wider"], actor=a),
    "release a version": lambda w, a: ReleaseVersion(w.drafts["invited"], "public", actor=a),
}


def import_waits(world: World) -> None:
    """The import that failed waits again for a worker."""
    ActImport.objects.filter(pk=world.imports["failed"].pk).update(state=ActImport.State.WAITING)


def marks_wait(world: World) -> None:
    """The worker has not begun to take in the marks of the file."""
    MarkedFile.objects.filter(pk=world.marked_files["read"].pk).update(state=MarkedFile.State.TAKING)


BEFORE: Mapping[str, Callable[[World], object]] = {
    "cancel the import of a long act": import_waits,
    "cancel the taking in of marks": marks_wait,
    "restore an act": _discard,
    "take an act out of an amendment": _second_act,
    "adopt": _sign,
    "record the day of entry into force": _adopt,
    "correct the day of entry into force": _adopt_for_a_day,
    "move to a newer text": _adopt,
    "seal a draft": lambda world: law.record_pass(world.amendments["own"], world.people["drafter"]),
    "pass the legal check": _advice,
}
