"""Tells whether an act is meant by what a text calls it: by its number, or by the words of its title in any case."""

import re

_STEM = 5  # letters that the cases of a word share
_GENERAL = frozenset(  # stems that are in the name of every act of a country
    [
        "azerb",
        "respu",
        "repub",
        "of",
        "the",
        "on",
        "for",
        "and",
        "об",
        "haqqi",
        "haqqo",
        "росси",
        "федер",
        "feder",
        "act",
        "law",
        "qanun",
        "закон",
        "nomre",
    ]
)
_FOLDS = str.maketrans("əıöüçşğё", "eioucsgе")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_INSIDE_NAMES = frozenset(("və", "haqqında", "üzrə", "nömrəli", "saylı", "tarixli"))
OPENING, CLOSING = frozenset('“«„"'), frozenset('”»"')
LONGEST_NAME = 200


def is_named(called: str, number: str, title: str) -> bool:
    """Whether an act with this number and title is called so: “Əmək Məcəlləsinin”, "27-IIIQ nömrəli Qanunun"."""
    said = {word.casefold() for word in _WORD.findall(called)}
    if number and any(map(str.isdigit, number)) and number.casefold() in said:
        return True
    named = _telling(called)
    return bool(named) and named == _telling(title)


def _telling(name: str) -> frozenset[str]:
    stems = (word.replace("İ", "i").lower().translate(_FOLDS)[:_STEM] for word in _WORD.findall(name))
    return frozenset(stem for stem in stems if stem not in _GENERAL and not stem.isdigit() and len(stem) > 1)


def name_around(named: list[str], place: int, *, leads: bool) -> str:
    """The words around the one for the act that belong to its name: in capitals, in quotation marks, or with digits.

    One word between them may be small; where the name leads to the number, only one that joins: "Bu hal" is none of it.
    """
    first = last = place
    while first and (
        _belongs(named[first - 1])
        or (
            first > 1
            and _belongs(named[first - 2])
            and (not leads or named[first - 1].lower() in _INSIDE_NAMES)
        )
    ):
        first -= 1
    while last + 1 < len(named) and (
        _belongs(named[last + 1]) or (last + 2 < len(named) and _belongs(named[last + 2]))
    ):
        last += 1
    closing = [at for at in range(max(0, first - 4), last + 1) if named[at].rstrip(",.;")[-1:] in CLOSING]
    if closing:
        opened = [at for at in range(closing[0] + 1) if named[at][0] in OPENING]
        first = min(first, opened[-1]) if opened else first
    return " ".join(named[first : last + 1])[:LONGEST_NAME] if last > first else ""


def _belongs(word: str) -> bool:
    return word[:1].isupper() or word[0] in OPENING or any(map(str.isdigit, word))
