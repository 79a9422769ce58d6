"""Collects all findings that count lines of which law may have been lost."""

from collections.abc import Iterator, Sequence

from amendments.provisions.losses.annexed import check_annexes
from amendments.provisions.losses.codes import UNPARSED_LINE
from amendments.provisions.losses.cut_tables import check_cut_rows
from amendments.provisions.losses.definitions import check_definitions
from amendments.provisions.losses.empty_articles import check_empty_articles
from amendments.provisions.losses.joined import check_joined
from amendments.provisions.losses.misread_numbers import check_misread_numbers
from amendments.provisions.losses.numbered_lines import check_numbered_lines
from amendments.provisions.losses.page_marks import check_page_marks
from amendments.provisions.losses.printed_twice import check_printed_twice
from amendments.provisions.losses.proportions import check_proportions
from amendments.provisions.losses.quoted import check_quotations
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.losses.two_kinds import check_levels
from amendments.provisions.losses.unknown_headings import check_unknown_headings
from amendments.provisions.scheme import Finding


def check_reading(read: ReadAct, reported: Sequence[Finding]) -> Iterator[Finding]:
    """`reported`: what the parser has said already, line by line."""
    said = {finding.line for finding in reported if finding.code == UNPARSED_LINE}
    lines = frozenset(index for index, line in enumerate(read.act.lines) if line.number in said)
    yield from check_numbered_lines(read, lines)
    yield from check_quotations(read)
    yield from check_cut_rows(read)
    yield from check_unknown_headings(read)
    yield from check_proportions(read)
    yield from check_annexes(read)
    yield from check_printed_twice(read)
    yield from check_page_marks(read)
    yield from check_levels(read.provisions)
    yield from check_joined(read)
    yield from check_definitions(read.provisions)
    yield from check_empty_articles(read.provisions)
    yield from check_misread_numbers(read)
