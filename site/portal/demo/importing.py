"""What fictional international bodies recommended to the country of the demo, as its Ombudsman's office imported it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from amendments.audit.actor import Actor
from portal.demo.law import Law
from portal.demo.story import Step, read
from rights.actions.sources.import_recommendations import ImportRecommendations
from rights.actions.sources.link_source import LinkSource
from rights.international_table import GivenRecommendation, table_of
from rights.models import InternationalRecommendation, RightsIssue

Told = dict[str, Any]  # Any: the shape is that of the file


def steps(law: Law) -> Iterator[Step]:
    """The whole table in one step; a step for each issue that rests on a row."""
    told = read("international")
    rows = told["recommendations"]
    imported_at, linked_at = law.at(told["imported_at"]), law.at(told["linked_at"])

    def bring_in() -> None:
        table = table_of(_given(row) for row in rows)
        ImportRecommendations(table, actor=law.actor(told["imported_by"], imported_at)).execute()

    yield Step(imported_at, 8, "International recommendations are imported", bring_in)
    for row in rows:
        for reference in row["issues"]:
            actor = law.actor(told["imported_by"], linked_at)
            yield Step(
                linked_at, 9, f"{reference} rests on {row['annotation']}", _link(row, reference, actor)
            )


def _link(row: Told, reference: str, actor: Actor) -> Callable[[], None]:
    def do() -> None:
        issue = RightsIssue.objects.get(reference=reference)
        source = InternationalRecommendation.objects.get(annotation=row["annotation"])
        LinkSource(issue, source, actor=actor).execute()

    return do


def _given(row: Told) -> GivenRecommendation:
    told: Told = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    told["published_on"] = date.fromisoformat(row["published_on"])
    del told["issues"]
    return GivenRecommendation(**told)
