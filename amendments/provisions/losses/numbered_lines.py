"""Accounts for every line that begins like a provision: it became one, is counted here, or is reported by the parser.

Numbers in a table of contents, in the lists after the text or in the words of an instruction are no law, and are told
so that a person can see whether that is true. They stop the import where they look like law.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from amendments.provisions.losses import codes
from amendments.provisions.losses.continuation import goes_on, is_next
from amendments.provisions.losses.coverage import names_provision
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import Message, counted as ngettext
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.repetitions import repeats_article
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

_BY_REGION = {
    Kind.CONTENTS: codes.NUMBERS_IN_CONTENTS,
    Kind.APPARATUS: codes.NUMBERS_AFTER_END,
    Kind.TABLE: codes.NUMBERS_IN_TABLES,
    Kind.CLOSING: codes.NUMBERS_IN_SIGNATURE,
}
# Numbers there for each provision. In 25 of 26 consolidated Azerbaijani codes up to 0.64 stand in the lists after the
# text (footnotes with former wordings) and up to 0.25 in tables; the two that lost their text had hundreds.
_MOST = {codes.NUMBERS_AFTER_END: 1.0, codes.NUMBERS_IN_TABLES: 0.5}
_NEAR = 3  # lines
_CELL_END = re.compile(r" *[|\t]")
_ROW = re.compile(r"(?:[0-9]{1,3}|[IVXLC]{1,6}) *[|\t] *[^\W\d_]{2}")  # “1 2 3” numbers the columns
# "l.4", "1.O": letters for figures
_MISREAD = re.compile(r"(?=[^ |\t]{0,12}[lIOоО])[lIOоО0-9]{1,3}(?:\.[lIOоО0-9]{1,3})+\.?(?![^ |\t])")
_NEXT_CELL = re.compile(r" *[|\t] *[^\W\d_]{2}")
_QUOTES = frozenset("“«\"'‘„")


def check_numbered_lines(read: ReadAct, reported: frozenset[int]) -> Iterator[Finding]:
    """`reported`: lines for which the parser has a finding of their own."""
    places: dict[str, list[int]] = defaultdict(list)
    for index in range(len(read.act)):
        if index not in read.opening and index not in reported and (code := _code(read, index)):
            places[code].append(index)
    if unmarked := sorted({*places[codes.LOST_NUMBERS], *_pairs_without_a_stop(read)}):
        places[codes.LOST_NUMBERS] = unmarked
    for code, lines in places.items():
        yield from read.finding(code, lines, _SAID[code], stops=_stops(read, code, lines))
    yield from read.finding(codes.MISSING_FROM_TEXT, _missing_entries(read), _missing, stops=True)
    after = goes_on(read, places[codes.NUMBERS_AFTER_END])
    yield from read.finding(codes.LAW_AFTER_END, after, _law_after_end, stops=True)


def _code(read: ReadAct, index: int) -> str:
    kind = read.kinds.get(index)
    label = read.begins_numbered(index)
    if label is None:
        return _code_of_others(read, index, kind)
    if kind is Kind.CLOSING and label.form is Form.ITEM and not label.number[0].isdecimal():
        return ""  # the initials of a person
    if kind is not None:
        return _BY_REGION[kind]
    if read.act.is_number_in_words(index, label):
        return ""
    if index in read.act.quoted:
        return codes.NUMBERS_QUOTED
    if read.act.is_annex(index - 1) and label.may_be_article:
        return codes.REFERENCES_OF_ANNEXES
    if repeats_article(read.act.labels, label, index):
        return codes.REPEATED_NUMBERS
    is_before = index < min(read.opening, default=len(read.act))
    return codes.NUMBERS_BEFORE_LAW if is_before else codes.LOST_NUMBERS


def _code_of_others(read: ReadAct, index: int, kind: Kind | None) -> str:
    """What counts a line that no label of the scheme begins, but that holds one: in quotation marks, in a table, in a note."""
    content = read.act.content(index)
    words = content.lstrip("*_")  # of Markdown
    is_quoted = words != "" and words[0] in _QUOTES and index not in read.opening
    if is_quoted and (label := read.read(words[1:])) and label.value and label.is_marked:
        return _BY_REGION.get(kind, codes.NUMBERS_QUOTED) if kind else codes.NUMBERS_QUOTED
    begins = read.act.begins[index]
    is_decimal = begins is not None and begins.form is Form.DECIMAL
    if kind is Kind.APPARATUS and is_decimal:
        return codes.NUMBERS_AFTER_END
    if not kind and index in read.act.quoted and (is_decimal or read.foreign.begins(content)):
        return codes.NUMBERS_QUOTED
    is_row = kind is Kind.TABLE and _ROW.match(content.strip("| \t")) is not None
    cell = _CELL_END.split(content.strip("| \t"))[0] if kind is Kind.TABLE else ""
    is_number = is_row or names_provision(cell) or _MISREAD.fullmatch(cell) is not None
    return codes.NUMBERS_IN_TABLES if is_number else ""


def _pairs_without_a_stop(read: ReadAct) -> Iterator[int]:
    """Lines such as "2.1 The fee" and "2.2 Ends" near one another, in the text or as rows; one alone may be a quantity."""
    labels = [
        (index, label) for index, label in enumerate(read.act.begins) if _is_unmarked(read, index, label)
    ]
    for (index, label), (following, other) in pairwise(labels):
        if label and other and following - index <= _NEAR and is_next(other.value, label.value):
            yield from (index, following)


def _is_unmarked(read: ReadAct, index: int, label: Label | None) -> bool:
    if label is None or label.form is not Form.DECIMAL or label.is_marked:
        return False
    kind = read.kinds.get(index)
    is_row = kind is Kind.TABLE and len(label.value) > 1 and _is_first_cell(read.act.content(index), label)
    return index not in read.opening and (kind is None or is_row) and index not in read.act.quoted


def _is_first_cell(content: str, label: Label) -> bool:
    """Whether the number stands in a cell of its own with words in the next one."""
    return _NEXT_CELL.match(content, label.start + len(label.number)) is not None


def _missing_entries(read: ReadAct) -> Iterator[int]:
    """Entries that stand nowhere else, and a last line that is the beginning of a sentence: its end stands below."""
    yield from read.act.missing
    for table in read.act.contents:
        below = read.act.content(table.stop) if table.stop < len(read.act) else ""
        if table.stop - 1 not in read.act.missing and below[:1].islower() and table.stop not in read.opening:
            yield table.stop - 1


def _stops(read: ReadAct, code: str, lines: list[int]) -> bool:
    """Whether the numbers there are a sign that law is lost."""
    if code == codes.NUMBERS_BEFORE_LAW:
        return _opens_law(read, lines[-1])
    if code == codes.NUMBERS_IN_CONTENTS and _stands_in_law(read):
        return True
    if code == codes.NUMBERS_IN_TABLES and any(_is_law(read, index) for index in lines):
        return True
    share = len(lines) / max(sum(1 for provision in read.provisions if provision.number), 1)
    return code == codes.LOST_NUMBERS or share > _MOST.get(code, share)


def _stands_in_law(read: ReadAct) -> bool:
    """Whether contents without a title stand between provisions: they may be the headings of repealed articles."""
    lines = [index for index in read.opening if _is_below_chapters(read.act.label(index))]
    first, last = min(lines, default=0), max(lines, default=0)
    return any(
        first < table.start < last and read.act.begins[table.start] is not None for table in read.act.contents
    )


def _is_below_chapters(label: Label | None) -> bool:
    return label is not None and (label.kind is Kind.ARTICLE or label.form in {Form.ITEM, Form.DECIMAL})


def _is_law(read: ReadAct, index: int) -> bool:
    """Whether a row has "l.4" for 1.4, or the number of a heading that no provision has; else it may be one of contents."""
    label = read.begins_numbered(index)
    if label is None or label.form is not Form.HEADING:
        return label is None and _MISREAD.match(read.act.content(index).lstrip("| \t")) is not None
    return not any(
        provision.kind is label.kind and provision.value == label.value for provision in read.provisions
    )


def _opens_law(read: ReadAct, last: int) -> bool:
    """Whether the first provision goes on from a number above the law, or the act has no provision at all."""
    first = min(read.opening, default=-1)
    above, below = read.begins_numbered(last), read.begins_numbered(first) if first >= 0 else None
    if above is None or below is None:
        return True
    return above.form is below.form and above.kind is below.kind and is_next(below.value, above.value)


def _in_contents(count: int, places: str) -> Message:
    return ngettext(
        "The table of contents has %(count)s numbered line (%(places)s).",
        "The table of contents has %(count)s numbered lines (%(places)s).",
        count,
        places=places,
    )


def _after_end(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line in the lists after the text begins like a provision (%(places)s).",
        "%(count)s lines in the lists after the text begin like a provision (%(places)s).",
        count,
        places=places,
    )


def _in_tables(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line of a table begins like a provision, but was not read as one (%(places)s).",
        "%(count)s lines of tables begin like a provision, but were not read as one (%(places)s).",
        count,
        places=places,
    )


def _in_signature(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line of the signature begins like a provision (%(places)s).",
        "%(count)s lines of the signature begin like a provision (%(places)s).",
        count,
        places=places,
    )


def _quoted(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s numbered line is part of the words that an instruction quotes (%(places)s).",
        "%(count)s numbered lines are words that an instruction quotes (%(places)s).",
        count,
        places=places,
    )


def _before_law(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s numbered line stands above the law and was read as its preamble (%(places)s).",
        "%(count)s numbered lines stand above the law and were read as its preamble (%(places)s).",
        count,
        places=places,
    )


def _references(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line below the label of an annex names a provision that speaks of it (%(places)s).",
        "%(count)s lines below the label of an annex name a provision that speaks of it (%(places)s).",
        count,
        places=places,
    )


def _repeated(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line begins with the number of the heading above it once more (%(places)s).",
        "%(count)s lines begin with the number of the heading above them once more (%(places)s).",
        count,
        places=places,
    )


def _lost(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line begins like a numbered provision, but was not read as one (%(places)s).",
        "%(count)s lines begin like a numbered provision, but were not read as one (%(places)s).",
        count,
        places=places,
    )


def _missing(count: int, places: str) -> Message:
    return ngettext(
        "The table of contents names %(count)s heading that does not stand in the text (%(places)s).",
        "The table of contents names %(count)s headings that do not stand in the text (%(places)s).",
        count,
        places=places,
    )


def _law_after_end(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s line in the lists after the text goes on from its last provision (%(places)s).",
        "%(count)s lines in the lists after the text go on from its last provisions (%(places)s).",
        count,
        places=places,
    )


_SAID = {
    codes.NUMBERS_IN_CONTENTS: _in_contents,
    codes.NUMBERS_AFTER_END: _after_end,
    codes.NUMBERS_IN_TABLES: _in_tables,
    codes.NUMBERS_IN_SIGNATURE: _in_signature,
    codes.NUMBERS_QUOTED: _quoted,
    codes.NUMBERS_BEFORE_LAW: _before_law,
    codes.REFERENCES_OF_ANNEXES: _references,
    codes.REPEATED_NUMBERS: _repeated,
    codes.LOST_NUMBERS: _lost,
}
