"""Lines that look like headings and numbers of a form that the scheme does not know, and are words of the text.

A word or a sign with a number counts where the numbers go on from line to line: "Rule 1", "Rule 2", "Rule 3". From then
on every such line counts, even behind a gap. The heading words of other languages count alone. A line without a number
counts where it stands like a heading between the end of a sentence and the next article, or is a heading of Markdown.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from amendments.provisions.losses import codes
from amendments.provisions.losses.bracketed import bracketed
from amendments.provisions.losses.coverage import Coverage
from amendments.provisions.losses.flattened import flattened
from amendments.provisions.losses.lone_labels import lone_labels
from amendments.provisions.losses.marginal_notes import marginal_notes
from amendments.provisions.losses.printed_together import printed_together
from amendments.provisions.losses.quantities import quantities
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.losses.titled_numbers import titled_numbers
from amendments.provisions.messages import Message, counted as ngettext
from amendments.provisions.numbers import roman_value
from amendments.provisions.parsing.footnotes import MARK
from amendments.provisions.recognising.headings import WORDED
from amendments.provisions.recognising.joined_lines import missing_articles
from amendments.provisions.recognising.labels import Form
from amendments.provisions.recognising.number_labels import read_number
from amendments.provisions.scheme import Finding

_LETTER = r"[^\W\d_]"
_SHAPE = re.compile(
    rf"(?P<lead>(?:<[^<>]{{1,200}}>|[^\w<]){{0,6}})(?P<word>{_LETTER}[^\W\d_.’'-]{{0,24}}\.?(?!{_LETTER}))?(?P<between>[ \xa0\t.:№#°(-]{{0,4}})"
    rf"(?P<number>(?:[A-Z]{{1,3}}\.?[ -]?)?[0-9]{{1,4}}(?:[.,-][0-9]{{1,4}})*(?:[oaºª°](?!\w))?|[IVXLC]{{1,7}}|{_LETTER})(?!\w)(?P<after>[ \xa0]?[^\w\s]{{0,3}})"
)
_TAG = re.compile(r"<(/?\w+)[^<>]*>")
# What ends a label behind a word, now one sign and now another: "Art. 4.*", "Art. 5.-".
_STOPS = frozenset(".:)]-–—*")
_LAST_DIGITS = re.compile(r"[0-9]+(?=[^0-9]*$)")
_FEWEST = 3  # numbers that go on from one to the next
_LONGEST_HEADING = 100
_SENTENCE_END = (".", ";", ":", ",", "—")
_ORDERED = ("arabic", "roman", "letter")


def check_unknown_headings(read: ReadAct) -> Iterator[Finding]:
    """Numbered headings stop the import, and titles between articles that became words of one."""
    plain = [index for index in range(len(read.act)) if _is_plain(read, index)]
    amounts = quantities(read, plain)
    plain = [index for index in plain if index not in amounts]
    marked = (index for index in sorted(read.opening) if _is_marked_item(read, index))
    foreign = (index for index in (*plain, *marked) if read.foreign.begins(read.act.content(index)))
    coverage = Coverage(read, plain)
    lone = lone_labels(read, plain, coverage.is_free)
    notes = marginal_notes(read, plain)
    in_brackets = bracketed(read, plain, coverage.is_free)
    looking = (*notes, *coverage.headings(), *coverage.numbers(), *lone, *in_brackets)
    raised = flattened(read, plain, coverage.is_free)
    more = (*titled_numbers(read, plain), *printed_together(read, plain, coverage.is_free))
    found = {*_chains(read, plain), *_in_gaps(read, plain), *foreign, *looking, *raised, *more}
    yield from read.finding(codes.UNKNOWN_HEADINGS, sorted(found), _numbered, stops=True)
    titles = [index for index in plain if index not in found and _is_title(read, index)]
    yield from read.finding(codes.TITLES_IN_TEXT, titles, _titles, stops=_are_lost(read, titles))


def _is_plain(read: ReadAct, index: int) -> bool:
    is_text = index not in read.kinds and index not in read.opening and index not in read.act.quoted
    content = read.act.content(index).lstrip("# ")
    is_mark = content.startswith("[") and MARK.fullmatch(content)
    return is_text and not is_mark and read.begins_numbered(index) is None


def _is_marked_item(read: ReadAct, index: int) -> bool:
    """Whether a heading of Markdown was read as a point: "## 1. Abschnitt: Name"."""
    label = read.act.label(index)
    return label is not None and label.form is Form.ITEM and read.act.content(index).startswith("#")


def _chains(read: ReadAct, plain: Sequence[int]) -> Iterator[int]:
    """The lines of each shape in which numbers go on one by one."""
    shapes: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for index in plain:
        match = _SHAPE.match(read.act.content(index))
        if match is None:
            continue
        shape = _shape(match)
        for style in _ORDERED:
            if value := _value(match["number"], style):
                shapes[(style, *shape)].append((index, value))
    for (__, *marks), lines in shapes.items():
        chained = [index for chain in _going_on(lines) for index in chain]
        yield from (index for index, __ in lines) if chained and any(marks) else chained


def _shape(match: re.Match[str]) -> tuple[str, str, str]:
    """What is the same in headings of one form: the word, what stands before it, what ends the label."""
    word = (match["word"] or "").lower()
    after = match["after"].strip()[:1]
    return word, _TAG.sub(r"<\1>", match["lead"]).strip(), "." if word and after in _STOPS else after


def _going_on(lines: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """The lines whose numbers go on one by one from 1, three at least."""
    chain: list[int] = []
    last = 0
    for index, value in [*lines, (-1, -1)]:
        if value == last + 1 and (last or value == 1):
            chain.append(index)
        elif value in {1, -1}:
            if len(chain) >= _FEWEST:
                yield chain
            chain = [index]
        else:
            continue
        last = value


def _in_gaps(read: ReadAct, plain: Sequence[int]) -> Iterator[int]:
    """Lines between two articles that begin with a number that is left out between them: "Rule 8." below Article 7."""
    missing = missing_articles(read.act.labels)
    for index in plain:
        wanted, match = missing.get(index), _SHAPE.match(read.act.content(index))
        if wanted and match and match["number"][0].isdecimal() and _is_marked(match):
            number = read_number("arabic", match["number"])
            if number is not None and number.value in wanted:
                yield index


def _is_marked(match: re.Match[str]) -> bool:
    """Whether a number has a word or a sign before it and ends as a label does; "See: 3." ends a sentence."""
    has_sign = bool(match["word"] or match["lead"].strip()) and ":" not in match["between"]
    return has_sign and match["after"].strip()[:1] in _STOPS


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
    """Whether a line stands as a title does, and went into the text of the provision before it."""
    if index == 0 or index - 1 in read.kinds or not _ends_text(read, index - 1):
        return False
    if read.act.content(index).startswith("#"):
        return True
    content, below = read.act.content(index), read.act.label(index + 1)
    is_above_article = below is not None and below.form is Form.HEADING and index + 1 in read.opening
    is_title = content[0].isupper() and len(content) <= _LONGEST_HEADING
    return is_above_article and is_title and not content.endswith(_SENTENCE_END)


def _are_lost(read: ReadAct, titles: Sequence[int]) -> bool:
    """Whether one went into the words of an article. Lines with figures are those of a page: "Law No 4090 of 2010"."""
    holders = read.holders() if titles else []
    return any(
        (holder := holders[index]) is not None
        and holder.kind in WORDED
        and not any(map(str.isdecimal, read.act.content(index)))
        for index in titles
    )


def _ends_text(read: ReadAct, index: int) -> bool:
    """Whether a line ends a sentence of the law; a label alone has its heading below it."""
    content, label = read.act.content(index), read.act.label(index)
    is_heading = label is not None and (label.form is Form.UNTITLED or label.end == len(content))
    return (
        content.endswith((".", ";", "]")) and not is_heading and index >= min(read.opening, default=index + 1)
    )


def _numbered(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line looks like a numbered heading of no known form and was read as text (%(places)s).",
        "%(count)s lines look like numbered headings of no known form and were read as text (%(places)s).",
        count,
        places=places,
    )


def _titles(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line looks like a title and was read as text (%(places)s).",
        "%(count)s lines look like titles and were read as text (%(places)s).",
        count,
        places=places,
    )
