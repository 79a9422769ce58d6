"""The table of concordance of the demo: the rows that the drafter wrote on the third draft."""

import re
from collections.abc import Iterator
from typing import Any

from amendments.queries.showing.trees import tree_of
from consultations.models import Treaty
from portal.demo.law import Law
from portal.demo.story import Step, read
from rights.actions.concordance.row_content import Judged, RowContent
from rights.actions.concordance.write_row import WriteRow
from rights.values import Degree

_PROVISIONS = re.compile(r"([^()]*)(?:\((.*)\))?")


def steps(law: Law) -> Iterator[Step]:
    """One step for each row."""
    for row in read("concordance"):
        yield _written(law, row)


def _written(law: Law, row: dict[str, Any]) -> Step:
    at = law.at(row["assessed_on"])

    def do() -> None:
        version = law.drafts[f"first-{row['draft_version']}"].versions.get()
        numbers, remark = _split(row["national_provision"])
        tree, keys = tree_of(version), []
        for number in numbers:
            (element,) = tree.numbered(number)
            keys.append(element.key)
        content = RowContent(
            Treaty.objects.get(code=row["instrument"]),
            ", ".join([row["article"], *row.get("also", ())]),
            row["provision_summary"],
            rights=tuple(row["rights"]),
            completion=row["how_completed"],
            deadline=law.at(row["planned_deadline"]).date() if row["planned_deadline"] else None,
        )
        judged = Judged(Degree(row["degree"]), ". ".join(filter(None, [remark, row["comment"]])))
        actor = law.actor("drafter", at)
        WriteRow(version, keys, content, judged, actor=actor, reference=row["id"]).execute()

    return Step(at, 10, f"{row['id']} is written", do)


def _split(given: str) -> tuple[list[str], str]:
    """The numbers, and what stands in brackets after them: "12-1.1 (14.1.4 repealed)"."""
    found = _PROVISIONS.fullmatch(given)
    numbers, remark = found.groups() if found else (given, "")
    return [one.strip() for one in numbers.split(";") if one.strip()], remark or ""
