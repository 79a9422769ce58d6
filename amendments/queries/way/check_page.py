"""The page on which a reviewer checks a text: its redline act by act, its instructions, and what was found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from amendments.models import AmendedAct, CheckFinding, Instruction, LegalCheck
from amendments.permissions import may_draft
from amendments.queries.drafting.drafts import Step, WorkingDraft, scheme_of
from amendments.queries.drafting.working_text import Sheet, working_text
from amendments.queries.showing.readings import Reading, preview
from amendments.queries.showing.rows import Row
from amendments.queries.way.checking import may_review


@dataclass(frozen=True, slots=True)
class CheckedInstruction:
    """An instruction of the text with the findings about it."""

    step: Step
    findings: tuple[CheckFinding, ...]


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A provision of the text with the findings about it."""

    row: Row
    findings: tuple[CheckFinding, ...]
    cited: str  # in full; "" for what the text no longer holds


@dataclass(frozen=True, slots=True)
class CheckedAct:
    """An act with its text against the one in force, and the instructions that make the difference."""

    act: AmendedAct
    reading: Reading
    instructions: tuple[CheckedInstruction, ...]
    rows: tuple[CheckedRow, ...]
    draft: WorkingDraft


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A check for one reader. `acts` are shown while it is under way; later the text is another one."""

    check: LegalCheck
    acts: tuple[CheckedAct, ...]
    findings: tuple[CheckFinding, ...]
    may_answer: bool
    may_draft: bool

    @property
    def blocking(self) -> int:
        """How many findings must be corrected."""
        return sum(finding.is_blocking for finding in self.findings)

    @property
    def instructions(self) -> list[Instruction]:
        """Every instruction of the text, act by act."""
        return [line.step.instruction for act in self.acts for line in act.instructions]


def check_page(user: Any, check: LegalCheck, *, shows_all: bool = False) -> CheckPage:
    """The check as the person may see it; `shows_all`: with the provisions that stay as they are."""
    amendment = check.amendment
    is_drafter = may_draft(user, amendment)
    may_answer = check.is_open and check.reviewer_id == user.pk and may_review(user, amendment)
    findings = tuple(check.findings.select_related("instruction", "act__instrument", "ticked_by"))
    shown = working_text(amendment).sheets if check.is_open and (may_answer or is_drafter) else ()
    acts = tuple(_checked(sheet, findings, shows_all=shows_all) for sheet in shown)
    return CheckPage(check, acts, findings, may_answer, is_drafter)


def findings_by_place(findings: Iterable[CheckFinding]) -> Mapping[str, tuple[CheckFinding, ...]]:
    """The findings by the key of an instruction or the UUID of a provision."""
    found: dict[str, list[CheckFinding]] = defaultdict(list)
    for finding in findings:
        place = finding.instruction.key if finding.instruction is not None else str(finding.provision)
        found[place].append(finding)
    return {place: tuple(rows) for place, rows in found.items()}


def _checked(sheet: Sheet, findings: Iterable[CheckFinding], *, shows_all: bool) -> CheckedAct:
    act, draft = sheet.act, sheet.draft
    reading = preview(act.base_version, draft.base, draft.tree)
    placed = findings_by_place(findings)
    return CheckedAct(
        act,
        reading,
        tuple(CheckedInstruction(step, placed.get(step.instruction.key, ())) for step in draft.steps),
        tuple(
            CheckedRow(row, placed.get(row.provision, ()), _cited(draft, row))
            for row in (reading.rows if shows_all else reading.changed_in_context)
        ),
        draft,
    )


def _cited(draft: WorkingDraft, row: Row) -> str:
    element = draft.tree.by_key.get(row.provision)
    return scheme_of(draft.act).cite(element) if element is not None and element.number else ""
