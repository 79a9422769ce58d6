"""No two changes of one kind on either side of an end that stays: LibreOffice would take the end for changed too."""

import pytest

from amendments.redline.provision_redline import Mark, Span
from amendments.renderers.paper.neighbours import kept_apart
from amendments.renderers.paper.sheets import Role, SheetParagraph, SheetTable, Style

MARKS = {"=": Mark.KEPT, "-": Mark.DELETED, "+": Mark.INSERTED}


def paragraph(said, move=0):
    """ "=one +two =": spans with their marks, and last the mark of the end."""
    *spans, end = said.split(" ")
    return SheetParagraph(
        tuple(Span(MARKS[word[0]], word[1:]) for word in spans),
        MARKS[end],
        Style(Role.ITEM, 0, "en", None),
        move,
    )


def told(sheets):
    signs = {mark: sign for sign, mark in MARKS.items()}
    return [
        " ".join([*(signs[mark] + text for mark, text in sheet.spans), signs[sheet.end]])
        for sheet in sheets
        if isinstance(sheet, SheetParagraph)
    ]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        # A full stop became a semicolon before a new point: the order of the two is of no account.
        (["=a -. +; =", "+b +"], ["=a +; -. =", "+b +"]),
        (["=a +; -. =", "-b -"], ["=a -. +; =", "-b -"]),
        # Words were added at the end: the last new paragraph gets the end that stays.
        (["=a +x =", "+b +", "+c +", "=d ="], ["=a +x +", "+b +", "+c =", "=d ="]),
        (["=a -x =", "-b -", "=d ="], ["=a -x -", "-b =", "=d ="]),
        # Nothing touches.
        (["=a +x =", "-b -", "=d ="], ["=a +x =", "-b -", "=d ="]),
        (["=a +x =", "=b ="], ["=a +x =", "=b ="]),
        (["=a =", "+b +"], ["=a =", "+b +"]),
        # The next paragraph begins with a change but stays: there is no end to give it.
        (["=a +x =", "+b =c ="], ["=a +x =", "+b =c ="]),
        (["=a +x =", "+b +", "-c -"], ["=a +x +", "+b =", "-c -"]),
    ],
)
def test_ends_and_orders(given, wanted):
    assert told(kept_apart([paragraph(each) for each in given])) == wanted


def test_what_moves_and_what_stands_before_a_table_stays():
    moved = [paragraph("=a +x ="), paragraph("+b +", move=1)]
    assert kept_apart(moved) == moved
    before_table = [paragraph("=a +x ="), SheetTable((), 1, "en")]
    assert kept_apart(before_table) == before_table
