"""Provisions of Akoma Ntoso that the file calls removed, of which the number alone stays: the text says so.

A number without words would be read as a provision in force that says nothing.
"""

from typing import Any

from amendments.importers.printed_parts import is_said
from amendments.provisions.said_of_repeals import BY_LANGUAGE

Xml = Any  # an element of the standard library, which defusedxml gives without a type
_HEAD = frozenset({"num", "heading", "subheading"})
_BODIES = frozenset({"content", "intro"})
_WORDED = frozenset({"p", "list", "blockList"})
_OURS = "{urn:madda:provisions}"  # in our own files what lies in a repealed provision may be in force


def removed_with_words(root: Xml) -> list[str]:
    """The numbers of those in files of others that have words, which may tell of the repeal or be the old ones."""
    if any(name.startswith(_OURS) for element in root.iter() for name in element.attrib):
        return []
    return [_number(each) for each in root.iter() if each.get("status") == "removed" and _has_words(each)]


def _has_words(element: Xml) -> bool:
    beside = ("".join(each.itertext()) for each in element if _name(each) not in _HEAD)
    return any(map(is_said, (element.text, *beside)))


def _number(element: Xml) -> str:
    number = next(("".join(each.itertext()) for each in element if _name(each) == "num"), "…")
    return " ".join(number.split())


def say_repeals(root: Xml, language: str) -> None:
    """Write the sentence of this site into each of them, in the language of the act."""
    sentence = BY_LANGUAGE.get(language, ("",))[0]
    for above in list(root.iter()) if sentence else ():
        removed = [each for each in above if each.get("status") == "removed" and _is_bare(each)]
        columns = max((_columns(each) for each in above), default=0) if removed else 0
        for element in removed:
            _say(element, sentence, columns)


def _is_bare(element: Xml) -> bool:
    """Whether it has a number and no words; the marks of footnotes are none."""
    names = {_name(each) for each in element}
    words = [element.text or "", *("".join(each.itertext()) for each in element if _name(each) in _BODIES)]
    return "num" in names and not names & _WORDED and not any(map(is_said, words))


def _say(element: Xml, sentence: str, columns: int) -> None:
    body = next((each for each in element if _name(each) in _BODIES), None)
    if body is None:
        body = _new(element, "intro")
        element.insert(sum(_name(each) in _HEAD for each in element), body)
    elif next(body.iter(_tag(element, "noteRef")), None) is None:
        body.clear()
    if element.get("name") == "row":
        _add_cells(body, sentence, columns)
    else:
        body.append(_paragraph(body, sentence))


def _add_cells(body: Xml, sentence: str, columns: int) -> None:
    """The sentence as a cell, with empty ones behind it: a row with fewer would be a line of its own."""
    row = next(body.iter(_tag(body, "tr")), None)
    if row is None:
        table, row = _new(body, "table"), _new(body, "tr")
        table.append(row)
        body[:] = [table]
    for words in [sentence, *[""] * (columns - len(row) - 1)]:
        cell = _new(body, "td")
        cell.append(_paragraph(body, words))
        row.append(cell)


def _columns(element: Xml) -> int:
    """The cells of a row beside its number."""
    rows = element.iter(_tag(element, "tr")) if element.get("name") == "row" else ()
    return max((len(row) for row in rows), default=0)


def _paragraph(near: Xml, words: str) -> Xml:
    paragraph = _new(near, "p")
    paragraph.text = words
    return paragraph


def _new(near: Xml, name: str) -> Xml:
    return near.makeelement(_tag(near, name), {})


def _tag(element: Xml, name: str) -> str:
    return element.tag.rpartition("}")[0] + "}" + name


def _name(element: Xml) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
