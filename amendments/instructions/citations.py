"""Citations as operations carry them: "12-1.2", "4(3)", "chapter 16-1", "45 note", "annex 3 article 27"."""

import re
from dataclasses import dataclass, replace

from amendments.instructions.designations import Designation, is_dotted_article, without_kind
from amendments.provisions.number_forms import in_form_of
from amendments.provisions.numbers import filed, latin_letters, number_style, roman_numeral, roman_value
from amendments.provisions.tree import Element, Kind, Tree

_STRUCTURE = re.compile(r"(section|chapter|division|annex) (?!note$)(\S+)")
_LOCAL = re.compile(r"(.+)\(([^()]+)\)")
_NOTE = re.compile(r"(.+) note")
_WITHIN = re.compile(r"(.+) (article|point|row) (\S+)")
_BARE = re.compile(r"(?:(?:part|point|subpoint) )?([^\s()_]+)")
_LAST = re.compile(
    r"(.*\(|(?:.* )?(?:section|chapter|division|annex|article|point|row) )(?!note$)[^\s()]*(\)?)"
)
_STEP = re.compile(
    r"(?P<only>annex)(?= (?:article|point|table|row) | note(?:[ (]|$)|$)"
    r"|(?P<kind>section|chapter|division|annex|article|point|table|row) (?P<named>[^\s(]+)|\((?P<local>[^()]+)\)"
    r"|(?P<alone>note|preamble|title)|(?P<number>\d[^\s()]*)|(?P<unknown>\S+)"
)
_ITEMS = (Kind.PART, Kind.POINT, Kind.SUBPOINT)
_APART = 2  # letters that may lie between two of one list, for a language leaves some out
_FROM_THE_OUTERMOST = (Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE)
_NAMED_KINDS = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ANNEX})


@dataclass(frozen=True, slots=True)
class CitedLevel:
    """One level of a citation: its kind and its number, "" where there is none.

    `place` counts the rows that print the same number: of "2.1 row 3:2" it is 2.
    """

    kind: Kind
    number: str
    place: int = 0


class CitationInText(Designation):
    """A citation with the kinds that its last levels have in a text: 109(8) can be a point that lies in no part."""

    __slots__ = ("kinds",)
    kinds: tuple[Kind, ...]


def steps(citation: str) -> list[CitedLevel]:
    """The levels of a citation, the outermost first: 11(1)(g) is article 11, part 1, point g; [] when unknown."""
    found: list[CitedLevel] = []
    for match in _STEP.finditer(citation):
        depth = max((_ITEMS.index(step.kind) + 1 for step in found if step.kind in _ITEMS), default=0)
        local = match["local"] or (match["named"] if match["kind"] == "point" else "")
        if match["unknown"] or (local and depth == len(_ITEMS)):
            return []
        if local:
            is_below_parts = is_letter(local) or bool(found and found[-1].kind is Kind.NOTE)
            found.append(CitedLevel(_ITEMS[max(depth, int(is_below_parts))], local))
        elif name := match["alone"] or match["only"]:
            found.append(CitedLevel(Kind(name), ""))
        else:
            number, __, place = (match["named"] or match["number"]).partition(":")
            found.append(CitedLevel(Kind(match["kind"] or "article"), number, int(place or 0)))
    kinds = citation.kinds if isinstance(citation, CitationInText) else ()
    above = len(found) - len(kinds)
    said = (replace(step, kind=kind) for step, kind in zip(found[above:], kinds, strict=True))
    return [*found[:above], *said]


def is_letter(number: str) -> bool:
    """Whether a number is the letter of a point, also of an inserted one ("ç-1"), and no Roman numeral."""
    letter, hyphen, suffix = number.partition("-")
    return letter.isalpha() and not roman_value(letter) and (not hyphen or suffix.isdecimal())


@dataclass(frozen=True, slots=True)
class NewProvision:
    """What a new provision lies under, its own number, and its kind where the citation names one."""

    parent: str
    number: str
    kind: Kind | None = None


def cited(number: str) -> NewProvision:
    """Read the citation of a new provision."""
    if match := _STRUCTURE.fullmatch(number):
        return NewProvision("", match[2], Kind(match[1]))
    if is_dotted_article(number):
        return NewProvision("", without_kind(number))
    if match := _LOCAL.fullmatch(number):
        return NewProvision(match[1], match[2])
    if match := _NOTE.fullmatch(number):
        return NewProvision(match[1], "", Kind.NOTE)
    if match := _WITHIN.fullmatch(number):
        return NewProvision(match[1], match[3], Kind.ROW if match[2] == "row" else None)
    return NewProvision(number.rpartition(".")[0], number)


def parent_number(number: str) -> str:
    """12-1.2 → 12-1, 4(3) → 4, 45 note → 45; "" for an article."""
    return cited(number).parent


def bare_number(number: str) -> str:
    """A number alone, also one that says that it is of an item: "9", "point 9"; "" of the name of a provision."""
    match = _BARE.fullmatch(number)
    return match[1] if match and match[1] != Kind.ANNEX else ""


def in_place_of(name: str, number: str) -> str:
    """The name of what stands in the place of a provision under a bare number: 9 beside 4(5) is 4(9)."""
    place = _LAST.fullmatch("annex " if name == Kind.ANNEX else name)
    return f"{place[1]}{number}{place[2]}" if place else number


def beside_or_in(name: str, number: str) -> str:
    """The whole name of a number behind a provision: 1(2)(c) behind 1(2)(b), which is of its list, else what lies in it."""
    is_beside = name.endswith(")") and _is_further(number, cited(name).number)
    return in_place_of(name, number) if is_beside else f"{name}({number})"


def follows(number: str, before: str) -> bool:
    """Whether a number is the next one of a list: 4 behind 3, 2-1 behind 2; of letters also the next but one, d behind c."""
    apart = _place(number, before)[0] - _place(before, number)[0]
    return _is_further(number, before) and apart <= (1 if number[:1].isdecimal() else _APART)


def _is_further(number: str, before: str) -> bool:
    """Whether a number is a larger one of the same list; "i" is only behind "h", for else it begins one."""
    are_alike = number[:1].isdecimal() == before[:1].isdecimal() and number.isupper() == before.isupper()
    place, other = _place(number, before), _place(before, number)
    is_new_list = number == "i" and place[0] - other[0] != 1
    return are_alike and bool(other[0]) and other < place and not is_new_list


def _place(number: str, beside: str) -> tuple[int, tuple[int, ...]]:
    """What compares the numbers of one list; 0 for what is no single number."""
    levels = filed(number, latin_letters([number, beside]))
    return levels[0] if len(levels) == 1 else (0, ())


def is_above(outer: Kind, inner: Kind) -> bool:
    """Whether provisions of one kind hold those of another: chapters articles."""
    order = _FROM_THE_OUTERMOST
    return outer in order and inner in order and order.index(outer) < order.index(inner)


def stands_first(number: str, after: str) -> bool:
    """Whether a new provision is said to come first in the one that holds it: 2(0) after 2, 3-1 after chapter 2.

    2(3) after 2 is not: its number says where it stands.
    """
    own, other = cited(number), cited(after)
    if own.parent:
        return own.parent == after and _begins_list(own.number)
    return other.kind is not None and is_above(other.kind, own.kind or Kind.ARTICLE)


def _begins_list(number: str) -> bool:
    """Whether a list can begin with the number: 0, 0-1, 1, a, 4.1.1, "a-0"; "" of a note is none."""
    place = filed(number)
    return bool(number) and (not place or place[-1] < (1, (1,)))


def printed_number(tree: Tree, address: NewProvision, parent: Element | None) -> str:
    """The number as the act prints it: 4(3) is "4.3" beside 4.2, "3" beside 2; 4(b) is "b"; chapter 3 "III" beside II."""
    number = address.number
    if address.kind in _NAMED_KINDS:
        return _in_the_style_of(tree, address.kind, number)
    if "-" in number:
        number = in_form_of(number, _alike(tree, address, parent))
    if parent is None or not address.parent or not number or number.startswith(f"{address.parent}."):
        return number
    if parent.number and number.startswith(f"{parent.number}."):
        return number  # the whole number: of a row cited by the table, of 1.1 in point 1 of an annex
    beside = [child.number for child in tree.children(parent.key) if child.number]
    decimal = [each for each in beside if each.startswith(f"{parent.number}.")]
    own = [each.removeprefix(f"{parent.number}.") for each in decimal]
    styles = {number_style(each) for each in (number, number.partition(".")[0])}  # 3.1 goes on from 3
    is_listed = any(number_style(each) in styles for each in beside if each not in decimal)
    are_alike = any(each[:1].isdecimal() == number[:1].isdecimal() for each in own)
    return f"{parent.number}.{number}" if are_alike and parent.number and not is_listed else number


def _alike(tree: Tree, address: NewProvision, parent: Element | None) -> list[Element]:
    """What is printed as a new provision is: the articles of the act, or the items of its parent, else all items."""
    if parent is None or not address.parent:
        return tree.of_kind(Kind.ARTICLE) or [e for kind in _ITEMS for e in tree.of_kind(kind)]
    below = [child for child in tree.children(parent.key) if child.number]
    return [*(e for kind in _ITEMS for e in tree.of_kind(kind) if e.parent != parent.key), *below]


def _in_the_style_of(tree: Tree, kind: Kind, number: str) -> str:
    styles = {number_style(element.number) for element in tree if element.kind is kind and element.number}
    first, hyphen, inserted = number.partition("-")
    if styles == {"roman"} and first.isdecimal():
        return f"{roman_numeral(int(first))}{hyphen}{inserted}"
    return number
