"""The number of a provision that was typed before its words: the act prints it, so it is no part of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.index import value_of
from amendments.provisions.numbers import letter_apart, plain
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind

_ITEMS = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})
_ABOVE = UPPER_STRUCTURE | {Kind.ANNEX}
_HEADED = _ABOVE | {Kind.ARTICLE}
_LABEL = re.compile(r"\(?(?P<number>[^\s()]+?)(?:\)|(?<=[0-9])\.)\s+")
_DECIMAL = re.compile(r"(?P<number>\d+(?:-\d+)*(?:\.\d+(?:-\d+)*)+)\s+(?=(?P<word>\S+))")  # "3.1 Words"
_IN_LABEL = 3  # words: "Annex No. 2"
_AFTER_NUMBERS = (".", ")", "°", "º", ":", "–", "—", "-")  # "4.2 coins" begins with no number of a provision


def without_own_number(element: Element, scheme: Scheme) -> Element:
    """A provision whose words begin with its own number, without it: the act prints the number before them.

    The words behind the number of an article, a chapter or an annex, or below it, are its heading. Of a note it is its word.
    """
    if element.kind is Kind.NOTE:
        return _without_word(element, scheme)
    first, *rest = element.text.split("\n")
    read = scheme.parse(element.text).tree.elements
    if not read or not _is_read_as(element, read[0]):
        return _without_label(element, scheme)
    if element.kind is Kind.ARTICLE and _is_first_of_several(read):
        return element
    words = (read[0].heading or read[0].text).split("\n")[0]
    is_headed = element.kind in _HEADED and bool(read[0].heading) and element.heading in ("", words)
    if read[0].kind in _ABOVE and not words:
        return replace(element, text="\n".join(rest).strip())
    if read[0].kind in _ABOVE and read[0].heading and not is_headed:
        return element
    if is_headed and not first.endswith(words):
        return _with_heading_below(element, read[0], scheme)
    label = first.removesuffix(words).strip()
    is_label = label.endswith(_AFTER_NUMBERS) or (bool(label) and read[0].kind in UPPER_STRUCTURE)
    if not words or not first.endswith(words) or not is_label:
        return _without_label(element, scheme)
    if is_headed:
        return replace(element, heading=words, text="\n".join(rest))
    return replace(element, text="\n".join([words, *rest]))


def _without_word(note: Element, scheme: Scheme) -> Element:
    """A note whose words begin with the word that the act prints before them, "Note." or "Note 2:", without it."""
    printed = re.escape(scheme.label(note).rstrip(" .:"))
    found = re.match(rf"{printed}\s*[.:]\s+(?=\S)", note.text, re.IGNORECASE) if printed else None
    return replace(note, text=note.text[found.end() :]) if found else note


def _with_heading_below(element: Element, read: Element, scheme: Scheme) -> Element:
    """A provision whose heading goes on below its number; as it is where another line lies between them."""
    first, *lines = element.text.split("\n")
    words, heading = read.heading.split(), _begun_heading(first, read, scheme)
    for at, line in enumerate(lines if heading is not None else (), start=1):
        heading = f"{heading} {line.strip()}".strip()
        if heading.split() == words:
            return replace(element, heading=read.heading, text="\n".join(lines[at:]).strip())
    return _without_label(element, scheme)


def _begun_heading(line: str, read: Element, scheme: Scheme) -> str | None:
    """What a line says of a heading behind the label; None where it does not begin with the label."""
    words = line.split()
    for at in range(1, min(len(words), _IN_LABEL) + 1):
        alone = scheme.parse(" ".join(words[:at])).tree.elements
        found = [(each.kind, each.number, each.heading, each.text) for each in alone]
        begun = words[at:]
        if found == [(read.kind, read.number, "", "")] and begun == read.heading.split()[: len(begun)]:
            return " ".join(begun)
    return None


def _is_read_as(element: Element, read: Element) -> bool:
    """Whether what was read first has the number of a provision, and no word for another kind: "Chapter 2" in Article 2.

    Some acts call their articles sections, and a number without a word is also that of a chapter.
    """
    is_section = read.kind is Kind.SECTION and element.kind is Kind.ARTICLE
    is_bare = element.kind in UPPER_STRUCTURE and element.text.lstrip()[:1].isdecimal()
    may_differ = is_section or (is_bare and read.kind in _ITEMS)
    are_headed = element.kind in _ABOVE or {element.kind, read.kind} <= _HEADED
    if read.kind is not element.kind and are_headed and not may_differ:
        return False
    if element.kind in _ABOVE and value_of(read.number):
        return value_of(read.number) == value_of(element.number)
    return bool(read.number) and plain(read.number) == plain(element.number)


def is_of_another(element: Element, scheme: Scheme) -> bool:
    """Whether the words of a chapter, or of what stands above it, begin with the label of another one: "Chapter 3" in 2-1."""
    if element.kind not in UPPER_STRUCTURE or element.text.lstrip()[:1].isdecimal():
        return False
    read = next(iter(scheme.parse(element.text.partition("\n")[0]).tree), None)
    return read is not None and read.kind is element.kind and not _is_read_as(element, read)


def _is_first_of_several(read: Sequence[Element]) -> bool:
    """Whether words begin with "1." and go on with a second provision beside it: these are its parts."""
    first, *others = read
    beside = {each.number for each in others if (each.kind, each.parent) == (first.kind, first.parent)}
    return first.number == "1" and not first.heading and "2" in beside and "1" not in beside


def own_label(typed: Element, plain: Element) -> str:
    """The number that was typed before the words of a part or point: what these no longer begin with; "" for none."""
    if typed.kind not in _ITEMS - {Kind.ARTICLE} or typed.text == plain.text:
        return ""
    return typed.text.removesuffix(plain.text).strip()


def _without_label(element: Element, scheme: Scheme) -> Element:
    """The item without the label with which its words begin: a line that stands alone is read as none, "4) a" as plain words.

    An article is printed like an item where the act says "5. Text".
    """
    found = _LABEL.match(element.text) if element.kind in _ITEMS else None
    if found is None and element.kind is not Kind.ARTICLE:
        found = unstopped_number(element)
    if found and element.kind is Kind.ARTICLE and found[0].strip() != scheme.label(element):
        return element
    number = plain(element.number)
    own = {number, number.rpartition(".")[2]} if letter_apart(element.number) else {number}
    if found is None or plain(found["number"]) not in own:
        return element
    return replace(element, text=element.text[found.end() :])


def unstopped_number(element: Element) -> re.Match[str] | None:
    """The number with dots, without a stop behind it, with which the words of an item begin.

    Before a small letter, "4.2 coins", or before an abbreviation it may be a figure, unless it has three levels: "3.3.4 name".
    """
    found = _DECIMAL.match(element.text) if element.kind in _ITEMS else None
    if found is None:
        return None
    word = re.sub(r"\W", "", found["word"])
    begins_sentence = word[:1].isupper() and (len(word) == 1 or not word.isupper())
    return found if begins_sentence or found["number"].count(".") > 1 else None
