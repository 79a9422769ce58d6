"""After which of the provisions of its level a new one stands."""

from collections.abc import Sequence
from itertools import takewhile
from operator import itemgetter

from amendments.instructions.citations import NewProvision
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.numbers import filed, latin_letters, plain, roman_value
from amendments.provisions.provision_errors import BadNumber
from amendments.provisions.tree import Element, Kind

_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


def last_before_apparatus(elements: Sequence[Element]) -> Element | None:
    """Notes stand after everything in their provision, a first annex after what is no annex with a larger number."""
    return next((element for element in reversed(elements) if element.kind is not Kind.APPARATUS), None)


def last_decimal_below(level: Sequence[Element], number: str, above: str) -> Element | None:
    """The decimal with the largest number below another one; else what stands before the first one, say a list or a table."""
    decimal = [element for element in level if plain(element.number).startswith(f"{plain(above)}.")]
    before = takewhile(lambda element: element not in decimal, level)
    return last_below(decimal, number, above) or last_before_apparatus([*before])


def last_below(level: Sequence[Element], number: str, above: str) -> Element | None:
    """The provision with the largest number below another one. Provisions without a comparable number are ignored.

    Numbers count without that of what holds them; beside 24.1 a letter comes first.
    """
    decimal = [element for element in level if element.number.startswith(f"{above}.")]
    start = f"{above}." if decimal else ""
    own, *others = (each.removeprefix(start) for each in (number, *(element.number for element in level)))
    if _are_capital_letters([own, *others]):
        own, *others = (each.lower() for each in (own, *others))
    letters = latin_letters([own, *others])
    places = [(place, e) for each, e in zip(others, level, strict=True) if (place := filed(each, letters))]
    limit = filed(own, letters)
    if places and not limit:
        raise Refused("bad_number", BadNumber(number).message)
    if not has_digits(number):
        places = [each for each in places if each[1] not in decimal]
    return max((each for each in places if each[0] < limit), key=itemgetter(0), default=(limit, None))[1]


def _are_capital_letters(numbers: Sequence[str]) -> bool:
    """Whether a list counts A, B, C: C and D beside one that is no Roman numeral are letters too."""
    heads = [number.partition("-")[0] for number in numbers if number[:1].isalpha()]
    are_single = all(len(head) == 1 and head.isupper() for head in heads)
    return are_single and any(not roman_value(head) for head in heads)


def goes_on(address: NewProvision, parent: Element, level: Sequence[Element]) -> bool:
    """Whether a new number goes on from that of its parent, so that a list stands before it: 4.1 behind (a) and (b).

    That of a part of an article may be cited so and printed without that of the article.
    """
    beside = [each.number for each in level if has_digits(each.number)]
    is_whole = address.number.startswith(f"{address.parent}.")
    start = f"{plain(parent.number)}."  # 1.1 beside 1 and 2 goes on from a part, not from article 4
    are_whole = any(plain(each).startswith(start) for each in beside)
    return is_whole and (parent.kind in _ITEMS or not beside or are_whole)


def has_digits(number: str) -> bool:
    return number[:1].isdecimal()
