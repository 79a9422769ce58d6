"""The words that suggest a right, read from a file that lawyers can read and change.

A line is `G07: hiv, disease*, medical care`. A star stands for any letters at the end of a word, `a + b` for words that stand
near each other in any order. Cues behind a bar are weak. A line `> B06 B04; A03 A01` says which right takes the place of
which. Lines that begin with # are for readers. A line `= body: division*, board*` says by which words names are known
(`rights.suggesting.names`): inside a name a cue counts only if it is written with a capital, as `National Mechanism*`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rights.suggesting.names import KINDS, NameWords

_WORD = re.compile(r"[\w*]+")
_PLAIN = str.maketrans({"ı": "i", "İ": "i", "I": "i", "ё": "е", "Ё": "е", "’": "'"})


@dataclass(frozen=True, slots=True)
class CueFolder:
    """`register_right_cues`: a folder with a file of cues for each language of a law, such as `az.txt`."""

    slug: str
    folder: Path


class CueError(ValueError):
    """A line that cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases that must all stand near each other. `stems` are letters without which the cue cannot be there.

    One that `is_name` counts inside a name as well.
    """

    right: str
    is_weak: bool
    is_name: bool
    phrases: tuple[re.Pattern[str], ...]
    stems: tuple[str, ...]


@dataclass(slots=True)
class Cues:
    """What suggests a right in one language, which right takes the place of which, and what names look like."""

    cues: list[Cue] = field(default_factory=list)
    instead: dict[str, set[str]] = field(default_factory=dict)  # by the right that is told: those it replaces
    named: dict[str, list[str]] = field(default_factory=dict)  # by kind: patterns of the words of names

    @property
    def names(self) -> NameWords:
        """The words by which names are known."""
        return NameWords({kind: re.compile("|".join(each)) for kind, each in self.named.items()})


def cues_in(language: str, folders: Iterable[CueFolder]) -> Cues:
    """The cues of all folders in a language; none where no folder has a file of it."""
    found = Cues()
    for path in (each.folder / f"{language}.txt" for each in folders):
        if path.is_file():
            read = read_cues(path.read_text(encoding="utf-8").splitlines())
            found.cues += read.cues
            for right, others in read.instead.items():
                found.instead.setdefault(right, set()).update(others)
            for kind, patterns in read.named.items():
                found.named.setdefault(kind, []).extend(patterns)
    return found


def folded(text: str) -> str:
    """The text in small letters, with as many letters as before; the four forms of i are one."""
    return "".join(letter.lower()[:1] or letter for letter in text.translate(_PLAIN))


def read_cues(lines: Iterable[str]) -> Cues:
    """The cues of a file.

    Raises:
        CueError: a line has no right before a colon, a right twice, a cue without words, or an unknown kind of names.
    """
    found, seen = Cues(), set[str]()
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text.startswith(">"):
            _read_places(text[1:], number, found)
        elif text.startswith("="):
            _read_names(text[1:], number, found)
        elif text and not text.startswith("#"):
            right, colon, rest = text.partition(":")
            if not colon or right in seen:
                raise CueError(f"Line {number}: one right and a colon, each right once, not {text!r}.")
            seen.add(right)
            strong, _, weak = rest.partition("|")
            found.cues += _read(right, strong, number, is_weak=False)
            found.cues += _read(right, weak, number, is_weak=True) if weak else []
    return found


def _read(right: str, typed: str, line: int, *, is_weak: bool) -> list[Cue]:
    return [_cue(right, cue, line, is_weak=is_weak) for cue in typed.split(",")]


def _cue(right: str, typed: str, line: int, *, is_weak: bool) -> Cue:
    phrases = [_WORD.findall(folded(part)) for part in typed.split("+")]
    if not all(any(word.strip("*") for word in words) for words in phrases):
        raise CueError(f"Line {line}: a cue of {right} has no words: {typed.strip()!r}.")
    return Cue(
        right,
        is_weak,
        any(letter.isupper() for letter in typed),
        tuple(re.compile(r"\W+".join(map(_pattern, words))) for words in phrases),
        tuple(max((word.strip("*") for word in words), key=len) for words in phrases),
    )


def _pattern(word: str) -> str:
    letters = r"\w*".join(map(re.escape, word.split("*")))
    return rf"(?<!\w){letters}(?!\w)"


def _read_places(typed: str, line: int, found: Cues) -> None:
    for pair in typed.split(";"):
        rights = pair.split()
        if len(rights) != 2:
            raise CueError(f"Line {line}: two rights between semicolons, not {pair.strip()!r}.")
        found.instead.setdefault(rights[0], set()).add(rights[1])


def _read_names(typed: str, line: int, found: Cues) -> None:
    kind, colon, rest = typed.partition(":")
    words = [folded(word.strip()) for word in rest.split(",")]
    if not colon or kind.strip() not in KINDS or not all(word.strip("*") for word in words):
        raise CueError(f"Line {line}: one of {', '.join(KINDS)}, a colon and words, not {typed.strip()!r}.")
    found.named.setdefault(kind.strip(), []).extend(map(_pattern, words))
