"""Whether what a file calls a heading was read as one. A heading that became words of a provision is lost."""

from collections.abc import Iterable, Iterator

from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Finding, Parsed
from amendments.provisions.tree import OUTSIDE_THE_LAW, Element, Kind

HEADING_AS_TEXT = "heading_as_text"
_WITHOUT_HEADINGS = OUTSIDE_THE_LAW | {Kind.TITLE, Kind.PREAMBLE, Kind.TABLE, Kind.ROW}


def swallowed(headings: Iterable[str], text: str, parsed: Parsed) -> Iterator[Finding]:
    """The headings of the file that stand as lines in the words of a provision."""
    wanted = {" ".join(heading.split()) for heading in headings}
    found = {line: element for element in parsed.tree for line in _lines(element) if line in wanted}
    if not found:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        element = found.pop(" ".join(line.split()), None)
        if element is not None:
            said = _(
                "“%(heading)s” is a heading in the file and was read as words of %(provision)s. Write its number or "
                "kind before it, or write it in capitals.",
                heading=" ".join(line.split()),
                provision=element.number or element.eid,
            )
            yield Finding(number, HEADING_AS_TEXT, said, stops=True)


def _lines(element: Element) -> list[str]:
    if element.kind in _WITHOUT_HEADINGS:
        return []
    return [" ".join(line.split()) for line in element.text.split("\n")]
