"""What a provision of Akoma Ntoso may hold for a form to say how all of it is printed (`printed_form.py`)."""

from collections.abc import Iterator
from typing import Any

Xml = Any  # an element of the standard library, which defusedxml gives without a type
OWN = ("num", "heading", "intro", "content", "p")  # what the form prints; all else stands below
_BODIES = frozenset({"intro", "content"})


def has_printed_parts(element: Xml) -> bool:
    """Whether its words stand in paragraphs alone, or in one table alone: a form has places for these."""
    bodies = [each for each in element if _local(each) in _BODIES]
    if _has_words_beside(element) or any(_has_words_beside(body) for body in bodies):
        return False
    names = [_local(each) for each in element]
    if not bodies:
        return "table" not in names
    return "p" not in names and all(_is_printed(body) for body in bodies)


def _is_printed(body: Xml) -> bool:
    if [_local(each) for each in body] == ["table"]:
        return all(_local(row) == "tr" for row in body[0])
    return all(_local(each) == "p" for each in body)


def _has_words_beside(element: Xml) -> bool:
    """Whether words stand between the elements."""
    return is_said(element.text) or any(is_said(each.tail) for each in element)


def is_said(words: str | None) -> bool:
    """Whether there is more than white space."""
    return bool(words and words.strip())


def words_beside(words: str | None) -> Iterator[str]:
    """The words that stand beside elements, as a line."""
    if is_said(words):
        yield " ".join((words or "").split())


def _local(element: Xml) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
