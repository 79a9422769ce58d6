"""The numbers under which a provision is found: "(12)(3)" of Article 12, part 3."""

import re

from amendments.provisions.numbers import roman_value

_ABOVE_ARTICLES = {"sec": "section", "chp": "chapter"}  # levels that are cited without what holds them
_IN_ARTICLE = frozenset(("note", "para", "subpara", "point", "tr"))
_WITHIN = {"art": _IN_ARTICLE, "annex": _IN_ARTICLE | {"art", "dvs", "table"}}
_ROMAN = ("annex", "para")  # a point I is a letter
_OF_NOTE = re.compile(r"^(art_[^_]+)__para_([^_]+)_\d+")  # a number that a part of the article has already


def cited_numbers(eid: str) -> tuple[str, ...]:
    """ "(12)(3)(1)" of "art_12__para_3__subpara_1", "chapter.2" of "chp_2"; a part III is also 3. Others are not cited by number.

    The note to Article 12 is "(12)(note)", and point 2 of annex 1 "(annex.1)(2)", in a table or not.
    """
    levels = [level.partition("_")[::2] for level in _OF_NOTE.sub(r"\1__note_1__para_\2", eid).split("__")]
    (whole, first), (kind, number) = levels[0], levels[-1]
    if kind in _ABOVE_ARTICLES and whole in _ABOVE_ARTICLES and not number.startswith("nn-"):
        return (f"{_ABOVE_ARTICLES[kind]}.{roman_value(number) or number}",)
    is_within = whole in _WITHIN and _WITHIN[whole].issuperset(level for level, _ in levels[1:])
    if not is_within or kind == "table" or first.startswith("nn-"):
        return ()
    printed = [level for level in levels if level[0] != "table"]
    arabic = [(kind, str((kind in _ROMAN and roman_value(number)) or number)) for kind, number in printed]
    return tuple(dict.fromkeys("".join(_in_brackets(*level) for level in way) for way in (printed, arabic)))


def _in_brackets(kind: str, number: str) -> str:
    """A level of a number; the first note to an article has none, as it may hold several."""
    if kind == "note":
        return "(note)" if number == "1" else f"(note)({number})"
    return f"(annex.{number})" if kind == "annex" else f"({number})"
