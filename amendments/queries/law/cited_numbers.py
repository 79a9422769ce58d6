"""The numbers under which a provision is found: "(12)(3)" of Article 12, part 3."""

import re

from amendments.provisions.numbers import roman_value

_ABOVE_ARTICLES = {"sec": "section", "chp": "chapter", "dvs": "division"}
_IN_ARTICLE = frozenset(("note", "para", "subpara", "point", "tr"))
_WITHIN = {"art": _IN_ARTICLE, "annex": _IN_ARTICLE | {"art", "dvs", "table"}}
_ROMAN = ("annex", "para")  # a point I is a letter
_OF_NOTE = re.compile(r"^(art_[^_]+)__para_([^_]+)_\d+")  # a number that a part of the article has already


def cited_numbers(eid: str) -> tuple[str, ...]:
    """ "(12)(3)(1)" of "art_12__para_3__subpara_1", a part III is also 3. Others are not cited by number.

    Chapter 2 is "chapter.2", and where it stands in section 1 also "section.1.chapter.2".

    The note to Article 12 is "(12)(note)", and point 2 of annex 1 "(annex.1)(2)", in a table or not.
    """
    levels = [level.partition("_")[::2] for level in _OF_NOTE.sub(r"\1__note_1__para_\2", eid).split("__")]
    (whole, first), (kind, number) = levels[0], levels[-1]
    if all(level in _ABOVE_ARTICLES for level, _ in levels):
        return () if number.startswith("nn-") else _above_articles(levels)
    is_within = whole in _WITHIN and _WITHIN[whole].issuperset(level for level, _ in levels[1:])
    if not is_within or kind == "table" or first.startswith("nn-"):
        return ()
    printed = [level for level in levels if level[0] != "table"]
    arabic = [(kind, str((kind in _ROMAN and roman_value(number)) or number)) for kind, number in printed]
    return tuple(dict.fromkeys("".join(_in_brackets(*level) for level in way) for way in (printed, arabic)))


def _above_articles(levels: list[tuple[str, str]]) -> tuple[str, ...]:
    """A unit above articles alone, in each that holds it, and in all of them; divisions are counted anew in each Part."""
    held: list[str] = []
    for kind, number in levels:
        unit = _ABOVE_ARTICLES[kind]
        unit = f"sub{unit}" if any(each.startswith("division.") for each in held) else unit
        held.append(f"{unit}.{roman_value(number) or number}")
    *wider, own = held
    inside = [f"{each}.{own}" for each in wider if "nn-" not in each]
    whole = [".".join(held)] if len(inside) == len(wider) > 1 else []
    return (own, *inside, *whole)


def _in_brackets(kind: str, number: str) -> str:
    """A level of a number; the first note to an article has none, as it may hold several."""
    if kind == "note":
        return "(note)" if number == "1" else f"(note)({number})"
    return f"(annex.{number})" if kind == "annex" else f"({number})"
