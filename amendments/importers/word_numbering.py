"""Word's automatic numbering as printed numbers: the numbers stand in numbering.xml, not in the text."""

import re
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from amendments.importers.word_styles import Styles
from amendments.importers.word_xml import Xml, child, children, value

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_NO_NUMBER = "0"
_MOST_IN_LETTERS = 32_767
_LONGEST_TEXT = 255  # of the pattern of a number; Word takes no longer one


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = " "
    is_legal: bool = False  # all numbers in Arabic digits
    restarts: bool = True
    style: str = ""  # paragraphs of this style are on this level


@dataclass(slots=True)
class _List:
    """The levels of one abstract list and how far each has counted."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Use:
    """One use (`w:num`) of an abstract list, with the levels at which it starts anew."""

    abstract: str
    starts: dict[int, int]


class Numbering:
    """Counts while the paragraphs of a document are read in order."""

    def __init__(self, numbering: Xml | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._uses: dict[str, _Use] = {}
        self._started: set[str] = set()
        links: dict[str, str] = {}
        for abstract in children(numbering, "w:abstractNum"):
            name = abstract.get(qn("w:abstractNumId"))
            self._lists[name] = _List(
                {_level_index(level): _level(level) for level in children(abstract, "w:lvl")}
            )
            if link := value(abstract, "w:numStyleLink"):
                links[name] = link
        for use in children(numbering, "w:num"):
            self._uses[use.get(qn("w:numId"))] = _use(use)
        self._follow_links(links)

    def label(self, paragraph: Xml) -> str:
        """The number that Word prints before a paragraph, with the space after it; "" for none."""
        number, index = self._place(paragraph)
        use = self._uses.get(number)
        if number == _NO_NUMBER or use is None or use.abstract not in self._lists:
            return ""
        counted = self._lists[use.abstract]
        level = counted.levels.get(index)
        if level is None:
            return ""
        self._start(number, use, counted)
        self._count(counted, index, level)
        if level.format == "bullet":
            return "- "
        text = _PLACEHOLDER.sub(lambda match: self._printed(counted, int(match[1]) - 1, level), level.text)
        return text + level.suffix if text else ""

    def _start(self, number: str, use: _Use, counted: _List) -> None:
        if number not in self._started:
            self._started.add(number)
            for index, start in use.starts.items():
                counted.counts[index] = start - 1

    def _count(self, counted: _List, index: int, level: Level) -> None:
        counted.counts[index] = counted.counts.get(index, level.start - 1) + 1
        for deeper in range(index + 1, _LEVELS):
            below = counted.levels.get(deeper)
            if below and below.restarts:
                counted.counts.pop(deeper, None)

    def _printed(self, counted: _List, index: int, asking: Level) -> str:
        level = counted.levels.get(index, Level())
        count = counted.counts.setdefault(index, level.start)
        return format_number(count, "decimal" if asking.is_legal else level.format)

    def _place(self, paragraph: Xml) -> tuple[str, int]:
        """List and level of a paragraph, its own or those of its style."""
        properties = paragraph.find(qn("w:pPr"))
        style = value(properties, "w:pStyle")
        own = child(properties, "w:numPr")
        number, level = value(own, "w:numId"), value(own, "w:ilvl")
        styles = list(self._styles.chain(style))
        for element in styles:
            inherited = child(child(element, "w:pPr"), "w:numPr")
            number = number or value(inherited, "w:numId")
            level = level or value(inherited, "w:ilvl")
        return number or _NO_NUMBER, int(level) if level else self._level_of_style(number, style)

    def _level_of_style(self, number: str, style: str) -> int:
        use = self._uses.get(number)
        levels = self._lists[use.abstract].levels if use and use.abstract in self._lists else {}
        return next((index for index, level in levels.items() if style and level.style == style), 0)

    def _follow_links(self, links: dict[str, str]) -> None:
        """An abstract list may only point to a list style, which uses another list."""
        for name, style in links.items():
            properties = child(self._styles.properties(style), "w:numPr")
            use = self._uses.get(value(properties, "w:numId"))
            if use and use.abstract in self._lists:
                self._lists[name] = self._lists[use.abstract]


def format_number(count: int, style: str) -> str:
    """A count as Word prints it: 4 is d, IV or г."""
    if count > _MOST_IN_LETTERS:  # Word itself stops earlier; a made-up start would print megabytes
        return str(count)
    if style in {"lowerLetter", "upperLetter"}:
        return _case(_letters(count, _LATIN), style)
    if style in {"russianLower", "russianUpper"}:
        return _case(_letters(count, _RUSSIAN), style)
    if style in {"lowerRoman", "upperRoman"}:
        return _case(_roman(count), style)
    if style == "none":
        return ""
    return f"{count:02}" if style == "decimalZero" else str(count)


def _case(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") or style.endswith("Upper") else text


def _letters(count: int, alphabet: str) -> str:
    """After z comes aa, then bb."""
    if count < 1:
        return str(count)
    return alphabet[(count - 1) % len(alphabet)] * ((count - 1) // len(alphabet) + 1)


def _roman(count: int) -> str:
    numerals = ""
    for worth, numeral in _ROMAN:
        times, count = divmod(count, worth)
        numerals += numeral * times
    return numerals


def _use(element: Xml) -> _Use:
    starts = {}
    for override in children(element, "w:lvlOverride"):
        if start := value(override, "w:startOverride"):
            starts[_level_index(override)] = int(start)
    return _Use(value(element, "w:abstractNumId"), starts)


def _level(element: Xml) -> Level:
    suffix = value(element, "w:suff")
    text = value(element, "w:lvlText")
    if len(text) > _LONGEST_TEXT:
        raise ValueError("w:lvlText")
    return Level(
        start=int(value(element, "w:start") or 1),
        format=value(element, "w:numFmt") or "decimal",
        text=text,
        suffix="" if suffix == "nothing" else " ",
        is_legal=child(element, "w:isLgl") is not None,
        restarts=value(element, "w:lvlRestart") != "0",
        style=value(element, "w:pStyle"),
    )


def _level_index(element: Xml) -> int:
    return int(element.get(qn("w:ilvl")) or 0)
