"""Finds numbers in which a letter stands for a figure, as a reader of print puts it: "Article 1O" behind 9 is article 10."""

import re
from collections.abc import Iterator, Sequence

from amendments.provisions.losses.codes import MISREAD_NUMBER
from amendments.provisions.messages import message as _
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.scheme import Finding

_MISREAD = re.compile(r"(?P<base>[0-9]{1,4})(?P<letter>[OoОоlIІЗзб])(?P<rest>[0-9]*)")
_BEGINS_MISREAD = re.compile(r"[OОlIІ][0-9]+[A-Za-z]{0,2}")  # "I2B" for 12B
_FIGURES = str.maketrans("OoОоlIІЗзб", "0000111336")
# The letters one and two before: "12O" behind "12N" is a number with a letter.
_BEFORE = {"o": "nm", "о": "нм", "l": "kj", "i": "hg", "і": "зж", "з": "жё", "б": "а"}


def check_misread_numbers(provisions: Sequence[Pending]) -> Iterator[Finding]:
    """One finding for each number whose letter does not go on from another one."""
    known = {(provision.kind, provision.number.lower()) for provision in provisions if provision.number}
    for provision in provisions:
        number = provision.number
        match = _MISREAD.fullmatch(number)
        goes_on = match is not None and any(
            (provision.kind, match["base"] + letter) in known for letter in _BEFORE[match["letter"].lower()]
        )
        if goes_on or not (match or _BEGINS_MISREAD.fullmatch(number)):
            continue
        figures = number.translate(_FIGURES)
        said = _(
            "%(number)s may be %(figures)s: a letter stands for a figure.",
            number=number,
            figures=figures,
        )
        yield Finding(provision.line, MISREAD_NUMBER, said, stops=True)
