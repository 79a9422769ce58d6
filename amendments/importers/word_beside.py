"""Changes that somebody tracked where no text is read: in text boxes, headers, footers and formulas.

It is a net: what is found are all changes of the file that were not read, and the boxes within those that were.
"""

from collections.abc import Container, Iterable, Iterator
from itertools import groupby

from docx.oxml.ns import qn

from amendments.importers.markup import ChangeBeside
from amendments.importers.word_runs import CHANGES, NOBODY
from amendments.importers.word_said import is_said
from amendments.importers.word_styles import Styles
from amendments.importers.word_xml import AUTHOR, DATE, PARAGRAPH, Xml

_WORDS = (qn("w:t"), qn("w:delText"))
_BOX = qn("w:txbxContent")


def changes_beside(roots: Iterable[Xml], read: Container[Xml], styles: Styles) -> tuple[ChangeBeside, ...]:
    """What each author changed in each paragraph, once: the alternatives of a box, and pages, hold it again."""
    return tuple(dict.fromkeys(each for root in roots for each in _of_part(root, read, styles)))


def _of_part(root: Xml, read: Container[Xml], styles: Styles) -> Iterator[ChangeBeside]:
    unread = [change for each in root.iter(*CHANGES, _BOX) if (change := _unread(each, read)) is not None]
    for paragraph, in_paragraph in groupby(unread, lambda pair: next(pair[1].iterancestors(PARAGRAPH), None)):
        if paragraph is not None and is_said(paragraph, styles):
            continue
        by_author = groupby(in_paragraph, lambda pair: (pair[0].get(AUTHOR), pair[0].get(DATE)))
        for (author, at), changes in by_author:
            old, new = _words(changes)
            if old or new:
                yield ChangeBeside(old, new, author or NOBODY, at or "")


def _unread(element: Xml, read: Container[Xml]) -> tuple[Xml, Xml] | None:
    """A change, and what it holds that is not read: itself, or a box; None where it was read, or another one holds it."""
    around = next(element.iterancestors(*CHANGES), None)
    if element.tag == _BOX:
        is_marked = next(element.iter(*CHANGES), None) is not None
        return (around, element) if around is not None and around in read and not is_marked else None
    is_held = around is not None and around not in read
    return None if element in read or is_held else (element, element)


def _words(changes: Iterable[tuple[Xml, Xml]]) -> tuple[str, str]:
    """Those that go, and those that come."""
    words = {True: "", False: ""}
    for change, held in changes:
        words[CHANGES[change.tag]] += "".join(piece.text or "" for piece in held.iter(*_WORDS))
    return " ".join(words[False].split()), " ".join(words[True].split())
