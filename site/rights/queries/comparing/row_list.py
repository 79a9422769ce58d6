"""The table of concordance of an act: its filters, its lines as of a text, and the instruments with their gaps."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from amendments.models import Instrument, Version
from consultations.models import Treaty
from consultations.queries.comments.provision_texts import Wordings, wordings
from rights.models import ConcordanceRow, Judgement, RowPlacement, RowText
from rights.powers import may_write_rows
from rights.queries.comparing.degrees import (
    RowDegrees,
    degrees_as_of,
    degrees_of,
    is_overdue,
    readable_texts,
)
from rights.queries.comparing.gaps import Gap, gaps_in, in_order
from rights.queries.names_of_texts import TextNames, names_of
from rights.values import Degree

LONGEST_KEY = 18  # digits of the key of an act


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A provision that a row names, as a text calls it; "" if the text does not have it."""

    provision: str
    called: str


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row as of a text: its provisions, and the degree there and in the text before."""

    degrees: RowDegrees
    places: tuple[RowPlace, ...]
    before: Judgement | None
    after: Judgement | None
    stale_in: str  # the name of the text whose other words nobody has judged; "" if there is none

    @property
    def row(self) -> ConcordanceRow:
        """The row itself."""
        return self.degrees.row

    @property
    def comment(self) -> str:
        """What was said with the degree of the text."""
        return self.after.comment if self.after else ""

    @property
    def is_overdue(self) -> bool:
        """Whether the day of the plan is over and the degree of the text leaves something to be done."""
        return is_overdue(self.row, self.after)


@dataclass(frozen=True, slots=True)
class TreatyShare:
    """An instrument with which an act is compared: how many rows, and how many articles without one."""

    treaty: Treaty
    rows: int
    gaps: int


@dataclass(frozen=True, slots=True)
class RowTable:
    """What the page shows beside its lines."""

    acts: tuple[Instrument, ...]
    act: Instrument
    treaties: tuple[TreatyShare, ...]
    treaty: Treaty | None
    gaps: tuple[Gap, ...]
    texts: tuple[tuple[Version, str], ...]
    names: TextNames
    version: Version  # as of which the degrees are shown
    before: Version | None
    counts: tuple[tuple[Degree, int], ...]
    unassessed: int
    total: int
    stale: int
    rows: QuerySet[ConcordanceRow]
    readable: tuple[Any, ...]
    unknown_act: str  # the key that was asked for, if the table is that of another act; "" if it is not

    @property
    def name(self) -> str:
        """What the text is called."""
        return self.names.dated(self.version)

    @property
    def before_name(self) -> str:
        """What the text before it is called."""
        return self.names.dated(self.before) if self.before else ""


def row_table(user: Any, chosen: Mapping[str, str]) -> RowTable | None:
    """The table for the filters of a page, at first of the act with most rows; None if the person may read no row of the act."""
    visible = ConcordanceRow.objects.visible_to(user)
    counts = dict(visible.order_by().values_list("instrument").annotate(Count("pk", distinct=True)))
    acts = sorted(Instrument.objects.filter(pk__in=counts), key=lambda act: act.shown_title)
    key = chosen.get("act", "")
    act = _act(acts, counts, key)
    if act is None or (str(act.pk) != key and act_without_rows(user, key)):
        return None
    readable = readable_texts(user, [act])
    rows = visible.filter(instrument=act)
    cited = list(rows.order_by().values_list("treaty", "articles"))
    treaties = Treaty.objects.filter(pk__in={one for one, _a in cited}).select_related("system")
    named = {row: [articles for key, articles in cited if key == row.pk] for row in treaties}
    gaps = gaps_in(named)
    treaty = next((row for row in named if row.code == chosen.get("treaty")), None)
    texts = _texts(readable, rows)
    version = next((one for one in texts if str(one.pk) == chosen.get("text")), texts[-1])
    stale = RowText.objects.waiting(readable).filter(row__instrument=act)
    degrees = degrees_as_of(rows, version, readable)
    counted = Counter(degrees.values())
    names = names_of(texts)
    return RowTable(
        tuple(acts),
        act,
        tuple(TreatyShare(row, len(named[row]), len(gaps[row])) for row in named),
        treaty,
        tuple(gaps[treaty] if treaty else ()),
        tuple((one, names.dated(one)) for one in texts),
        names,
        version,
        _before(version, readable),
        tuple((degree, counted[degree]) for degree in Degree if counted[degree]),
        counted[None],
        len(cited),
        stale.filter(row__in=rows.order_by().values("pk")).values("row").distinct().count(),
        _filtered(user, _of_degree(rows, degrees, chosen), treaty, chosen, stale),
        tuple(readable),
        "" if key in ("", str(act.pk)) else key,
    )


def _act(acts: Sequence[Instrument], counts: Mapping[Any, int], key: str) -> Instrument | None:
    """The act with this key, else the one with most rows."""
    largest = max(acts, key=lambda act: counts[act.pk], default=None)
    return next((act for act in acts if str(act.pk) == key), largest)


def act_without_rows(user: Any, key: str) -> Instrument | None:
    """The act with this key, if the person may read a text of it, to be asked where none of its rows is readable."""
    if not key.isdecimal() or len(key) > LONGEST_KEY:
        return None
    texts = Version.objects.visible_to(user).filter(instrument=int(key))
    return Instrument.objects.filter(pk__in=texts.order_by().values("instrument")).first()


def _of_degree(
    rows: QuerySet[ConcordanceRow], degrees: Mapping[Any, Degree | None], chosen: Mapping[str, str]
) -> QuerySet[ConcordanceRow]:
    """Those that have the chosen degree in the text of the table."""
    wanted = chosen.get("degree")
    if wanted not in Degree.values:
        return rows
    return rows.filter(pk__in=[row for row, degree in degrees.items() if degree == wanted])


def _texts(readable: Sequence[Any], rows: QuerySet[ConcordanceRow]) -> list[Version]:
    """The texts in which a row is followed or was judged, the oldest first."""
    keys = rows.order_by().values("pk")
    followed = set(
        RowText.objects.filter(row__in=keys, version__in=readable).values_list("version", flat=True)
    )
    followed |= set(rows.order_by().values_list("written_on", flat=True))
    found = Version.objects.filter(pk__in=followed & set(readable))
    joined = found.select_related(
        "instrument", "draft__amendment", "parent__instrument", "text_of__parent__instrument"
    )
    return list(joined.order_by("sealed_at", "number"))


def _before(version: Version, readable: Sequence[Any]) -> Version | None:
    """The law that a draft changes, or that stood before a text of the law, if the person may read it."""
    source = version if version.is_draft else version.text_of
    before = source.parent if source is not None else None
    return before if before is not None and before.pk in readable else None


def _filtered(
    user: Any, rows: QuerySet[Any], treaty: Treaty | None, chosen: Mapping[str, str], stale: QuerySet[RowText]
) -> QuerySet[Any]:
    if treaty is not None:
        rows = rows.filter(treaty=treaty)
    if chosen.get("only") in ("stale", "mine"):
        rows = rows.filter(pk__in=stale.values("row"))
    return rows_to_judge(user, rows) if chosen.get("only") == "mine" else rows


def rows_to_judge(user: Any, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Those rows whose degree the person may give: the Ombudsman's office to rows that name a right."""
    if may_write_rows(user, []):
        return rows
    named = ConcordanceRow.objects.filter(rights__isnull=False).values("pk")
    return rows.filter(pk__in=named) if may_write_rows(user, ["any"]) else rows.none()


def in_table_order(rows: QuerySet[ConcordanceRow]) -> list[Any]:
    """The keys of the rows by instrument, and in it by article."""
    order = ("treaty__system__order", "treaty__order", "treaty__code")
    read = rows.order_by().values_list("pk", "articles", "reference", *order)
    return [one[0] for one in sorted(read, key=lambda one: (*one[3:], in_order(one[1]), one[2]))]


def rows_of(keys: Sequence[Any]) -> list[ConcordanceRow]:
    """The rows with these keys in their order, with what a line shows. Two queries."""
    found = ConcordanceRow.objects.select_related("treaty__system", "authority", "instrument", "written_on")
    by_key = found.prefetch_related("anchors").in_bulk(list(keys))
    return [by_key[key] for key in keys]


def row_lines(rows: Sequence[ConcordanceRow], table: RowTable) -> list[RowLine]:
    """A line for each row as of the text of the table. Five queries."""
    found = degrees_of(rows, table.readable)
    places = places_of(rows, [table.version.pk, *(one.pk for one in (table.before,) if one)])
    lines = []
    for one in found:
        before = one.as_of(table.before) if table.before else None
        stale_in = table.names.dated(one.waiting.version) if one.waiting else ""
        lines.append(RowLine(one, tuple(places[one.row.pk]), before, one.as_of(table.version), stale_in))
    return lines


def places_of(rows: Sequence[ConcordanceRow], versions: Sequence[Any]) -> dict[Any, list[RowPlace]]:
    """The provisions of rows, called as in the first of the texts that has them. Two queries."""
    anchors = [anchor for row in rows for anchor in row.anchors.all()]
    placed = RowPlacement.objects.filter(anchor__in=anchors, version=versions[0], provision__isnull=False)
    moved = dict(placed.values_list("anchor", "provision"))
    keys = {anchor.pk: str(moved.get(anchor.pk, anchor.provision_id)) for anchor in anchors}
    texts = wordings(Version.objects.filter(pk__in=versions), keys.values())
    found: dict[Any, list[RowPlace]] = {row.pk: [] for row in rows}
    for anchor in anchors:
        found[anchor.row_id].append(RowPlace(keys[anchor.pk], _called(texts, versions, keys[anchor.pk])))
    return found


def _called(texts: Wordings, versions: Sequence[Any], key: str) -> str:
    return next((texts[pk, key].called for pk in versions if (pk, key) in texts), "")


def row_count(user: Any, act: Instrument) -> int:
    """How many rows of an act the person may read."""
    return ConcordanceRow.objects.visible_to(user).filter(instrument=act).count()
