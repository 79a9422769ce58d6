"""How an annex with words of its own, such as “to the Law on …”, is printed so that it reads back as it is."""

from dataclasses import replace

from amendments.provisions.printing.layout import Filling, escape, fill
from amendments.provisions.tree import Element, Kind, Tree
from amendments.renderers.paper.documents import PaperElement

_OF_ANNEXES = ("\n\n{number}\n{text}\n\n{heading}", "\n\n{text}\n\n{number}\n\n{heading}")
_BEFORE = Tree((Element("", Kind.ARTICLE, "1", heading="A", text="B."),))


def has_caption(element: Element) -> bool:
    """Whether it is an annex with words of which its layout does not say that they stand above its heading."""
    above = (element.layout or "").partition("{heading")[0]
    return element.kind is Kind.ANNEX and bool(element.text) and "{text}" not in above


def with_caption(each: PaperElement) -> Element:
    """An annex with its caption below its label, where the scheme reads it there; any other provision as it is.

    Paper has no blank lines: above its label a caption would be read as words of the article before the annex.
    """
    element = each.element
    if not has_caption(element) or not element.heading:
        return element
    reads_back = bool(element.layout) and _is_read(each, element.layout or "")
    if reads_back or not _is_read(each, _OF_ANNEXES[0]):
        return element
    label = (element.layout or escape(each.scheme.label(element))).partition("{heading")[0].strip()
    return replace(element, layout=_OF_ANNEXES[0].replace("{number}", label))


def form_of_annex(each: PaperElement) -> str:
    """A caption such as “to the Law on …” stands below the number or above it, as the scheme reads it."""
    return next((form for form in _OF_ANNEXES if _is_read(each, form)), "")


def _is_read(each: PaperElement, form: str) -> bool:
    """Whether the scheme reads an annex that is printed so, behind an article, as it is."""
    element = each.element
    filling = Filling(each.scheme.label(element), "", [element.heading], [element.text.split("\n")], ())
    read = each.scheme.parse(f"{each.scheme.render(_BEFORE)}{fill(form, filling)}\n").tree.elements[-1]
    return [read.kind, read.number, *_words(read)] == [element.kind, element.number, *_words(element)]


def _words(element: Element) -> tuple[list[str], list[str]]:
    return element.heading.split(), element.text.split()
