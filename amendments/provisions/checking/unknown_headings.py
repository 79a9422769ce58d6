"""Lines that look like headings and numbers of a form that the scheme does not know, and are words of the text.

A word or a sign with a number counts where the numbers go on from line to line: "Rule 1", "Rule 2", "Rule 3". A line
without a number counts where it stands like a heading between the end of a sentence and the next article.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from amendments.provisions.checking import codes
from amendments.provisions.checking.read_act import ReadAct
from amendments.provisions.messages import Message, message as _
from amendments.provisions.numbers import roman_value
from amendments.provisions.recognising.labels import Form
from amendments.provisions.scheme import Finding

_LETTER = r"[^\W\d_]"
_SHAPE = re.compile(
    rf"(?P<lead>[^\w]{{0,6}})(?P<word>{_LETTER}[^\W\d_.’'-]{{0,24}}\.?)?(?P<between>[ \xa0\t.:№#°(-]{{0,4}})"
    rf"(?P<number>(?:[A-Z]{{1,3}}\.?[ -]?)?[0-9]{{1,4}}(?:[.-][0-9]{{1,4}})*|[IVXLC]{{1,7}}|{_LETTER})(?!\w)(?P<after>[ \xa0]?[^\w\s]{{0,3}})"
)
_LAST_DIGITS = re.compile(r"[0-9]+(?=[^0-9]*$)")
_FEWEST = 3  # numbers that go on from one to the next
_LONGEST_HEADING = 100
_SENTENCE_END = (".", ";", ":", ",", "—")
_ORDERED = ("arabic", "roman", "letter")


def check_unknown_headings(read: ReadAct) -> Iterator[Finding]:
    """Numbered headings stop the import. Titles between articles are only reported."""
    plain = [index for index in range(len(read.act)) if _is_plain(read, index)]
    numbered = sorted(_chains(read, plain))
    yield from read.finding(codes.UNKNOWN_HEADINGS, numbered, _numbered, stops=True)
    titles = [index for index in plain if _is_title(read, index)]
    yield from read.finding(codes.TITLES_IN_TEXT, titles, _titles, stops=False)


def _is_plain(read: ReadAct, index: int) -> bool:
    is_text = index not in read.kinds and index not in read.opening and index not in read.act.quoted
    return is_text and read.begins_numbered(index) is None


def _chains(read: ReadAct, plain: Sequence[int]) -> Iterator[int]:
    """The lines of one shape whose numbers go on one by one."""
    shapes: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for index in plain:
        match = _SHAPE.match(read.act.content(index))
        if match is None:
            continue
        shape = (match["word"] or "").lower(), match["lead"].strip(), match["after"].strip()
        for style in _ORDERED:
            if value := _value(match["number"], style):
                shapes[(style, *shape)].append((index, value))
    for lines in shapes.values():
        chain: list[int] = []
        last = 0
        for index, value in [*lines, (-1, -1)]:
            if value == last + 1 and (last or value == 1):
                chain.append(index)
            elif value in {1, -1}:
                yield from chain if len(chain) >= _FEWEST else ()
                chain = [index]
            else:
                continue
            last = value


def _value(number: str, style: str) -> int:
    """The number that counts: 3 of "12.3" and of "L111-3"."""
    if style == "arabic":
        digits = _LAST_DIGITS.search(number)
        return int(digits[0]) if digits else 0
    if style == "roman":
        return roman_value(number)
    return (
        ord(number.lower()) - ord("a") + 1
        if len(number) == 1 and number.isascii() and number.isalpha()
        else 0
    )


def _is_title(read: ReadAct, index: int) -> bool:
    """Whether a line stands above an article as a title does, and went into the text of the provision before it."""
    if index == 0 or index - 1 in read.kinds or not _ends_text(read, index - 1):
        return False
    content, below = read.act.content(index), read.act.label(index + 1)
    is_above_article = below is not None and below.form is Form.HEADING and index + 1 in read.opening
    is_title = content[0].isupper() and len(content) <= _LONGEST_HEADING
    return is_above_article and is_title and not content.endswith(_SENTENCE_END)


def _ends_text(read: ReadAct, index: int) -> bool:
    """Whether a line ends a sentence of the law; a label alone has its heading below it."""
    content, label = read.act.content(index), read.act.label(index)
    is_heading = label is not None and (label.form is Form.UNTITLED or label.end == len(content))
    return (
        content.endswith((".", ";", "]")) and not is_heading and index >= min(read.opening, default=index + 1)
    )


def _numbered(count: int, places: str) -> Message:
    return _(
        "%(count)s lines look like numbered headings of no known form and were read as text (%(places)s).",
        count=count,
        places=places,
    )


def _titles(count: int, places: str) -> Message:
    return _(
        "%(count)s lines look like titles and were read as text (%(places)s).", count=count, places=places
    )
