"""Recommendations of international bodies as a table, and a table as recommendations. Plain Python.

The columns are those of the export of the Universal Human Rights Index of the United Nations (UHRI), with its spelling
“Reccomending”, and one of our own, “Rights”, for codes of the vocabulary. The heads are compared without case, spaces and
signs. A cell with several items has one a line, and UHRI writes “- ” before each.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta

from amendments.provisions.hidden import hidden_in
from amendments.provisions.messages import Message, message as _

LONGEST_WORDS, LONGEST_TEXT = 300, 20_000
_EPOCH = date(1899, 12, 30)  # the day 0 of Excel
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")  # of the years 1927 to 2173


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRecommendation:
    """A line of the table: one annotation of a document of a body."""

    annotation: str
    symbol: str = ""
    published_on: date | None = None
    body: str
    kind: str = ""
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    affected: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    text: str
    session: str = ""
    states: tuple[str, ...] = ()
    position: str = ""
    rights: tuple[str, ...] = ()


COLUMNS: Mapping[str, str] = {
    "annotation": "OHCHR Annotation Id",
    "symbol": "Document Symbol",
    "published_on": "Document Publication Date",
    "body": "Reccomending Body",
    "kind": "Type",
    "countries": "Countries Concerned",
    "regions": "Regions Concerned",
    "themes": "Themes",
    "affected": "Affected Persons",
    "goals": "Sdgs",
    "text": "Text",
    "session": "UPR Session",
    "states": "UPR Reccomending States",
    "position": "UPR Position",
    "rights": "Rights",
}
"""The column of each field, as UHRI writes it."""
_OTHER_HEADS = {
    "annotationid": "annotation",
    "symbol": "symbol",
    "publicationdate": "published_on",
    "recommendingbody": "body",
    "body": "body",
    "annotationtype": "kind",
    "countries": "countries",
    "regions": "regions",
    "uprrecommendingstates": "states",
}
TYPES = ("Recommendations", "Concerns/Observations")
POSITIONS = ("Supported", "Noted", "Supported/Noted", "Under consideration", "NA")
_KNOWN = {"kind": TYPES, "position": POSITIONS}
"""What UHRI writes of annotations and of states in the periodic review; its bodies and countries are no closed list."""
NEEDED = ("annotation", "body", "text")
_LISTS = frozenset(each.name for each in fields(GivenRecommendation) if str(each.type).startswith("tuple"))


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong in a cell, with the head of its column."""

    column: str
    said: Message


@dataclass(frozen=True, slots=True)
class InternationalLine:
    """A line, counted as a spreadsheet counts; no recommendation where it cannot be read."""

    number: int
    given: GivenRecommendation | None
    faults: tuple[CellFault, ...] = ()


@dataclass(frozen=True, slots=True)
class RecommendationTable:
    """A whole table. `faults` are those of its head; `names_rights` says whether it has our column for them."""

    lines: tuple[InternationalLine, ...] = ()
    faults: tuple[Message, ...] = field(default=())
    names_rights: bool = True

    @property
    def given(self) -> list[GivenRecommendation]:
        """What could be read."""
        return [line.given for line in self.lines if line.given is not None]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong in it."""
        return not self.faults and not any(line.faults for line in self.lines)


def table_of(rows: Iterable[GivenRecommendation]) -> list[list[str]]:
    """The head and a line for each; `read_recommendations` reads the same from it."""
    return [list(COLUMNS.values()), *([_cell(row, name) for name in COLUMNS] for row in rows)]


def _cell(row: GivenRecommendation, name: str) -> str:
    value = getattr(row, name)
    if name in _LISTS:
        return "\n".join(f"- {item}" for item in value)
    return value.isoformat() if isinstance(value, date) else value or ""


def read_recommendations(
    table: Sequence[Sequence[str]], known_rights: Collection[str], today: date = date.max
) -> RecommendationTable:
    """Read a table whose first line names its columns. Columns that are not ours are left out.

    Nothing was published after `today`.
    """
    head = [_field_of(cell) for cell in table[0]] if table else []
    if lacking := [COLUMNS[name] for name in NEEDED if name not in head]:
        return RecommendationTable(
            faults=(_("the columns %(columns)s are missing", columns=", ".join(lacking)),)
        )
    if twice := [COLUMNS[name] for name, count in Counter(filter(None, head)).items() if count > 1]:
        return RecommendationTable(
            faults=(_("the columns %(columns)s stand twice", columns=", ".join(twice)),)
        )
    filled = [(number, row) for number, row in enumerate(table[1:], start=2) if any(map(str.strip, row))]
    if not filled:
        return RecommendationTable(faults=(_("the table has no line below its head"),))
    cells = [dict(zip(head, row, strict=False)) for _number, row in filled]
    named = [str(_single("annotation", _plain(row.get("annotation", "")))) for row in cells]
    counted = Counter(filter(None, named))
    lines = [
        _read_line(number, {name: _plain(row.get(name, "")) for name in COLUMNS}, known_rights, today)
        for (number, _row), row in zip(filled, cells, strict=True)
    ]
    return RecommendationTable(
        tuple(_once(line, name, counted) for line, name in zip(lines, named, strict=True)),
        names_rights="rights" in head,
    )


def _once(line: InternationalLine, name: str, counted: Mapping[str, int]) -> InternationalLine:
    if counted.get(name, 0) < 2:
        return line
    fault = CellFault(COLUMNS["annotation"], _("“%(given)s” stands in several lines", given=name[:40]))
    return InternationalLine(line.number, line.given, (*line.faults, fault))


def _field_of(head: str) -> str:
    plain = re.sub(r"[^a-z0-9]", "", head.lower())
    return _PLAIN_HEADS.get(plain, "")


_PLAIN_HEADS = {
    **_OTHER_HEADS,
    **{re.sub(r"[^a-z0-9]", "", head.lower()): name for name, head in COLUMNS.items()},
}


def _read_line(
    number: int, told: Mapping[str, str], known_rights: Collection[str], today: date
) -> InternationalLine:
    faults = [*_faults(told, known_rights), *_too_early(told, today)]
    if faults:
        return InternationalLine(number, None, tuple(faults))
    values: dict[str, object] = {
        name: _items(words) if name in _LISTS else _single(name, words) for name, words in told.items()
    }
    values["rights"] = tuple(sorted(_items(told["rights"])))
    return InternationalLine(number, GivenRecommendation(**values))  # type: ignore[arg-type] # by name


def _faults(told: Mapping[str, str], known_rights: Collection[str]) -> Iterator[CellFault]:
    for name, words in told.items():
        most = LONGEST_WORDS if name not in _LISTS and name != "text" else LONGEST_TEXT
        if name in NEEDED and not _single(name, words):
            yield CellFault(COLUMNS[name], _("nothing is written here"))
        if len(words) > most:
            yield CellFault(COLUMNS[name], _("more than %(count)s characters", count=most))
        if hidden_in(words):
            yield CellFault(COLUMNS[name], _("a character that nobody can see"))
    if told["published_on"] and _day(told["published_on"]) is None:
        said = _("the day “%(given)s” is not written as 2026-11-28", given=told["published_on"][:20])
        yield CellFault(COLUMNS["published_on"], said)
    for name, known in _KNOWN.items():
        words = str(_single(name, told[name]))
        if words and words.lower() not in map(str.lower, known):
            said = _("“%(given)s” is none of: %(known)s", given=words[:40], known=", ".join(known))
            yield CellFault(COLUMNS[name], said)
    for code in _items(told["rights"]):
        if code not in known_rights:
            yield CellFault(COLUMNS["rights"], _("the right “%(given)s” is not known", given=code[:20]))


def _too_early(told: Mapping[str, str], today: date) -> Iterator[CellFault]:
    day = _day(told["published_on"])
    if day is not None and day > today:
        said = _("the day %(given)s is still to come", given=day.isoformat())
        yield CellFault(COLUMNS["published_on"], said)


def _plain(cell: str) -> str:
    """The cell with "\\n" for every end of a line, because files do not keep the others."""
    return "\n".join(re.split(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", cell)).strip()


def _items(words: str) -> tuple[str, ...]:
    """ "- Azerbaijan\\n- Georgia" and "Azerbaijan; Georgia" are two items, each once."""
    parts = (_without_dash(part) for part in re.split(r"[\n;]", words))
    return tuple(dict.fromkeys(filter(None, parts)))


def _without_dash(words: str) -> str:
    return re.sub(r"^(?:-(?:\s+|$))+", "", " ".join(words.split()))


def _single(name: str, words: str) -> object:
    if name == "published_on":
        return _day(words)
    return words if name == "text" else _without_dash(words)


def _day(words: str) -> date | None:
    """A day as ISO writes it, also with an hour behind, or the number that Excel keeps for one."""
    if _SERIAL.fullmatch(words):
        return _EPOCH + timedelta(days=int(words[:5]))
    try:
        return date.fromisoformat(words[:10]) if words[10:11] in {"", " ", "T"} else None
    except ValueError:
        return None
