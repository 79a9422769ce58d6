"""The texts in which a provision stands, one after the other: which changed it, and which left it as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.models import EntryText, Version
from amendments.queries.acts import FINAL_STATES

MOST_POINTS = 6  # as many as stand beside each other on a page

Step = tuple[EntryText | None, EntryText]
"""A wording with the one before it; None before the first."""


@dataclass(frozen=True, slots=True)
class Point:
    """A consolidated text, or a draft that is still under way. `is_first`: before it nothing is known."""

    version: Version
    is_first: bool
    is_changed: bool
    is_repealed: bool


def points_of(law: Sequence[EntryText], proposed: Sequence[Step]) -> tuple[Point, ...]:
    """The newest points, the oldest of them first; none where they would be a single one.

    `law` are the rows in consolidated texts, `proposed` those in drafts with the row that each draft changes. Where
    there are too many, texts that left the provision as it was are left out first.
    """
    steps = [*_steps(law), *(step for step in proposed if is_under_way(step[1]))]
    steps.sort(key=lambda step: (step[1].entry.version.sealed_at, step[1].entry.version.number))
    if len(steps) > MOST_POINTS:
        steps = [step for step in steps if differs(*step)][-MOST_POINTS:]
    points = [
        Point(row.entry.version, before is None, differs(before, row), row.entry.is_repealed)
        for before, row in steps
    ]
    return tuple(points) if len(points) > 1 else ()


def differs(before: EntryText | None, row: EntryText) -> bool:
    """Whether the provision got another wording, number or place, or was not there before."""
    if before is None:
        return True
    mark = (before.text_id, before.entry.number, before.entry.is_repealed)
    return mark != (row.text_id, row.entry.number, row.entry.is_repealed)


def is_under_way(row: EntryText) -> bool:
    """Whether it stands in a draft whose fate is not decided."""
    return (draft := row.entry.version.draft) is not None and draft.amendment.state not in FINAL_STATES


def _steps(law: Sequence[EntryText]) -> Iterator[Step]:
    return zip([None, *law], law, strict=False)
