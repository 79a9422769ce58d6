"""Who proposed the instructions that wait beside a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from amendments.models import Instruction


@dataclass(frozen=True, slots=True)
class Proposer:
    """The person as the record names them, and when the instruction was proposed."""

    name: str
    at: datetime


def proposers(rows: Iterable[Instruction]) -> dict[UUID, Proposer]:
    """The proposers by the key of the instruction, in one query; whoever changed a proposal later is not one."""
    keys = [row.pk for row in rows]
    if not keys:
        return {}
    records = Instruction.history.filter(id__in=keys, status=Instruction.Status.PROPOSED)
    ordered = records.order_by("-history_date", "-history_id").values_list(
        "id", "actor_label", "history_date"
    )
    return {key: Proposer(name, at) for key, name, at in ordered}
