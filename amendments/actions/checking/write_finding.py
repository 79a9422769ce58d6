"""The reviewer writes down a finding."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max

from amendments.actions.checking.check_action import ReviewerAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors.of_checks import FindingWithoutPlace
from amendments.models import AmendedAct, CheckFinding, Instruction, LegalCheck
from amendments.queries.drafting.drafts import is_identity, scheme_of, working_draft
from amendments.queries.way.cited_provision import cited_in

Severity = CheckFinding.Severity


@dataclass(frozen=True, slots=True)
class FindingData:
    """What a finding says, and about which instruction or provision: one of the two."""

    severity: CheckFinding.Severity
    text: str
    instruction: Instruction | None = None
    act: AmendedAct | None = None
    cited: str = ""  # the key of the provision, its citation, or its number


class WriteFinding(ReviewerAction[CheckFinding]):
    """A finding is about one instruction of the text, or about one of its provisions, also an untouched one."""

    action_name = "amendments.write_finding"

    def __init__(
        self, check: LegalCheck, data: FindingData, *, actor: Actor, finding: CheckFinding | None = None
    ) -> None:
        super().__init__(check, actor=actor)
        self.data = data
        self.finding = finding

    def perform(self) -> CheckFinding:
        """Write the row, or write it anew."""
        self.refuse_if_closed()
        check = self.instance
        row = self.finding or CheckFinding(legal_check=check, number=_next_number(check))
        if row.legal_check_id != check.pk:
            raise FindingWithoutPlace
        row.instruction = row.act = row.provision = None
        row.cited = ""
        for name, value in self._place().items():
            setattr(row, name, value)
        row.severity, row.text = self.data.severity, self.data.text
        attribute(row, self.actor)
        row.save()
        self.touch()
        return row

    def _place(self) -> dict[str, Any]:
        data, amendment = self.data, self.instance.amendment_id
        if data.instruction is not None:
            if data.instruction.amended_act.amendment_id != amendment:
                raise FindingWithoutPlace
            return {"instruction": data.instruction, "act": data.instruction.amended_act}
        if data.act is None or data.act.amendment_id != amendment:
            raise FindingWithoutPlace
        found = cited_in(working_draft(data.act), data.cited)
        if found is None or not is_identity(found.key):  # an eId is no identity: it may be another's tomorrow
            raise FindingWithoutPlace
        return {"act": data.act, "provision": UUID(found.key), "cited": scheme_of(data.act).cite(found)}


def _next_number(check: LegalCheck) -> int:
    return (check.findings.aggregate(last=Max("number"))["last"] or 0) + 1
