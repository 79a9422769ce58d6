"""What is asked, and what should be found: made from the corpus, written by hand, or judged."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.query.analysis import fold, words
from search.query.stems import is_stop_word
from tests.relevance.citations import fits, initials, write, write_with_act
from tests.relevance.corpus import CODES, Act, Item

_CHANCE = 11
_LETTERS = "abcdefghijklmnoprstuvxyz"
_ASCII = str.maketrans("əƏıİşŞçÇğĞöÖüÜ", "eEiIsScCgGoOuU")
_ENDINGS = {"az": ("ların", "nın", "dan", "lar", "ın", "ə"), "en": ("s", "ing", "ed")}
_NUMBER = re.compile(r"\d+(?:\.\d+)*(?:-\d+)?")
_ROMAN_PART = re.compile(r"\b[IVX]+ hissə")  # the corpus has no parts with Roman numbers
_CITED = 30  # provisions of each form of citation


@dataclass(frozen=True)
class Query:
    """A query with what each relevant hit is worth."""

    text: str
    gains: dict[str, float]
    name: str  # decides whether it is held out: all forms of one item go together


def known_items(items: Sequence[Item], language: str, spoil: Callable[[str], str] = str) -> list[Query]:
    """Headings that no other article has, as somebody remembers them, or as spoilt; the article is to be found."""
    headings = Counter(fold(item.heading) for item in items)
    return [
        Query(spoil(item.heading), {item.id: 1.0}, item.id)
        for item in items
        if item.language == language and headings[fold(item.heading)] == 1 and len(_telling(item.heading)) > 1
    ]


def in_ascii(text: str) -> str:
    """Typed on a keyboard without the letters of the language."""
    return text.translate(_ASCII)


def in_capitals(text: str) -> str:
    """As a Turkic keyboard writes capitals."""
    return text.replace("i", "İ").replace("ı", "I").upper()


def with_a_typo(text: str) -> str:
    """One slip in one of the longer words, at any letter: one too few, one too many, another or two exchanged."""
    chance = random.Random(f"{_CHANCE}{text}")  # noqa: S311 - no secret
    written = text.split()
    long = [place for place, word in enumerate(written) if len(word) > 4 and word.isalpha()]
    if not long:
        return text
    place = chance.choice(long)
    word, at = written[place], chance.randrange(len(written[place]))
    before, here, after = word[:at], word[at], word[at + 1 :]
    letter = chance.choice(_LETTERS.replace(here.lower(), ""))
    slips = (before + after, before + letter + here + after, before + letter + after, _exchanged(word, at))
    written[place] = chance.choice([slip for slip in slips if slip != word])
    return " ".join(written)


def _exchanged(word: str, at: int) -> str:
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def with_other_endings(language: str) -> Callable[[str], str]:
    """Spoils a text by another ending on every second word."""

    def spoil(text: str) -> str:
        chance = random.Random(f"{_CHANCE}{text}")  # noqa: S311 - no secret
        return " ".join(
            _with_ending(word, chance.choice(_ENDINGS[language])) if place % 2 == 0 else word
            for place, word in enumerate(text.split())
        )

    return spoil


_ALL_ENDINGS = sorted((ending for some in _ENDINGS.values() for ending in some), key=len, reverse=True)


def _with_ending(word: str, ending: str) -> str:
    if len(word) < 6 or not word.isalpha():
        return word
    known = next((one for one in _ALL_ENDINGS if word.endswith(one)), "")
    return word[: len(word) - len(known)] + ending


def cited(items: Iterable[Item], forms: Iterable[str]) -> list[Query]:
    """Provisions of the Migration Code asked for by their numbers; the same number is as right wherever it stands."""
    by_number: dict[str, list[Item]] = {}
    for item in items:
        by_number.setdefault(item.number, []).append(item)
    numbers = sorted(number for number, some in by_number.items() if any(one.act == CODES[0] for one in some))
    chance = random.Random(_CHANCE)  # noqa: S311 - no secret
    return [
        Query(write(form, number), {one.id: 1.0 for one in by_number[number]}, f"{form}{number}")
        for form in forms
        for number in chance.sample([one for one in numbers if fits(form, one)], _CITED)
    ]


def cited_in_acts(
    items: Iterable[Item], acts: Mapping[str, Act], language: str, forms: Iterable[str]
) -> list[Query]:
    """Provisions of every act that has a title in the language, asked for by their number and that act."""
    numbers: dict[str, dict[str, dict[str, float]]] = {}
    for item in items:
        numbers.setdefault(item.act, {}).setdefault(item.number, {})[item.id] = 1.0
    chance = random.Random(_CHANCE)  # noqa: S311 - no secret
    return [
        Query(text := write_with_act(form, number, acts[act].number, title), numbers[act][number], text)
        for form in forms
        for act in numbers
        for title in acts[act].titles.get(language, ())[: 1 if "{l}" in form else None]
        if not ("{i}" in form or "{d}" in form) or ("(" not in title and 1 < len(initials(title)) < 6)
        for number in chance.sample(sorted(numbers[act]), 2)
    ]


def printed(items: Sequence[Item]) -> list[Query]:
    """Citations as the acts print them, each with the three words before and after: nobody here chose how to cite."""
    known: dict[str, dict[str, float]] = {}
    for item in items:
        known.setdefault(item.number, {})[item.id] = 1.0
    found = {}
    for item in items:
        written = item.body.split()
        for place, word in enumerate(written):
            text = " ".join(written[max(place - 3, 0) : place + 4])
            numbers = _NUMBER.findall(text)
            if _ROMAN_PART.search(text):
                continue
            if word.lower().startswith("maddə") and len(numbers) == 1 and numbers[0] in known:
                found[text] = Query(text, known[numbers[0]], text)
    return list(found.values())


def needs(items: Sequence[Item]) -> list[Query]:
    """The judged needs: what is asked, and the numbers that answer it."""
    found = []
    for line in (Path(__file__).parent / "needs.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, judged = line.partition(" | ")
            gains = {one.strip("*"): 2.0 if "*" in one else 1.0 for one in judged.split()}
            found.append(Query(text, gains, text))
    known = {item.number for item in items if item.act == CODES[0]}
    unknown = {number for need in found for number in need.gains} - known
    if unknown:
        raise ValueError(f"No such provisions: {sorted(unknown)}")
    return found


def answering(hits: Iterable[str], gains: dict[str, float], items: dict[str, Item]) -> list[str]:
    """The judged units that contain the hits. A second hit in the same unit is worth nothing."""
    left, answers = dict(gains), []
    for hit in hits:
        item = items[hit]
        unit = next((one for one in left if item.act == CODES[0] and _is_in(item.number, one)), "")
        left.pop(unit, None)
        answers.append(unit or f"no answer: {hit}")
    return answers


def _is_in(number: str, unit: str) -> bool:
    return number == unit or number.startswith(f"{unit}.")


def _telling(text: str) -> list[str]:
    return [word for word in words(text) if len(word) > 2 and not is_stop_word(word)]
