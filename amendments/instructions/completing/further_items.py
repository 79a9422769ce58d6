"""Items typed into the words before a list: "5) colour." behind "An application names:" is no words before point 1."""

import re
from collections.abc import Container, Iterable

from amendments.instructions.citations import in_place_of, parent_number
from amendments.instructions.completing.printed_lines import NumberedLine
from amendments.instructions.following import number_of
from amendments.instructions.operations import NewElement
from amendments.provisions.numbers import filed, number_style, roman_value
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree

_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})
_LABEL = re.compile(
    r"(?P<label>\(?(?P<number>(?:\d+|[^\W\d_]{1,5})(?:[.-]\d+)*)(?P<sign>[.)]))\s+(?P<words>\S.*)"
)
_SHORT = 2  # letters of a number that is no Roman one
_LETTERS = frozenset({"letter", "roman"})


def further_items(tree: Tree, element: Element, known: Container[str], scheme: Scheme) -> list[NumberedLine]:
    """The new lines of a provision that are numbered like the list below it: read before its first item, they are words.

    A line with another sign or series than the list, "5." or "a)" before "1)", or with words in force behind it can be
    brought by none.
    """
    items = _items(tree, element)
    styles = {number_style(each.number) for each in items}
    signs = {scheme.label(each).strip()[-1:] for each in items}
    first = 0 if element.kind is Kind.ARTICLE else 1  # a part has its number before its first line
    lines = element.text.split("\n") if items else []
    labels = {
        place: label
        for place, line in enumerate(lines)
        if place >= first and line not in known and (label := _label_in_list(line, styles)) is not None
    }
    found = []
    for (place, label), end in zip(labels.items(), [*labels, len(lines)][1:], strict=True):
        rest = lines[place + 1 : end]
        is_alike = label["sign"] in signs and _is_of(label["number"], styles)
        is_item = is_alike and not any(line in known for line in rest)
        name = in_place_of(number_of(tree, items[-1]), label["number"])
        words = "\n".join([label["words"], *rest])
        item = NewElement(name, "", words, label["label"]) if is_item else None
        found.append(NumberedLine(place + 1, lines[place], item))
    return found


def of_another_series(
    tree: Tree, element: Element, name: str, lines: Iterable[NumberedLine]
) -> NumberedLine | None:
    """The first line that would be an item right in a provision, with a bracket, in another series than its list: "a)" before "1)".

    An item of one of these items may have any series. `tree` has the list without the new lines, `name` is that of the
    provision.
    """
    styles = {number_style(each.number) for each in _items(tree, element)}
    for line in lines if styles else ():
        label = _LABEL.fullmatch(line.printed.strip())
        is_bracketed = label is not None and label["sign"] == ")"
        is_right_in = line.provision is not None and parent_number(line.provision.number) == name
        if label and is_bracketed and is_right_in and not _is_of(label["number"], styles):
            return line
    return None


def _items(tree: Tree, element: Element) -> list[Element]:
    return [each for each in tree.children(element.key) if each.number and each.kind in _ITEMS]


def _is_of(number: str, styles: Container[str]) -> bool:
    alike = _LETTERS if number_style(number) in _LETTERS else {number_style(number)}
    return any(each in styles for each in alike)


def _label_in_list(line: str, styles: Container[str]) -> re.Match[str] | None:
    """The label of a line that begins as the items of a list whose numbers are of some styles: digits, or single letters.

    With a bracket, "4)", it is the label of an item in any list.
    """
    label = _LABEL.fullmatch(line.strip())
    if label is None:
        return None
    is_bracketed, style = label["sign"] == ")", number_style(label["number"])
    if style not in _LETTERS:
        return label if (style in styles or is_bracketed) and filed(label["number"]) else None
    letters = label["number"].partition("-")[0]
    is_alike = any(each in styles for each in _LETTERS)
    is_number = len(letters) <= (_SHORT if is_alike else 1) or roman_value(letters)
    return label if is_number and (is_alike or is_bracketed) else None
