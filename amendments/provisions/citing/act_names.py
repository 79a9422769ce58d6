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
