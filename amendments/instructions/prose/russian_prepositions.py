"""The vowel of a Russian preposition before consonants that cannot be said behind it: "во втором", "со статьёй"."""

import re

_QUOTED = re.compile("(«[^»]*»)")
_HARD = {"в": r"[вф][бвгджзклмнпрстфхцчшщ]", "с": r"(?:[сзжш][бвгджзклмнпрстфхцчшщ]|щ|вт|вс|мн)"}
_BARE = [(re.compile(rf"\b({sign}) (?={hard})", re.IGNORECASE), r"\1о ") for sign, hard in _HARD.items()]
_BEGINS = re.compile(rf"Во (?={_HARD['в']})")


def with_vowels(sentence: str) -> str:
    """A sentence as it is said; what it quotes stays."""
    parts = _QUOTED.split(sentence)
    for place in range(0, len(parts), 2):
        for pattern, new in _BARE:
            parts[place] = pattern.sub(new, parts[place])
    return "".join(parts)


def begun_without(sentence: str) -> str:
    """A sentence that begins with "В" as the patterns of a grammar do."""
    begins = _BEGINS.match(sentence)
    return f"В {sentence[begins.end() :]}" if begins else sentence
