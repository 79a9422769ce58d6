"""The table of conformity: the provisions of an act by the rights that issues touch there, as of one text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import ngettext

from amendments.models import Instrument, Version
from consultations.models import Cluster, Right
from consultations.queries.comments.provision_texts import ProvisionWording, wordings
from rights.models import IssueAnchor, IssuePlacement, RightsIssue
from rights.models.unanswered import failed
from rights.queries.conformity_changes import (
    WEAKEST_FIRST,
    ConformityChange,
    changes_since,
    in_force_before,
    weakest,
)
from rights.queries.conformity_narrowed import Narrowed
from rights.queries.conformity_values import answers_in, hashes_in, left_alone, values_in
from rights.queries.counted_answers import counted_answer
from rights.queries.names_of_texts import TextNames, names_of, text_name
from rights.queries.office_texts import office_texts
from rights.values import Conformity

MOST_SHOWN = 3  # issues in one cell; a link leads to the others


@dataclass(frozen=True, slots=True)
class ConformityCell:
    """The weakest value of a provision under a right. None: the right is not touched there."""

    right: Right
    value: Conformity | None
    issues: tuple[RightsIssue, ...] = ()
    changes: tuple[ConformityChange, ...] = ()  # against the text as raised and the text in force
    carried_from: str = ""  # the names of the earlier texts with the same words on which the value was given
    is_partly_carried: bool = False  # other issues of the cell have the value on the text of the table
    waiting: int = 0  # of a right: its cells that nobody has assessed

    @property
    def is_better(self) -> bool:
        """Whether it is better than the text on which the issues were raised."""
        return any(one.is_better and not one.is_in_force for one in self.changes)

    @property
    def shown(self) -> tuple[RightsIssue, ...]:
        """The first of its issues."""
        return self.issues[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return len(self.issues) - len(self.shown)

    @property
    def waiting_words(self) -> str:
        """How many cells of a right nobody has assessed; "" if it is none."""
        words = ngettext("%(count)d cell to be assessed", "%(count)d cells to be assessed", self.waiting)
        return words % {"count": self.waiting} if self.waiting else ""

    @property
    def needs_attention(self) -> bool:
        """Whether it waits for an assessment, or the text does not wholly conform."""
        return self.is_waiting or self.value in (Conformity.DOES_NOT, Conformity.SILENT, Conformity.PARTLY)

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
    touched: tuple[ConformityCell, ...]  # those in which an issue stands


@dataclass(frozen=True, slots=True)
class ConformityTable:
    """The table as of one text; `weakest` has one cell for each right."""

    version: Version
    offered: tuple[tuple[Version, str], ...]
    names: TextNames
    clusters: tuple[tuple[Cluster, int], ...]  # with the number of their columns
    rights: tuple[Right, ...]
    weakest: tuple[ConformityCell, ...]
    rows: tuple[ConformityRow, ...]
    counts: tuple[tuple[Conformity, int], ...]
    issues: tuple[tuple[RightsIssue, Conformity | None], ...]  # with the value of each, None while it waits
    every_cluster: tuple[Cluster, ...]  # of all issues on the act
    in_force: Version | None  # to which the text is compared besides the texts as raised

    @property
    def waiting(self) -> int:
        """How many cells nobody has assessed."""
        return sum(cell.is_waiting for row in self.rows for cell in row.touched)

    @property
    def in_force_name(self) -> str:
        """What the text in force is called."""
        return text_name(self.in_force) if self.in_force else ""

    @property
    def is_compared(self) -> bool:
        """Whether a cell differs from the text in force."""
        return any(one.is_in_force for row in self.rows for cell in row.touched for one in cell.changes)

    @property
    def name(self) -> str:
        """What the text is called."""
        return self.names.dated(self.version, with_end=True)

    @property
    def attention(self) -> list[tuple[ConformityRow, ConformityCell]]:
        """The cells that wait for an assessment or do not wholly conform, in the order of the law."""
        return [(row, cell) for row in self.rows for cell in row.touched if cell.needs_attention]


@dataclass(frozen=True, slots=True)
class _Place:
    """An issue on a provision, with its values now, as raised, and in the text in force."""

    issue: RightsIssue
    value: Conformity | None
    raised: Conformity | None
    in_force: Conformity | None
    is_raised_in_force: bool
    answered_on: Any = None  # the key of the text on which the value was given


def conformity_table(
    user: Any, act: Instrument, chosen: str, narrowed: Narrowed | None = None
) -> ConformityTable | None:
    """The table of the text with the key `chosen`, else of the newest one that is or may become law. 17 queries.

    None if no issue stands on the act.
    """
    narrowed = narrowed or Narrowed()
    readable = RightsIssue.objects.visible_to(user).filter(instrument=act)
    every = list(readable.prefetch_related("rights__cluster", "terms"))
    versions = list(_texts(user, act, every))
    issues = [issue for issue in every if narrowed.holds(issue)]
    if not versions:
        return None
    version = _chosen(versions, chosen)
    in_force = in_force_before(user, version)
    places = _places(issues, version, in_force, versions)
    rights = tuple(
        right
        for right in _rights(row.issue for rows in places.values() for row in rows)
        if narrowed.cluster in ("", right.cluster.code)
    )
    names = names_of(versions)
    offered = tuple((one, names.dated(one, with_end=True)) for one in versions)
    rows = _rows(version, offered, places, rights)
    cells = [cell for row in rows for cell in row.touched]
    values = [cell.value for cell in cells if cell.value]
    return ConformityTable(
        version,
        offered,
        names,
        tuple(_clusters(rights)),
        rights,
        tuple(_weakest(right, [cell for cell in cells if cell.right.pk == right.pk]) for right in rights),
        rows,
        tuple((value, values.count(value)) for value in WEAKEST_FIRST if value in values),
        tuple({row.issue: row.value for rows in places.values() for row in rows}.items()),
        tuple(cluster for cluster, _count in _clusters(_rights(every))),
        in_force,
    )


def _chosen(versions: list[Version], chosen: str) -> Version:
    standing = [row for row in versions if not failed(row)] or versions
    return next((row for row in versions if str(row.pk) == chosen), standing[-1])


def _texts(user: Any, act: Instrument, issues: list[RightsIssue]) -> QuerySet[Version]:
    """The texts that answer an issue, and those on which one was raised."""
    readable = office_texts(user).filter(instrument=act)
    followed = readable.filter(followed_issues__issue__in=issues, followed_issues__answers_issue=True)
    rows = followed.select_related("instrument", "draft__amendment", "parent").distinct()
    return rows.order_by("sealed_at", "number")


def _places(
    issues: list[RightsIssue], version: Version, in_force: Version | None, readable: list[Version]
) -> Mapping[str, list[_Place]]:
    """The issues by provision, as of a text, with what was said of readable ones."""
    hashes = hashes_in(version, issues)
    answers = answers_in(version, hashes, readable)
    others = [issue for issue in issues if in_force and issue.raised_on_id != in_force.pk]
    before = values_in(in_force, others, readable) if in_force else {}
    kept = left_alone(version, hashes) if in_force and version.parent_id != in_force.pk else set()
    moved = dict(
        IssuePlacement.objects.filter(
            version=version, anchor__issue__in=hashes, provision__isnull=False
        ).values_list("anchor", "provision")
    )
    by_key = {issue.pk: issue for issue in issues}
    found: dict[str, list[_Place]] = {}
    anchors = IssueAnchor.objects.filter(issue__in=hashes).order_by("pk")
    for anchor, key, provision in anchors.values_list("pk", "issue", "provision"):
        issue, given = by_key[key], answers.get(key, [])
        raised = [one for one in given if one.version == issue.raised_on_id]
        counted = counted_answer(given, version, hashes[key])
        value = Conformity(counted.answer) if counted else None
        was = Conformity(raised[-1].answer) if raised else None
        is_raised_in_force = in_force is not None and issue.raised_on_id == in_force.pk
        in_force_value = was if is_raised_in_force else before.get(key)
        values = value, was, None if key in kept else in_force_value
        place = _Place(issue, *values, is_raised_in_force, counted.version if counted else None)
        found.setdefault(str(moved.get(anchor, provision)), []).append(place)
    return found


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
    version: Version,
    offered: Iterable[tuple[Version, str]],
    places: Mapping[str, list[_Place]],
    rights: tuple[Right, ...],
) -> tuple[ConformityRow, ...]:
    texts = _named(version, [row for row, _name in offered], places)
    names = {row.pk: name for row, name in offered if row != version}
    blank = {right.pk: ConformityCell(right, None) for right in rights}
    found = []
    for key, rows in places.items():
        by_right: dict[object, list[_Place]] = {}
        for row in rows:
            for right in row.issue.rights.all():
                by_right.setdefault(right.pk, []).append(row)
        touched = {pk: _cell(cell.right, by_right[pk], names) for pk, cell in blank.items() if pk in by_right}
        if not touched:
            continue  # the cluster that is shown is not touched there
        wording = texts.get(key)
        called, order = (wording.called, wording.order) if wording else ("", 0)
        cells = tuple({**blank, **touched}.values())
        found.append(ConformityRow(key, called, order, cells, tuple(touched.values())))
    return tuple(sorted(found, key=lambda row: row.order))


def _named(
    version: Version, versions: Iterable[Version], places: Mapping[str, list[_Place]]
) -> Mapping[str, ProvisionWording]:
    """The provisions as the text calls them; those that it does not have as the texts do on which the issues were raised."""
    found = {key: wording for (_text, key), wording in wordings([version], places).items()}
    gone = places.keys() - found.keys()
    if gone:
        raised = {place.issue.raised_on_id for key in gone for place in places[key]}
        earlier = wordings([one for one in versions if one.pk in raised], gone)
        found |= {key: wording for (_text, key), wording in earlier.items()}
    return found


def _cell(right: Right, places: list[_Place], names: Mapping[Any, str]) -> ConformityCell:
    issues = tuple(place.issue for place in places)
    if any(not place.issue.is_closed for place in places):  # nobody assesses the closed ones any more
        places = [place for place in places if place.value or not place.issue.is_closed]
    if not places or any(place.value is None for place in places):
        return ConformityCell(right, None, issues)
    value = weakest(place.value for place in places if place.value)
    changes = changes_since(((place.raised, place.value) for place in places), is_in_force=False)
    if not all(place.is_raised_in_force for place in places):  # else both say the same
        changes += changes_since(((place.in_force, place.value) for place in places), is_in_force=True)
    given = [names.get(place.answered_on, "") for place in places if place.value == value]
    carried = ", ".join(dict.fromkeys(filter(None, given)))
    return ConformityCell(right, value, issues, changes, carried, bool(carried) and "" in given)


def _weakest(right: Right, cells: Iterable[ConformityCell]) -> ConformityCell:
    """Of the assessed cells of a right, with the number of those that nobody has assessed."""
    cells = list(cells)
    waiting = sum(cell.is_waiting for cell in cells)
    return ConformityCell(right, weakest(cell.value for cell in cells if cell.value), waiting=waiting)
