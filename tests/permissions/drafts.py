"""The acts and amendments of the world, and the drafts of one of them, each released to fewer people."""

from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.return_check import ReturnCheck
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.actions.drafting.write_note import WriteNote
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.actions.publication.request_release import RequestRelease
from amendments.attaching.new_file import NewFile
from amendments.audit.actor import Actor
from amendments.importers.markup import Markup, Note, TrackedEdit
from amendments.models import ActImport, AmendedAct, CheckFinding, Instruction
from amendments.queries.drafting.drafts import scheme_of
from amendments.queries.showing.trees import tree_of
from amendments.states import State
from tests.factories import law
from tests.permissions.world import ACT, World

HIDDEN_ACT = ACT.replace("rafts", "gannetry")


def add_law(world: World) -> None:
    drafter, own = world.people["drafter"], world.sections["own"]
    world.versions["base"] = law.make_act(own, drafter, text=ACT)
    _release(world, "base", "public")
    hidden = Particulars("Law on gannetry", "2-L", "en")
    action = ImportAct(own, law.parse(HIDDEN_ACT), hidden, actor=Actor.now(drafter))
    world.versions["hidden act"] = action.execute()
    long = Particulars("Code of hawksbills", "3-L", "en")
    asked = RequestImport(own, ACT, long, actor=Actor.now(drafter)).execute()
    ActImport.objects.filter(pk=asked.pk).update(state=ActImport.State.FAILED, error="Not read.")
    world.imports["failed"] = asked
    base = world.versions["base"]
    world.amendments["own"] = law.make_amendment(own, base, drafter, "Amending the fares")
    world.amendments["hidden"] = law.make_amendment(own, base, drafter, "Amending halibut")
    act = law.act_of(world.amendments["own"])
    action = ReadMarkedFile(act, "fares.docx", marked(act), actor=Actor.now(drafter))
    world.marked_files["read"] = action.execute()
    other, other_drafter = world.sections["other"], world.people["other_drafter"]
    world.amendments["other"] = law.make_amendment(other, base, other_drafter, "Amending jackdaw")
    checked = world.amendments["checked"] = law.make_amendment(other, base, other_drafter, "Amending kestrel")
    row = law.add(checked, other_drafter, "repeal", "1.2.1")
    _check(world, "open", "checked", "other_drafter", row, "Say why: linnet.")


def marked(act: AmendedAct) -> Markup:
    """A file in which somebody wrote another word for the children, and somebody commented on them."""
    text = scheme_of(act).render(tree_of(act.base_version))
    at = text.index("Children")
    edit = TrackedEdit(at, at + 8, "Minors", "Author A", "2026-11-02T10:00:00Z")
    return Markup(text, (edit,), (Note("Too much.", "Author B", "", at, at + 8),))


def _check(world: World, name: str, amendment: str, drafter: str, row: Instruction, text: str) -> None:
    """A check with one finding."""
    reviewer, asked = world.people["legal_reviewer"], Actor.now(world.people[drafter])
    action = AskCheck(world.amendments[amendment], reviewer, localdate(), actor=asked)
    check = world.checks[name] = action.execute()
    data = FindingData(CheckFinding.Severity.BLOCKS, text, row)
    world.findings[name] = WriteFinding(check, data, actor=Actor.now(reviewer)).execute()


def add_drafts(world: World) -> None:
    """Draft after draft with another wording of the same inserted point, each released to fewer people."""
    drafter, amendment = world.people["drafter"], world.amendments["own"]
    world.instructions["taken"] = law.add(amendment, drafter, "insert_element", "1.2.4", new="albatross.")
    law.add(amendment, drafter, "replace_words", "2.1", old="10 coins", new="20 coins")
    _seal(world, "public", "public")
    for word, name, audience in (
        ("barnacle", "committee", "committee"),
        ("cormorant", "invited", "invited"),
        ("dogfish", "body", "drafting_body"),
    ):
        _reword(world, word)
        _seal(world, name, audience)


def _reword(world: World, word: str) -> None:
    drafter = world.people["drafter"]
    operation = law.operation("insert_element", "1.2.4", new=f"{word}.")
    row = world.instructions["taken"]
    row.refresh_from_db()
    EditInstruction(row, operation, actor=Actor.now(drafter), reason=f"kittiwake {word}").execute()


def _seal(world: World, name: str, audience: str | None = None) -> None:
    world.drafts[name] = law.seal(world.amendments["own"], world.people["drafter"])
    if audience is not None:
        _release(world, name, audience)


def _release(world: World, name: str, audience: str) -> None:
    law.release(
        world.drafts.get(name) or world.versions[name],
        audience,
        world.people["drafter"],
        world.people["secretary"],
    )


def add_last_draft(world: World) -> None:
    """A sealed draft that nobody asked to release, working text after it, and the way through the states."""
    drafter, secretary = world.people["drafter"], world.people["secretary"]
    _reword(world, "eiderduck")
    _seal(world, "unreleased")
    note = {"aims": "For the nightjar."}
    files = {"cover": [NewFile("Nightjar.txt", b"For the nightjar.")]}
    WriteNote(world.drafts["unreleased"], note, actor=Actor.now(drafter), files=files).execute()
    for draft, word in (("unreleased", "avdotka"), ("committee", "bekasina")):
        law.translate(law.text_in(world.drafts[draft]), drafter, "1.2.4", f"Gediş haqqı: {word}.")
    _reword(world, "flounder")
    law.prepare_translation(world.amendments["own"], drafter, "1.2.4", "Gediş haqqı: dovdaqca.")
    asked = Actor.now(drafter)
    world.requests["wider"] = RequestRelease(world.drafts["invited"], "public", actor=asked).execute()
    row = world.instructions["taken"]
    row.refresh_from_db()
    _check(world, "returned", "own", "drafter", row, "Say how: moorhen.")
    returned = Actor.now(world.people["legal_reviewer"], reason="Came back: ibisnote.")
    ReturnCheck(world.checks["returned"], actor=returned).execute()
    urgent = Actor.now(secretary, reason="Urgent.")
    world.amendments["own"].refresh_from_db()
    ChangeState(world.amendments["own"], State.CONSULTATION, actor=urgent).execute()
    public = law.text_in(world.drafts["public"])
    inserted, standing = public.entries.get(number="1.2.4"), public.entries.get(number="2.1")
    hidden = world.versions["hidden act"].entries.get(number="1.2.2")
    world.provisions = {
        "inserted": inserted.provision,
        "commented": standing.provision,
        "hidden": hidden.provision,
    }
    proposed = law.operation("delete_words", "2.2", old="free of charge")
    action = ProposeInstruction(law.act_of(world.amendments["own"]), proposed, actor=Actor.now(secretary))
    world.instructions["proposed"] = action.execute()
