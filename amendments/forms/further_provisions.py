"""The lines in which drafters write further provisions: number, heading between bars, text."""

import re
from collections.abc import Sequence
from contextlib import suppress

from amendments.instructions.citations import cited, follows, in_place_of
from amendments.instructions.completing.typed_lists import TypedLabel, is_listed
from amendments.instructions.designations import Designation
from amendments.instructions.instruction_errors import BadOperation
from amendments.instructions.operations import NewElement
from amendments.provisions.citing.citation_words import CitationWords
from amendments.provisions.numbers import filed
from amendments.text.cells import in_field

# A further provision, one a line: "12-2. |Its heading| Its text. ¶ Its second paragraph."
FURTHER = re.compile(
    r"(?P<number>(?:(?:section|chapter|division|annex|article(?= \d[\d-]*\.\d)) )?\w[\w.\-–]*?(?:\([^()\s]+\))*"
    r"(?:(?: note| (?:article|point|row|table) [\w.:\-]*?\w(?:\([^()\s]+\))*)+(?=\.(?:\s|$)))?)(?P<stop>[.)])?"
    r"(?:\s+(?:\|(?P<heading>[^|]*)\|\s*)?(?P<text>.*))?"
)

STRUCTURE = re.compile(r"(?:section|chapter|division|annex) \S+")
BRACKETED = re.compile(r"^\(([^()\s]+)\)(?!\S)")
NUMBER_ALONE = re.compile(r"(?:[^\W\d_]+\s+)?\d[\w.()-]*")  # "6.", "4(6)", "Article 6"


def in_plain_words(line: str, words: CitationWords | None) -> str:
    """The line with the name of a chapter or an annex as operations have it: "приложение 1." is "annex 1."."""
    head, stop, rest = line.partition(".")
    with suppress(BadOperation):
        named = Designation(head.strip(), words)
        return f"{named}{stop}{rest}" if STRUCTURE.fullmatch(named) else line
    return line


def matched(line: str, words: CitationWords | None) -> re.Match[str] | None:
    """The parts of a line; "(4)" is "4)"."""
    return FURTHER.fullmatch(in_plain_words(BRACKETED.sub(r"\1)", line), words))


def numbered(line: str, match: re.Match[str], target: str, before: Sequence[NewElement]) -> tuple[str, str]:
    """The whole name of what is written as "4)" after a new item: no article, but a further item; else the label too.

    What goes on from a list is an item of it, also "4)" after "3(3). three;".
    """
    number, label = match["number"], line.split()[0]
    if match["stop"] != ")" or not label.endswith(")"):
        return number, ""
    for each in before:
        if each.number.endswith(")") and follows(number, cited(each.number).number):
            return in_place_of(each.number, number), ""
    is_item = target.endswith(")") and number[0].isdecimal() and "." not in number
    goes_on = any(map(is_listed, before))
    if is_item and not goes_on and filed(cited(target).number) < filed(number):
        return in_place_of(target, number), ""
    return number, TypedLabel(label)


def line_of(child: dict[str, str]) -> str:
    """The line of a stored provision."""
    heading = f"|{child['heading']}| " if child.get("heading") else ""
    text = in_field(child.get("text", "")).replace("\n", " ¶ ")
    return f"{child['number']}. {heading}{text}".strip()
