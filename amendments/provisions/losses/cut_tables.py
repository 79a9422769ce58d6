"""Asks of each table whether a row was cut and nobody can tell in which cell: "2<tab>Wicks" above "7", where rows have three cells."""

from collections.abc import Iterator
from itertools import groupby

from amendments.provisions.losses import codes
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import Message, counted as ngettext
from amendments.provisions.regions.cut_rows import lone_rests
from amendments.provisions.regions.printed_rows import printed_rows
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind


def check_cut_rows(read: ReadAct) -> Iterator[Finding]:
    """One finding for the rows of all tables. It stops the import."""
    yield from read.finding(codes.CUT_ROWS, list(_lines(read)), _said, stops=True)


def _lines(read: ReadAct) -> Iterator[int]:
    in_tables = (index for index in range(len(read.act)) if read.kinds.get(index) is Kind.TABLE)
    for __, table in groupby(enumerate(in_tables), lambda pair: pair[1] - pair[0]):
        indices = [index for ___, index in table]
        first = indices[0]
        rows = printed_rows(read.act.lines[first : indices[-1] + 1])
        numbers = {read.act.lines[index].number: index for index in indices}
        yield from (numbers.get(rows[row].line.number, first) for row in lone_rests(rows))


def _said(count: int, places: str) -> Message:
    return ngettext(
        "%(count)s row of a table has too few cells, and those below it too: it may be cut (%(places)s).",
        "%(count)s rows of tables have too few cells, and those below them too: they may be cut (%(places)s).",
        count,
        places=places,
    )
