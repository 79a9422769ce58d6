"""A provision cited by number, and the keys under which provisions are filed."""

import re
from dataclasses import dataclass, field, replace
from unicodedata import normalize

from search.query.analysis import words

_INSERTED = re.compile(r"^\((\d+)-(\d+)\)")
_HELD_ABOVE = re.compile(r"[a-z]+\.[^.]+\.(?=[a-z]+\.)")  # "section.5." of "section.5.chapter.61"
_HELD = re.compile(r"(\d.*(?=\.)|\d+(?=-\d+$))")
_POINTED = re.compile(r"\((\d+(?:\.\d+)*)\.(\d+)\)")
_ONLY_PART = re.compile(r"(?<=\))\(1\)(?=\()")

Phrase = tuple[str, ...]
"""Folded words that stand next to each other."""


@dataclass(frozen=True)
class Citation:
    """A provision cited by number: the key it is filed under, and the words by which texts mention it."""

    key: str
    mention: Phrase
    path: str = ""  # as `cite_path` has it: the provision itself, among those with the same key
    is_followed: bool = False  # within a range: 12-1, which was inserted behind 12, is meant too
    is_guess: bool = False  # within a range: a part that the article may not have; what was typed comes first
    typed: str = field(default="", compare=False)  # of a chapter or section, whose key nobody knows
    acts: tuple[str, ...] = ()  # where another act is named beside another citation

    @property
    def name(self) -> str:
        """What the reader is told of it."""
        return self.typed or self.key

    @property
    def keys(self) -> tuple[str, ...]:
        """What the provisions that are meant are filed under; the article inserted behind 228 is 228-1 or, in other acts, 228.1."""
        pointed = [_INSERTED.sub(r"(\1.\2)", self.path)] if _INSERTED.match(self.path) else []
        return (self.key, *([inserted_behind(self.key)] if self.is_followed else []), *pointed)

    @property
    def exact(self) -> tuple[str, ...]:
        """The keys of the very provision, before others that are meant."""
        return tuple(filter(None, (self.path, self.key if self.is_followed else "")))

    @property
    def in_only_part(self) -> "Citation":
        """The provision as it is printed where the article has no number for its only part."""
        path = _ONLY_PART.sub("", self.path)
        return self if path == self.path else Citation(cite_key(path), (), path)

    @property
    def as_inserted(self) -> "Citation":
        """Article 6.1-1 for 6.1.1: many write a point for the small figure of what was inserted."""
        found = _POINTED.fullmatch(self.path)
        path = f"({found[1]}-{found[2]})" if found else ""
        return Citation(cite_key(path), (), path) if path else self

    @property
    def above(self) -> "Citation":
        """What holds the provision, by its number alone, for 12-1 Article 12; an article is held by nothing that is cited.

        A chapter that does not stand in the Part that is named may be another one's.
        """
        if wider := _HELD_ABOVE.match(self.key):
            return replace(self, key=self.key[wider.end() :])
        if ")(" in self.path:
            path = self.path[: self.path.rindex("(")]
            return Citation(cite_key(path), (), path)
        held = _HELD.match(self.key)
        return Citation(held[1], ()) if held else self


def cite_key(number: str) -> str:
    """The key under which a provision of this printed number is filed: "12.3.", "12(3)" and "(12)(3)" alike.

    Some laws print "12.3" for part 3 of Article 12, and some have an Article 12.3 beside it: `cite_path` tells them apart.
    """
    return _plain(number).strip(".()").replace(")(", ".").replace("(", ".").replace(")", "")


def act_key(number: str) -> str:
    """The key under which an act itself is filed, "act.27-l", and none of its provisions."""
    return f"act.{'-'.join(words_of(number))}"


def inserted_behind(key: str) -> str:
    """The key of what was inserted behind a provision: 12-1 and 12-2 are filed under "12-"."""
    return f"{key}-"


def cite_path(number: str) -> str:
    """The number with each level in brackets: "(25)(1)" of "25(1)", "(25.1)" of "25.1"."""
    article, *levels = _plain(number).strip(".").removeprefix("(").replace(")", "").split("(")
    return "".join(f"({level})" for level in (article, *levels))


def _plain(number: str) -> str:
    """Small letters without blanks. Points c and ç, e and ə are different points."""
    return normalize("NFC", number).replace("İ", "i").lower().replace(" ", "")


def words_of(text: str) -> Phrase:
    """The folded words of a text."""
    return tuple(words(text))
