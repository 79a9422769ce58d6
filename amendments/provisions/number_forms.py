"""How an act prints what is inserted: 12-1 is "12¹" beside "11¹" and "12(1)" beside "11(1)", 3-bis is "3° bis" behind "2°"."""

import re
from collections.abc import Iterable

from amendments.provisions.numbers import REPEATED, number_style
from amendments.provisions.tree import Element

_WORDS = "|".join(REPEATED)
_INSERTED = re.compile(rf"(?P<base>.+?)-(?P<suffix>[1-9][0-9]*|{_WORDS})(?P<rest>-[A-Za-z])?")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PRINTED = re.compile(
    rf".*?[0-9A-Za-z](?P<join>[°º]?[ \xa0–—‑−-]?(?:(?P<raised>[{_RAISED}]+)|(?P<bracket>\([1-9][0-9]?\))"
    rf"|(?<=[–—‑−-])[1-9][0-9]*|(?P<word>{_WORDS})))(?:[ \xa0-][A-Za-z])?"
)
_TO_RAISED = str.maketrans("0123456789", _RAISED)
_SIGNS = ("°", "º")


def in_form_of(number: str, others: Iterable[Element]) -> str:
    """A number with a suffix as the others print theirs, the last of them first; without an example as is usual."""
    match = _INSERTED.fullmatch(number)
    if match is None:
        return number
    base, suffix, rest = match["base"], match["suffix"], (match["rest"] or "").replace("-", " ")
    is_word = not suffix.isdecimal()
    forms = [other.layout or "" for other in others]
    printed = (_PRINTED.fullmatch(other.number) for other in others if other.number)
    alike = [found for found in printed if found is not None and bool(found["word"]) is is_word]
    if alike:
        return f"{base}{_joined(alike[-1], suffix)}{rest or match['rest'] or ''}"
    if not is_word:
        return number
    sign = next((sign for sign in _SIGNS if any(f"{{number}}{sign}" in form for form in forms)), "")
    return f"{base}{sign} {suffix}{rest}"


def _joined(example: "re.Match[str]", suffix: str) -> str:
    """A suffix with the signs that stand before it in the example."""
    if example["raised"]:
        return suffix.translate(_TO_RAISED)
    if example["bracket"]:
        return f"({suffix})"
    own = example["word"] or re.findall("[0-9]+", example["join"])[-1]
    return example["join"].removesuffix(own) + suffix


def printed_style(number: str) -> str:
    """Which numbers are printed with the same label: "2°" and "2° bis", which holds its sign, are not."""
    return number_style(number) + ("°" if any(sign in number for sign in _SIGNS) else "")


def without_second_sign(form: str, number: str) -> str:
    """The layout for a number that holds its sign: the sign behind "2°" is a part of "3° bis"."""
    if not any(sign in number for sign in _SIGNS):
        return form
    for sign in _SIGNS:
        form = form.replace(f"{{number}}{sign}", "{number}")
    return form
