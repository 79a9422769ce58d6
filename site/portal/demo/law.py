"""How the law of the demo came about: the import, the drafts, their releases and the way to force."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.pass_check import PassCheck
from amendments.actions.checking.tick_finding import TickFinding
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.open_amendment import OpenAmendment
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.actions.publication.seal_draft import SealDraft
from amendments.audit.actor import Actor
from amendments.importers import read_act
from amendments.instructions.operations import from_json
from amendments.models import Amendment, CheckFinding, Draft, Instruction, LegalCheck, Section, Version
from amendments.plugins.registry import scheme_for
from amendments.states import State, StepDetails
from consultations.actions.committees.refer_amendment import ReferAmendment
from consultations.models import Committee
from portal.demo import translations
from portal.demo.people import COMMITTEE, Cast
from portal.demo.story import DATA, ZONE, Step, moment, read

REVIEWER = "reviewer.justice"


@dataclass
class Law:
    """What exists so far: consolidated texts and drafts by label, instructions by key, the amendments."""

    cast: Cast
    today: date
    texts: dict[str, Version] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    instructions: dict[str, Instruction] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    checks: dict[str, LegalCheck] = field(default_factory=dict)
    findings: dict[str, CheckFinding] = field(default_factory=dict)

    def actor(self, username: str, at: datetime, reason: str = "") -> Actor:
        """Somebody of the cast at a moment."""
        return Actor(self.cast.users[username], at, self.cast.body(username), reason)

    def at(self, given: str) -> datetime:
        """A moment of the files."""
        return moment(given, self.today)


def steps(law: Law) -> Iterator[Step]:
    """Everything that happened to the act, in any order."""
    first, second = read("timeline"), read("amendment_open")
    yield from _imported(law, first)
    yield from _amended(law, "first", read("amendment_versions"), first, "base")
    yield from _found(law, first)
    yield from _adopted(law, first)
    yield from _amended(law, "second", second, second["timeline"], "in-force")
    yield from _revised(law, second)


def _imported(law: Law, timeline: dict[str, Any]) -> Iterator[Step]:
    base = next(version for version in timeline["versions"] if version["label"] == "base")
    at = law.at(base["sealed_at"])

    def import_base() -> None:
        told = read("amendment_versions")["base"]
        text = read_act("base_law.txt", (DATA / "base_law.txt").read_bytes())
        particulars = Particulars(
            told["title"],
            told["number"],
            "en",
            date=date.fromisoformat(told["date"]),
            source="Gazette of the Republic of Caspia",
        )
        section = Section.objects.get(slug="state-migration-authority")
        parsed = scheme_for("", "en").parse(text)
        law.texts["base"] = ImportAct(
            section,
            parsed,
            particulars,
            actor=law.actor("drafter", at),
            translation=translations.of_the_base(parsed.tree),
        ).execute()
        translations.title_of(law.texts["base"].instrument, told["title"], law.actor("drafter", at))

    yield Step(at, 0, "Law 27-L is imported", import_base)
    yield from _released(law, "base", "base", base)


def _amended(
    law: Law, name: str, drafts: dict[str, Any], timeline: dict[str, Any], base: str
) -> Iterator[Step]:
    opened, *others = [event for event in timeline["events"] if event["event"]]
    at = law.at(opened["date"]) if name == "second" else law.at("2025-01-13T17:00:00+04:00")

    def open_it() -> None:
        section = Section.objects.get(slug="state-migration-authority")
        action = OpenAmendment(
            section, [law.texts[base]], drafts["amending_title"], actor=law.actor("drafter", at)
        )
        amendment = law.amendments[name] = action.execute()
        committee = Committee.objects.get(slug=COMMITTEE)
        translations.title_of(amendment, drafts["amending_title"], law.actor("drafter", at))
        ReferAmendment(amendment, committee, actor=law.actor("drafter", at)).execute()

    yield Step(at, 0, "An amendment is opened", open_it)
    for draft in drafts["versions"]:
        sealed = next(v for v in timeline["versions"] if v["label"] == draft["label"])
        yield from _drafted(law, name, draft, law.at(sealed["sealed_at"]))
        yield from _released(law, f"{name}-{draft['label']}", name, sealed)
    state = opened["state"]
    for event in others:
        if event["state"] not in (state, State.LEGAL_CHECK) and "by" in event:
            yield _moved(law, name, event)
        state = event["state"]


def _drafted(law: Law, name: str, draft: dict[str, Any], sealed_at: datetime) -> Iterator[Step]:
    label = f"{name}-{draft['label']}"
    written_at = sealed_at - timedelta(days=2)
    asked_at, passed_at = sealed_at - timedelta(days=1), sealed_at - timedelta(hours=1)

    def write() -> None:
        _write(law, name, draft, written_at)

    def seal() -> None:
        law.drafts[label] = SealDraft(law.amendments[name], actor=law.actor("drafter", sealed_at)).execute()

    def ask() -> None:
        reviewer = law.cast.users[REVIEWER]
        actor = law.actor("drafter", asked_at)
        due = localdate(sealed_at, ZONE)
        law.checks[label] = AskCheck(law.amendments[name], reviewer, due, actor=actor).execute()

    def let_pass() -> None:
        PassCheck(law.checks[label], actor=law.actor(REVIEWER, passed_at)).execute()

    yield Step(written_at, 1, f"The instructions of {draft['title']}", write)

    def translate() -> None:
        translations.prepare(law.amendments[name].amended_acts.get(), label, law.actor("drafter", asked_at))

    yield Step(asked_at, 0, f"{draft['title']} is translated", translate)
    yield Step(asked_at, 0, f"The legal check of {draft['title']} is asked for", ask)
    yield Step(passed_at, 0, f"{draft['title']} passes the legal check", let_pass)
    yield Step(sealed_at, 0, f"{draft['title']} is sealed", seal)


def _found(law: Law, timeline: dict[str, Any]) -> Iterator[Step]:
    """What the reviewer found in the text that passed, and what the drafter did about it."""
    sealed = {version["label"]: law.at(version["sealed_at"]) for version in timeline["versions"]}
    for told in read("review_findings"):
        found_at, done_at = (
            law.at(told["recorded_at"]),
            sealed[told["resolved_by"]["draft"]] - timedelta(days=1, hours=1),
        )

        def find(told: dict[str, Any] = told, at: datetime = found_at) -> None:
            check, row = law.checks[f"first-{told['draft_version']}"], law.instructions[told["instruction"]]
            data = FindingData(CheckFinding.Severity.ADVICE, told["text"], row)
            law.findings[told["id"]] = WriteFinding(
                check, data, actor=law.actor(told["author"], at)
            ).execute()

        def tick(told: dict[str, Any] = told, at: datetime = done_at) -> None:
            finding = law.findings[told["id"]]
            TickFinding(finding, is_done=True, actor=law.actor("drafter", at)).execute()

        yield Step(found_at, 1, f"Finding {told['id']} is written", find)
        yield Step(done_at, 2, f"Finding {told['id']} is dealt with", tick)


def _write(law: Law, name: str, draft: dict[str, Any], at: datetime) -> None:
    """Bring the list to the state that the file tells: add, change, withdraw."""
    told = {given["id"]: given for given in draft["instructions"]}
    act = law.amendments[name].amended_acts.get()
    standing = act.instructions.filter(status=Instruction.Status.TAKEN)
    for row in standing:
        if row.key not in told:
            reason = "Replaced after the consultation."
            WithdrawInstruction(row, actor=law.actor("drafter", at, reason)).execute()
    for minutes, (key, given) in enumerate(told.items()):
        actor = law.actor("drafter", at + timedelta(minutes=minutes), given.get("reason", ""))
        operation, row = from_json(given), law.instructions.get(key)
        if row is None:
            law.instructions[key] = AddInstruction(act, operation, actor=actor, key=key).execute()
        elif from_json(row.operation) != operation:
            law.instructions[key] = EditInstruction(row, operation, actor=actor).execute()


def _released(law: Law, label: str, name: str, told: dict[str, Any]) -> Iterator[Step]:
    for release in told["releases"]:
        at = law.at(release["at"])

        def do(release: dict[str, Any] = release, at: datetime = at) -> None:
            text, audience = law.drafts.get(label) or law.texts[label], release["audience"]
            asked = RequestRelease(text, audience, actor=law.actor(release["requested_by"], at)).execute()
            ApproveRelease(asked, actor=law.actor(release["approved_by"], at)).execute()
            ReleaseVersion(text, audience, actor=law.actor(release["released_by"], at)).execute()

        yield Step(at, 2, f"{label} is released to: {release['audience']}", do)


def _moved(law: Law, name: str, event: dict[str, Any]) -> Step:
    at = law.at(event["date"])

    def do() -> None:
        actor = law.actor(event["by"], at, event.get("reason", ""))
        day = at.date() if "number" in event or "source" in event else None
        in_force = date.fromisoformat(event["in_force"]) if "in_force" in event else None
        told = StepDetails(day, event.get("number", ""), event.get("source", ""), in_force)
        ChangeState(
            law.amendments[name], State(event["state"]), actor=actor, note=event["event"], details=told
        ).execute()

    return Step(at, 3, event["event"], do)


def _adopted(law: Law, timeline: dict[str, Any]) -> Iterator[Step]:
    told = next(version for version in timeline["versions"] if version["label"] == "in-force")
    at = law.at(told["sealed_at"])

    def seal() -> None:
        adoption = Adoption(told["law"], date.fromisoformat(told["commencement"]), f"Law No. {told['law']}")
        draft = law.drafts[f"first-{told['text_of']}"]
        action = SealConsolidated(draft, adoption, actor=law.actor("drafter", at))
        (law.texts["in-force"],) = action.execute()

    yield Step(at, 0, "The consolidated text is sealed", seal)
    yield from _released(law, "in-force", "first", told)


def _revised(law: Law, story: dict[str, Any]) -> Iterator[Step]:
    for told in story["under_revision"]:
        at = law.at(told["since"])

        def do(told: dict[str, Any] = told, at: datetime = at) -> None:
            row, actor = law.instructions[told["instruction"]], law.actor(told["by"], at, told["reason"])
            operation = from_json(told["operation"])
            law.instructions[row.key] = EditInstruction(
                row, operation, actor=actor, reason=told["reason"]
            ).execute()

        yield Step(at, 1, f"{told['instruction']} is revised", do)
