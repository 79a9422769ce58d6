"""The vowel of a Russian preposition before consonants that cannot be said behind it: "во втором", "со статьёй"."""

import re

_MARK = re.compile("([«»])")
_HARD = {"в": r"[вф][бвгджзклмнпрстфхцчшщ]", "с": r"(?:[сзжш][бвгджзклмнпрстфхцчшщ]|щ|вт|вс|мн)"}
_CAPITALS = "[А-ЯЁ]{2}"
_BARE = [
    (re.compile(rf"\b([{sign}{sign.upper()}]) (?!{_CAPITALS})(?=(?i:{hard}))"), r"\1о ")
    for sign, hard in _HARD.items()
]
_BEGINS = re.compile(rf"Во (?=(?i:{_HARD['в']}))")


def with_vowels(sentence: str) -> str:
    """A sentence as it is said; what it quotes, also within quotations, and names in capitals stay.

    Where one mark closes two quotations, "«Закон «О визах»", each quotation ends at the first mark.
    """
    parts, depth = _MARK.split(sentence), 0
    deepest = len(parts) if sentence.count("«") == sentence.count("»") else 1
    for place, part in enumerate(parts):
        depth = min(deepest, max(0, depth + (part == "«") - (part == "»")))
        if not depth:
            for pattern, new in _BARE:
                parts[place] = pattern.sub(new, parts[place])
    return "".join(parts)


def begun_without(sentence: str) -> str:
    """A sentence that begins with "В" as the patterns of a grammar do."""
    begins = _BEGINS.match(sentence)
    return f"В {sentence[begins.end() :]}" if begins else sentence
