"""The bar on the first page of the Ombudsman's office: how many of its issues stand so."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rights.values import IssueState


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the issues stand so; `start` and `width` are its place in a bar of 100."""

    slug: str
    label: str
    count: int
    start: float
    width: float


def shares(states: Mapping[str, int], waiting: list[str]) -> Iterator[Share]:
    """The issues by how they stand. Those with a text to assess are counted there alone.

    `waiting` has the states of these, without closed ones: nobody can assess a text on an issue that is closed.
    """
    counts = Counter({"waiting": len(waiting)})
    for state, count in states.items():
        counts[_GROUP_OF.get(state, "open")] += count
    for state in waiting:
        counts[_GROUP_OF.get(state, "open")] -= 1
    total, start = sum(states.values()), 0.0
    for slug, label in _labels(apart=bool(waiting)):
        if count := counts[slug]:
            width = 100 * count / total
            yield Share(slug, label, count, round(start, 2), round(width, 2))
            start += width


_GROUP_OF: Mapping[str, str] = {
    IssueState.ADDRESSED: "good",
    IssueState.CLOSED: "good",
    IssueState.PARTLY_ADDRESSED: "half",
    IssueState.NOT_ADDRESSED: "bad",
}


def _labels(*, apart: bool) -> list[tuple[str, str]]:
    """Where some wait, the list counts more issues under a state than the bar, which therefore says that no text waits."""
    return [
        ("good", _("addressed or closed, no text to assess") if apart else _("addressed or closed")),
        ("half", _("partly addressed, no text to assess") if apart else _("partly addressed")),
        ("waiting", _("with a text to assess")),
        ("bad", _("not addressed, no text to assess") if apart else _("not addressed")),
        ("open", _("open, text unchanged")),
    ]
