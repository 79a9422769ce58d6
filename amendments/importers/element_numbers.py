"""Numbers that stand alone in Akoma Ntoso: readers of the standard print them with the word or the signs of their element."""

import re
from typing import Any

Xml = Any  # an element of the standard library, which defusedxml gives without a type
_PRINTED = "{urn:madda:provisions}number"  # our own files have the number as the act prints it
_OF_CHAPTER = re.compile(r"[0-9]{1,4}(?:[A-Za-z]{1,2}|-[0-9]{1,2})?\.?|[IVXLC]+\.?")
_OF_PART = re.compile(r"[0-9]{1,3}[A-Za-z]{0,2}|[^\W\d_]{1,2}|[ivxlc]{1,6}")
_NAMES = {
    "eng": {"part": "Part", "chapter": "Chapter", "division": "Division", "article": "Article"},
    "rus": {"part": "Раздел", "chapter": "Глава", "article": "Статья"},
    "aze": {"part": "Bölmə", "chapter": "Fəsil", "article": "Maddə"},
}
# An act in a language without a scheme is read by the English one.
_OF_OTHERS = {**_NAMES["eng"], "section": "Section"}
_BRACKETED = frozenset({"subsection", "paragraph", "subparagraph", "clause", "subclause", "point", "item"})


def word_before(element: Xml, number: str, language: str) -> str:
    """The word before the number of a chapter or an article; "" where it is printed, or the file names no language."""
    if element.get(_PRINTED) is not None or not _OF_CHAPTER.fullmatch(number):
        return ""
    names = _NAMES.get(language, _OF_OTHERS) if language else {}
    return names.get(name_of(element), "")


def complete_numbers(element: Xml) -> int:
    """Put brackets round the numbers of what lies in an element, and a full stop behind those of parts of an article.

    Gives how many were digits or letters alone. Nothing else would part them from the words.
    """
    completed = 0
    for each in element:
        number = each.find("{*}num") if name_of(each) in _BRACKETED and each.get(_PRINTED) is None else None
        said = "" if number is None or len(number) else (number.text or "").strip()
        if number is not None and _OF_PART.fullmatch(said):
            is_part = said.isdecimal() and name_of(element) == "article"
            number.text = f"{said}." if is_part else f"({said})"
            completed += 1
    return completed


def name_of(element: Xml) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
