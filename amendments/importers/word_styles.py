"""The styles of a Word file: what a paragraph inherits from its style and from those on which that is based."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from amendments.importers.word_xml import Xml, child, children, value

_BODY_LEVEL = 9  # that of a paragraph that is no heading


class Styles:
    """Styles by their identity."""

    def __init__(self, root: Xml | None) -> None:
        self._elements = {style.get(qn("w:styleId")): style for style in children(root, "w:style")}

    def name(self, style: str) -> str:
        """How the style is called, whatever identity the program that saved the file gave it."""
        return value(self._elements.get(style), "w:name")

    def properties(self, style: str) -> Xml | None:
        """The paragraph properties of one style."""
        return child(self._elements.get(style), "w:pPr")

    def chain(self, style: str) -> Iterator[Xml]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while style in self._elements and style not in seen:
            seen.add(style)
            yield self._elements[style]
            style = value(self._elements[style], "w:basedOn")

    def outline_level(self, paragraph: Xml) -> int | None:
        """The level on which a paragraph is a heading, None where it is none."""
        own = child(paragraph, "w:pPr")
        said = value(own, "w:outlineLvl")
        for style in self.chain(value(own, "w:pStyle")):
            said = said or value(child(style, "w:pPr"), "w:outlineLvl")
        return int(said) if said.isdecimal() and int(said) < _BODY_LEVEL else None
