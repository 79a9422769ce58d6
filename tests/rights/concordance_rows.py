"""Rows of the table of concordance in the small world of consultations."""

from typing import Any

from consultations.models import Treaty
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.row_content import Judged, RowContent
from rights.actions.concordance.write_row import WriteRow
from rights.models import ConcordanceRow, Judgement
from rights.values import Degree


def row_content(**more: Any) -> RowContent:
    """What a row says of the comparator."""
    given = {"treaty": Treaty.objects.get(code="CRC"), "articles": "3(1)", "summary": "Best interests"}
    return RowContent(**{**given, **more})


def keys_of(version: Any, *numbers: str) -> list[str]:
    """The keys of provisions."""
    return [str(version.entries.get(number=number).provision_id) for number in numbers]


def write(
    office: Any,
    version: Any,
    *numbers: str,
    degree: Degree = Degree.PARTIAL,
    person: Any = None,
    comment: str = "",
    **more: Any,
) -> ConcordanceRow:
    """A row of the drafter on a text."""
    actor = office.act(person or office.world.drafter)
    judged = Judged(degree, comment)
    return WriteRow(version, keys_of(version, *numbers), row_content(**more), judged, actor=actor).execute()


def judge(office: Any, row: ConcordanceRow, version: Any, degree: Degree = Degree.FULL) -> Judgement:
    """A judgement of the drafter on a text."""
    actor = office.act(office.world.drafter)
    return JudgeRow(row, version, Judged(degree), actor=actor).execute()
