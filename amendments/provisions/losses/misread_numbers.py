"""Finds numbers in which a letter stands for a figure, as a reader of print puts it: "Article 1O" behind 9 is article 10."""

import re
from collections.abc import Iterator

from amendments.provisions.losses.codes import MISREAD_NUMBER
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import Message, message as _
from amendments.provisions.scheme import Finding

_MISREAD = re.compile(r"(?P<base>[0-9]{1,4})(?P<letter>[OoОоlIІЗзб])(?P<rest>[0-9]*)")
_BEGINS_MISREAD = re.compile(r"[OОlIІ][0-9]+[A-Za-z]{0,2}")  # "I2B" for 12B
# "1.O.", "2.1O.", "O.1.": with the letter the line has another number or none
_IN_LINE = re.compile(r"(?P<number>[0-9OОlЗI]{1,4}(?:\.[0-9OОlЗI]{1,3}){1,3})\.?\)?(?=\s)")
_LETTERS = frozenset("OОlЗ")  # "I.1." is a Roman number
_FIGURES = str.maketrans("OoОоlIІЗзб", "0000111336")
# The letters one and two before: "12O" behind "12N" is a number with a letter.
_BEFORE = {"o": "nm", "о": "нм", "l": "kj", "i": "hg", "і": "зж", "з": "жё", "б": "а"}


def check_misread_numbers(read: ReadAct) -> Iterator[Finding]:
    """One finding for each number whose letter does not go on from another one."""
    known = {(provision.kind, provision.number.lower()) for provision in read.provisions if provision.number}
    for provision in read.provisions:
        number = provision.number
        match = _MISREAD.fullmatch(number)
        goes_on = match is not None and any(
            (provision.kind, match["base"] + letter) in known for letter in _BEFORE[match["letter"].lower()]
        )
        if not goes_on and (match or _BEGINS_MISREAD.fullmatch(number)):
            yield Finding(provision.line, MISREAD_NUMBER, _said(number), stops=True)
    yield from _misread_lines(read)


def _misread_lines(read: ReadAct) -> Iterator[Finding]:
    """Lines that begin with a number of several levels. "1.l." behind "1.k." is a number with a letter."""
    lettered = {read.act.content(index).partition(" ")[0] for index in range(len(read.act))}
    for index, line in enumerate(read.act.lines):
        match = _IN_LINE.match(read.act.content(index)) if index not in read.kinds else None
        number = match["number"] if match and index not in read.act.quoted else ""
        is_misread = not _LETTERS.isdisjoint(number) and any(map(str.isdecimal, number))
        if is_misread and lettered.isdisjoint({f"{number[:-1]}k", f"{number[:-1]}k."}):
            yield Finding(line.number, MISREAD_NUMBER, _said(number), stops=True)


def _said(number: str) -> Message:
    figures = number.translate(_FIGURES)
    return _("%(number)s may be %(figures)s: a letter stands for a figure.", number=number, figures=figures)
