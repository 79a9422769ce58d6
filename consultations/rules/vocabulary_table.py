"""Rows of a vocabulary as a table, and a table that somebody typed as rows, each line with what is wrong in it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from amendments.provisions.messages import Message, message as _
from consultations.rules.benchmarks import (
    ClusterRow,
    RightRow,
    Row,
    TermKind,
    TermRow,
    TreatyArticle,
    TreatyRow,
    TreatyStatus,
    in_words,
    name_of,
    read_article,
    row_faults,
)

LONGEST_ORDER = 9  # digits: what every database takes as a whole number

ListKind = type[RightRow] | type[ClusterRow] | type[TreatyRow] | TermKind
_OWN: Mapping[object, tuple[str, ...]] = {
    RightRow: ("cluster", "articles"),
    TreatyRow: ("system", "status", "reference", "adopted"),
}


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a table, counted as a spreadsheet counts; no row where it cannot be read."""

    number: int
    row: Row | None
    faults: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A whole table. `faults` are those of its head."""

    lines: tuple[ReadLine, ...] = ()
    faults: tuple[Message, ...] = field(default=())

    @property
    def rows(self) -> list[Row]:
        """The rows that could be read."""
        return [line.row for line in self.lines if line.row is not None]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong in it."""
        return not self.faults and not any(line.faults for line in self.lines)


def columns_of(kind: ListKind, languages: Iterable[str]) -> list[str]:
    """The names of the columns, in their order."""
    tags = list(languages)
    words = [f"{what}_{tag}" for what in ("name", "description") for tag in tags]
    return ["code", *_OWN.get(kind, ()), *words, "order"]


def cells_of(row: Row, languages: Iterable[str]) -> list[str]:
    """A row as the cells of a line."""
    tags = list(languages)
    words = [each.get(tag, "") for each in (row.labels, row.descriptions) for tag in tags]
    return [row.code, *_own_cells(row), *words, str(row.order)]


def _own_cells(row: Row) -> list[str]:
    if isinstance(row, RightRow):
        return [row.cluster, in_words(row.articles)]
    if isinstance(row, TreatyRow):
        return [row.system, row.status.value, row.reference, row.adopted.isoformat() if row.adopted else ""]
    return []


def read_table(
    kind: ListKind, table: Sequence[Sequence[str]], languages: Sequence[str], known: Collection[str]
) -> ReadTable:
    """Read a table whose first line names its columns. `known` holds the names (`name_of`) of all rows of the site."""
    wanted = columns_of(kind, languages)
    head = [cell.strip().lower() for cell in table[0]] if table else []
    if lacking := [name for name in wanted if name not in head]:
        return ReadTable(faults=(_("the columns %(columns)s are missing", columns=", ".join(lacking)),))
    filled = [(number, row) for number, row in enumerate(table[1:], start=2) if any(map(str.strip, row))]
    if not filled:
        return ReadTable(faults=(_("the table has no line below its head"),))
    lines = [
        _read_line(kind, number, dict(zip(head, row, strict=False)), languages) for number, row in filled
    ]
    return ReadTable(tuple(_checked(lines, languages, known)))


def _checked(
    lines: Sequence[ReadLine], languages: Sequence[str], known: Collection[str]
) -> Iterable[ReadLine]:
    counted = Counter(name_of(line.row) for line in lines if line.row)
    for line in lines:
        if line.row is None:
            yield line
            continue
        faults = row_faults(line.row, tuple(languages), {*known, *counted})
        if counted[name_of(line.row)] > 1:
            faults.append(_("the code %(code)s stands in several lines", code=line.row.code))
        yield ReadLine(line.number, line.row, tuple(faults))


def _read_line(kind: ListKind, number: int, cells: Mapping[str, str], languages: Iterable[str]) -> ReadLine:
    told = {name: cells.get(name, "").strip() for name in columns_of(kind, languages)}
    order, faults = 0, []
    if not told["order"]:
        order = 0
    elif told["order"].isdecimal() and len(told["order"]) <= LONGEST_ORDER:
        order = int(told["order"])
    else:
        faults.append(
            _("the order “%(given)s” is no whole number of at most nine digits", given=told["order"][:20])
        )
    row = _row(kind, told, languages, order, faults)
    return ReadLine(number, None, tuple(faults)) if faults else ReadLine(number, row)


def _row(
    kind: ListKind, told: Mapping[str, str], languages: Iterable[str], order: int, faults: list[Message]
) -> Row:
    tags = list(languages)
    labels = {tag: told[f"name_{tag}"] for tag in tags if told[f"name_{tag}"]}
    descriptions = {tag: told[f"description_{tag}"] for tag in tags if told[f"description_{tag}"]}
    code = told["code"]
    if isinstance(kind, TermKind):
        return TermRow(code=code, labels=labels, descriptions=descriptions, order=order, kind=kind)
    if kind is ClusterRow:
        return ClusterRow(code=code, labels=labels, descriptions=descriptions, order=order)
    if kind is RightRow:
        articles = tuple(read_articles(told["articles"]))
        return RightRow(
            code=code,
            labels=labels,
            descriptions=descriptions,
            order=order,
            cluster=told["cluster"],
            articles=articles,
        )
    return TreatyRow(
        code=code,
        labels=labels,
        descriptions=descriptions,
        order=order,
        system=told["system"],
        status=_status(told["status"], faults),
        reference=told["reference"],
        adopted=_day(told["adopted"], faults),
    )


def _status(given: str, faults: list[Message]) -> TreatyStatus:
    if given in set(TreatyStatus):
        return TreatyStatus(given)
    offered = ", ".join(TreatyStatus)
    faults.append(_("the status “%(given)s” is none of %(offered)s", given=given[:20], offered=offered))
    return TreatyStatus.CHECK


def _day(given: str, faults: list[Message]) -> date | None:
    try:
        return date.fromisoformat(given[:10]) if given else None
    except ValueError:
        faults.append(_("the day “%(given)s” is not written as 2026-11-28", given=given[:20]))
        return None


def read_articles(text: str) -> list[TreatyArticle]:
    """ "ECHR 14; ICCPR 2(1), 26" gives three articles, as `in_words` writes them."""
    found = []
    for part in filter(None, (each.strip() for each in text.split(";"))):
        first, *others = part.split(",")
        one = read_article(first)
        found += [one, *(TreatyArticle(one.treaty, " ".join(each.split())) for each in others)]
    return found
