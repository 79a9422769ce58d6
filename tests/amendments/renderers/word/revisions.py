"""Accepts or rejects all tracked changes of a Word file. It knows the standard (ECMA-376, 17.13.5) and nothing of ours."""

import io
import zipfile
from dataclasses import dataclass

from defusedxml.ElementTree import fromstring

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\v", f"{W}noBreakHyphen": "-"}
WORDS = {f"{W}t", f"{W}delText"}
PROPERTIES = {f"{W}pPr", f"{W}rPr", f"{W}tblPr", f"{W}trPr", f"{W}tcPr", f"{W}sectPr", f"{W}tblGrid"}


@dataclass(frozen=True)
class Decision:
    """What goes: the runs, the ends of paragraphs and the rows with these changes."""

    gone: frozenset[str]

    @classmethod
    def accept(cls):
        return cls(frozenset({f"{W}del", f"{W}moveFrom"}))

    @classmethod
    def reject(cls):
        return cls(frozenset({f"{W}ins", f"{W}moveTo"}))


def body_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return fromstring(package.read("word/document.xml")).find(f"{W}body")


def accepted(data):
    """The paragraphs and rows of cells when every change is accepted, without empty paragraphs."""
    return list(_blocks(body_of(data), Decision.accept()))


def rejected(data):
    return list(_blocks(body_of(data), Decision.reject()))


def changes(data):
    """Every tracked change: its kind, author and date."""
    kinds = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
    return [
        (each.tag.removeprefix(W), each.get(f"{W}author"), each.get(f"{W}date"))
        for each in body_of(data).iter()
        if each.tag in kinds
    ]


def _blocks(parent, decision):
    carried = ""
    for element in parent:
        if element.tag == f"{W}p":
            carried += _text(element, decision)
            if not _end_goes(element, decision):
                yield from filter(None, [carried])
                carried = ""
        elif element.tag == f"{W}tbl":
            yield from filter(None, [carried])
            carried = ""
            yield from _rows(element, decision)
    yield from filter(None, [carried])


def _rows(table, decision):
    for row in table.iter(f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is None or decision.gone.isdisjoint(each.tag for each in properties):
            yield [list(_blocks(cell, decision)) for cell in row.iter(f"{W}tc")]


def _end_goes(paragraph, decision):
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and not decision.gone.isdisjoint(each.tag for each in mark)


def _text(element, decision):
    found = []
    for child in element:
        if child.tag in WORDS:
            found.append(child.text or "")
        elif child.tag in SIGNS:
            found.append(SIGNS[child.tag])
        elif child.tag not in PROPERTIES and child.tag not in decision.gone:
            found.append(_text(child, decision))
    return "".join(found)
