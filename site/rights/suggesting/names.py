"""Names of bodies, treaties and posts in a text, whose words say nothing of a right by themselves.

What names look like differs by language: words of the file of cues tell it (`NameWords`). A capital at the beginning of a
sentence, and the capitals of a heading that has nothing else, are no sign of a name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Region = tuple[int, int]

KINDS = ("small", "body", "act", "before", "field", "after", "behind", "stop", "first")
MOST_AFTER = 6  # words behind “Convention on”: “the legal status of stateless persons”
MOST_BEFORE = 12  # words of “Qaçqınların statusu haqqında 1951-ci il tarixli Konvensiya”

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SPACE = re.compile(r"[ \t\u00a0\-«»“”„\"']+|, ")
_SENTENCE = re.compile(r"[.!?;:\n—–]")
_QUOTE_ENDS = re.compile(r"[»”\"]")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of a language by which names are known, each kind as a pattern of whole words.

    `small` may stand between two capitals, `body` and `act` are what bodies, posts, laws and treaties are called. `before`
    may stand between a capital and such a noun. `field` leads on to small letters behind a body, `after` to those behind
    an act, and `behind` ends those before an act. A word of `stop` is no part of a name. Where a language has the kind
    `first`, a name may begin with the first word of a sentence: not so where “Şikayət Komissiyaya verilir” has no article.
    """

    kinds: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    def has(self, kind: str, word: str) -> bool:
        """Whether a folded word is of this kind."""
        pattern = self.kinds.get(kind)
        return pattern is not None and pattern.fullmatch(word) is not None

    def is_noun(self, word: str) -> bool:
        """Whether a body, a post or a treaty is called so."""
        return self.has("body", word) or self.has("act", word)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    folded: str
    gap: str  # what stands before it
    is_capital: bool
    is_shouted: bool
    is_first: bool


def names_in(text: str, folded: str, words: NameWords) -> list[Region]:
    """The places of names. `folded` is the same text in small letters, letter by letter."""
    found: list[Region] = []
    start = 0
    for line in text.splitlines(keepends=True):
        row = _words(line, folded[start : start + len(line)])
        heads = _is_heading(row, words)
        found += ((start + a, start + b) for a, b in _in_line(row, words, heads=heads))
        start += len(line)
    return found


def _in_line(row: Sequence[_Word], words: NameWords, *, heads: bool) -> Iterator[Region]:
    yield from _in_heading(row, words) if heads else _runs(row, words)
    for place, word in enumerate(row):
        if words.is_noun(word.folded) and not heads:
            yield from _around(row, place, words)


def _words(line: str, folded: str) -> list[_Word]:
    row: list[_Word] = []
    end = 0
    for match in _WORD.finditer(line):
        gap, said = line[end : match.start()], match.group()
        is_item = ")" in gap and bool(row) and row[-1].end - row[-1].start <= 2
        is_first = not row or bool(_SENTENCE.search(gap)) or is_item
        is_shouted = len(said) > 1 and said.isupper()
        row.append(
            _Word(*match.span(), folded[slice(*match.span())], gap, said[0].isupper(), is_shouted, is_first)
        )
        end = match.end()
    return row


def _is_heading(row: Sequence[_Word], words: NameWords) -> bool:
    """Whether every word that may has a capital, so that capitals say nothing."""
    said = [word for word in row if word.end - word.start > 1 and not word.folded.isdecimal()]
    return all(word.is_capital or (word != said[0] and words.has("small", word.folded)) for word in said)


def _joins(word: _Word) -> bool:
    return not word.is_first and _SPACE.fullmatch(word.gap) is not None


def _in_heading(row: Sequence[_Word], words: NameWords) -> Iterator[Region]:
    """Capitals side by side, up to a noun that bodies and treaties are called."""
    start = 0
    for place, word in enumerate(row):
        if not word.is_capital or not _joins(word) or "," in word.gap:
            start = place if word.is_capital else place + 1
        elif words.is_noun(word.folded):
            yield row[start].start, word.end


def _runs(row: Sequence[_Word], words: NameWords) -> Iterator[Region]:
    """Two capitals or more, one of them of a noun that bodies and treaties are called, with small words between them."""
    place = 0
    while place < len(row):
        last = _last_of_run(row, place, words) if row[place].is_capital else place
        run = row[place : last + 1]
        if len(run) > 1 and run[0].is_first and not _begins(run[1], words):
            run = run[next(n for n, word in enumerate(run) if n and word.is_capital) :]
        capitals = [word for word in run if word.is_capital]
        is_named = any(words.is_noun(word.folded) for word in run)
        if is_named and len(capitals) > 1 and not all(word.is_shouted for word in capitals):
            yield run[0].start, run[-1].end
        place = last + 1


def _begins(second: _Word, words: NameWords) -> bool:
    """Whether a name may begin before this word, with the first of the sentence."""
    return "first" in words.kinds and second.is_capital and "," not in second.gap


def _last_of_run(row: Sequence[_Word], place: int, words: NameWords) -> int:
    last = place
    for here in range(place + 1, len(row)):
        if not _joins(row[here]):
            break
        if row[here].is_capital:
            last = here
        elif not words.has("small", row[here].folded) or "," in row[here].gap:
            break
    return last


def _around(row: Sequence[_Word], place: int, words: NameWords) -> Iterator[Region]:
    """The name whose noun stands here: from the capital that begins it, with the small letters that belong to it."""
    first = place
    while not row[first].is_capital and first and _joins(row[first]):
        if first != place and not words.has("before", row[first].folded):
            break
        first -= 1
    is_begun = first == place or not row[first].is_first or words.has("before", row[first].folded)
    if row[first].is_capital and is_begun:
        yield row[first].start, _end_after(row, place, words)
    is_act = row[place].is_capital and words.has("act", row[place].folded)
    if is_act and (start := _start_behind(row, place, words)) is not None:
        yield start, row[place].end


def _end_after(row: Sequence[_Word], place: int, words: NameWords) -> int:
    kind = "after" if words.has("act", row[place].folded) else "field"
    following = row[place + 1 : place + 2 + MOST_AFTER]
    if not following or not _joins(following[0]) or not words.has(kind, following[0].folded):
        return row[place].end
    end = row[place].end
    for word in following:
        if not _joins(word) or words.has("stop", word.folded):
            break
        if end != row[place].end and _QUOTE_ENDS.search(word.gap):
            break
        end = word.end
    return end


def _start_behind(row: Sequence[_Word], place: int, words: NameWords) -> int | None:
    """Where the small letters begin that “haqqında” ties to the act behind them."""
    tied = 0
    for here in range(place - 1, max(place - 1 - MOST_BEFORE, -1), -1):
        word = row[here]
        if row[here + 1].is_first:
            return None
        if tied and word.is_capital:
            return word.start
        if words.has("behind", word.folded):
            tied = here
        elif not (tied or word.is_capital or word.folded.isdecimal() or words.has("before", word.folded)):
            return None
    return None
