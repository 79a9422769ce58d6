"""The table of conformity: the provisions of an act by the rights that issues touch there, as of one text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from amendments.models import Instrument, Version
from consultations.models import Cluster, Right
from consultations.queries.provision_texts import wordings
from rights.models import Assessment, FollowedText, IssueAnchor, IssuePlacement, RightsIssue
from rights.queries.names_of_texts import text_name
from rights.values import Conformity

WEAKEST_FIRST = (
    Conformity.DOES_NOT,
    Conformity.SILENT,
    Conformity.PARTLY,
    Conformity.CONFORMS,
    Conformity.EXCEEDS,
    Conformity.NOT_APPLICABLE,
)
MOST_SHOWN = 3  # issues in one cell; a link leads to the others


@dataclass(frozen=True, slots=True)
class ConformityCell:
    """The weakest value of a provision under a right. None: the right is not touched there."""

    right: Right
    value: Conformity | None
    issues: tuple[RightsIssue, ...] = ()
    is_better: bool = False  # than the text on which the issues were raised

    @property
    def shown(self) -> tuple[RightsIssue, ...]:
        """The first of its issues."""
        return self.issues[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return len(self.issues) - len(self.shown)

    @property
    def is_waiting(self) -> bool:
        """Whether an issue stands there whose text nobody has assessed."""
        return bool(self.issues) and self.value is None


@dataclass(frozen=True, slots=True)
class ConformityRow:
    """A provision with a cell for each right."""

    provision: str
    called: str
    order: int
    cells: tuple[ConformityCell, ...]


@dataclass(frozen=True, slots=True)
class ConformityTable:
    """The table as of one text; `weakest` has one cell for each right."""

    version: Version
    name: str
    offered: tuple[tuple[Version, str], ...]
    clusters: tuple[tuple[Cluster, int], ...]  # with the number of their columns
    rights: tuple[Right, ...]
    weakest: tuple[ConformityCell, ...]
    rows: tuple[ConformityRow, ...]
    counts: tuple[tuple[Conformity, int], ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class _Place:
    """An issue on a provision, with its values now and as raised."""

    issue: RightsIssue
    value: Conformity | None
    raised: Conformity | None


def conformity_table(user: Any, act: Instrument, chosen: str) -> ConformityTable | None:
    """The table of the text with the key `chosen`, else of the newest; None if no issue stands on the act. Ten queries."""
    issues = list(
        RightsIssue.objects.visible_to(user).filter(instrument=act).prefetch_related("rights__cluster")
    )
    versions = list(_texts(user, act, issues))
    if not versions:
        return None
    version = next((row for row in versions if str(row.pk) == chosen), versions[-1])
    places = _places(issues, version)
    rights = _rights(row.issue for rows in places.values() for row in rows)
    rows = _rows(version, places, rights)
    cells = [cell for row in rows for cell in row.cells]
    values = [cell.value for cell in cells if cell.value]
    return ConformityTable(
        version,
        text_name(version),
        tuple((row, text_name(row)) for row in versions),
        tuple(_clusters(rights)),
        rights,
        tuple(_weakest(right, [row.cells[at] for row in rows]) for at, right in enumerate(rights)),
        rows,
        tuple((value, values.count(value)) for value in WEAKEST_FIRST if value in values),
        sum(cell.is_waiting for cell in cells),
    )


def _texts(user: Any, act: Instrument, issues: list[RightsIssue]) -> QuerySet[Version]:
    """The texts that answer an issue, and those on which one was raised."""
    readable = Version.objects.visible_to(user).filter(instrument=act)
    followed = readable.filter(followed_issues__issue__in=issues, followed_issues__answers_issue=True)
    rows = followed.select_related("instrument", "draft__amendment").distinct()
    return rows.order_by("sealed_at", "number")


def _places(issues: list[RightsIssue], version: Version) -> Mapping[str, list[_Place]]:
    """The issues by provision, as of a text."""
    hashes = dict(
        FollowedText.objects.filter(version=version, issue__in=issues).values_list("issue", "text_hash")
    )
    answers: dict[object, list[Assessment]] = {}
    for row in Assessment.objects.standing().filter(issue__in=hashes).select_related("version"):
        answers.setdefault(row.issue_id, []).append(row)
    moved = dict(
        IssuePlacement.objects.filter(
            version=version, anchor__issue__in=hashes, provision__isnull=False
        ).values_list("anchor", "provision")
    )
    by_key = {issue.pk: issue for issue in issues}
    found: dict[str, list[_Place]] = {}
    for anchor in IssueAnchor.objects.filter(issue__in=hashes).order_by("pk"):
        issue = by_key[anchor.issue_id]
        given = answers.get(issue.pk, [])
        raised = [one for one in given if one.version_id == issue.raised_on_id]
        place = _Place(
            issue,
            _value(given, version, hashes[issue.pk]),
            Conformity(raised[-1].value) if raised else None,
        )
        found.setdefault(str(moved.get(anchor.pk, anchor.provision_id)), []).append(place)
    return found


def _value(given: Iterable[Assessment], version: Version, text_hash: str) -> Conformity | None:
    """The value of the text, as `FollowedQuerySet.waiting` counts answers."""
    same = [one for one in given if one.text_hash == text_hash and one.version.sealed_at <= version.sealed_at]
    own = [one for one in same if one.version_id == version.pk]
    counted = own or (same if version.is_draft else [])
    return Conformity(counted[-1].value) if counted else None


def _rights(issues: Iterable[RightsIssue]) -> tuple[Right, ...]:
    found = {right.pk: right for issue in issues for right in issue.rights.all()}
    return tuple(
        sorted(found.values(), key=lambda one: (one.cluster.order, one.cluster.code, one.order, one.code))
    )


def _clusters(rights: Iterable[Right]) -> Iterable[tuple[Cluster, int]]:
    counted: dict[object, list[Right]] = {}
    for right in rights:
        counted.setdefault(right.cluster_id, []).append(right)
    return [(rows[0].cluster, len(rows)) for rows in counted.values()]


def _rows(
    version: Version, places: Mapping[str, list[_Place]], rights: tuple[Right, ...]
) -> tuple[ConformityRow, ...]:
    raised = {issue.issue.raised_on_id for rows in places.values() for issue in rows}
    texts = wordings([version, *Version.objects.filter(pk__in=raised)], places)
    found = []
    for key, rows in places.items():
        wording = texts.get((version.pk, key)) or next(
            (texts[pk, key] for pk in raised if (pk, key) in texts), None
        )
        cells = tuple(
            _cell(right, [row for row in rows if right in row.issue.rights.all()]) for right in rights
        )
        found.append(
            ConformityRow(key, wording.called if wording else "", wording.order if wording else 0, cells)
        )
    return tuple(sorted(found, key=lambda row: row.order))


def _cell(right: Right, places: list[_Place]) -> ConformityCell:
    issues = tuple(place.issue for place in places)
    if not places or any(place.value is None for place in places):
        return ConformityCell(right, None, issues)
    value = _weaker([place.value for place in places if place.value])
    raised = _weaker([place.raised for place in places if place.raised])
    is_better = raised is not None and value is not None and _rank(value) > _rank(raised)
    return ConformityCell(right, value, issues, is_better)


def _weakest(right: Right, cells: Iterable[ConformityCell]) -> ConformityCell:
    return ConformityCell(right, _weaker([cell.value for cell in cells if cell.value]))


def _weaker(values: list[Conformity]) -> Conformity | None:
    return min(values, key=_rank, default=None)


def _rank(value: Conformity) -> int:
    return WEAKEST_FIRST.index(value)
