"""Changes that somebody tracked where no text is read: in text boxes, headers, footers and formulas.

It is a net: what is found are all changes of the file without those that were read.
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


def changes_beside(roots: Iterable[Xml], read: Container[Xml], styles: Styles) -> tuple[ChangeBeside, ...]:
    """What each author changed in each paragraph, once: the alternatives of a box, and pages, hold it again."""
    return tuple(dict.fromkeys(each for root in roots for each in _of_part(root, read, styles)))


def _of_part(root: Xml, read: Container[Xml], styles: Styles) -> Iterator[ChangeBeside]:
    unread = [
        each
        for each in root.iter(*CHANGES)
        if each not in read and next(each.iterancestors(*CHANGES), None) is None
    ]
    for paragraph, in_paragraph in groupby(unread, lambda each: next(each.iterancestors(PARAGRAPH), None)):
        if paragraph is None or is_said(paragraph, styles):
            continue
        for (author, at), changes in groupby(in_paragraph, lambda each: (each.get(AUTHOR), each.get(DATE))):
            old, new = _words(changes)
            if old or new:
                yield ChangeBeside(old, new, author or NOBODY, at or "")


def _words(changes: Iterable[Xml]) -> tuple[str, str]:
    """Those that go, and those that come."""
    words = {True: "", False: ""}
    for each in changes:
        words[CHANGES[each.tag]] += "".join(piece.text or "" for piece in each.iter(*_WORDS))
    return " ".join(words[False].split()), " ".join(words[True].split())
