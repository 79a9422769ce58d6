"""The texts in which a provision stands, one after the other: which changed it, and which left it as it was."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from amendments.models import Draft, EntryText, Version
from amendments.queries.law.acts import FINAL_STATES
from amendments.queries.law.in_force_now import in_force_from, is_coming

MOST_POINTS = 6  # as many as stand beside each other on a page

Step = tuple[EntryText | None, EntryText]
"""A wording with the one before it; None before the first."""


@dataclass(frozen=True, slots=True)
class Point:
    """A consolidated text, or a draft that is still under way. `is_first`: before it nothing is known.

    `day` is that of its entry into force, None where that is not known; that of its seal for a draft.
    """

    version: Version
    day: date | None
    is_coming: bool
    is_first: bool
    is_changed: bool
    is_repealed: bool


def points_of(law: Sequence[EntryText], proposed: Sequence[Step]) -> tuple[Point, ...]:
    """The newest points, the oldest of them first; none where they would be a single one.

    `law` are the rows in consolidated texts, `proposed` those in drafts that are under way, with the row that each
    changes. Where there are too many, texts that left the provision as it was are left out first.
    """
    steps = [*_steps(law), *proposed]
    steps.sort(key=lambda step: (step[1].entry.version.sealed_at, step[1].entry.version.number))
    if len(steps) > MOST_POINTS:
        steps = [step for step in steps if differs(*step)][-MOST_POINTS:]
    points = [_point(before, row) for before, row in steps]
    return tuple(points) if len(points) > 1 else ()


def _point(before: EntryText | None, row: EntryText) -> Point:
    version = row.entry.version
    return Point(
        version,
        localdate(version.sealed_at) if version.is_draft else in_force_from(version),
        not version.is_draft and is_coming(version),
        before is None,
        differs(before, row),
        row.entry.is_repealed,
    )


def differs(before: EntryText | None, row: EntryText) -> bool:
    """Whether the provision got another wording, number or place, or was not there before."""
    if before is None:
        return True
    mark = (before.text_id, before.entry.number, before.entry.is_repealed)
    return mark != (row.text_id, row.entry.number, row.entry.is_repealed)


def under_way(drafts: Sequence[EntryText], law: Sequence[EntryText]) -> list[EntryText]:
    """The rows in drafts whose fate is not decided. It is, where the adopted text of their amendment is among `law`."""
    adopted = {text.draft.amendment_id for row in law if (text := row.entry.version.text_of) and text.draft}
    return [row for row in drafts if _is_open(row.entry.version.draft, adopted)]


def _is_open(draft: Draft | None, adopted: Container[int]) -> bool:
    return (
        draft is not None and draft.amendment.state not in FINAL_STATES and draft.amendment_id not in adopted
    )


def _steps(law: Sequence[EntryText]) -> Iterator[Step]:
    return zip([None, *law], law, strict=False)
