"""Looks at the lines that are words of the text, and asks whether an act of any country would number them so.

It knows no scheme. A line counts that begins, behind signs and tags, with a word for a part of an act and a number, or with
a number that goes on from the provision it stands in: "[Maddə 3. Yekun]", "Статья З.", "Rule 3.", "21 Review of decisions".
"""

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from amendments.provisions.losses.foreign_headings import ALL_WORDS, ANNEX_WORDS, shape
from amendments.provisions.losses.read_act import ReadAct, chain
from amendments.provisions.numbers import Component, closed_up
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.basics import FARTHEST
from amendments.provisions.recognising.labels import Form
from amendments.provisions.tree import Kind

# Signs, tags, and the number of a note before a bracket: "[F1 3 Powers]", "3[2A. New section".
_SIGNS = re.compile(r"(?:&nbsp;|<[^<>]{1,200}>|F[0-9]{1,3}(?=[ \[])|[0-9]{1,3}(?=\[)|[^\w§]|_)*")
_LETTER = r"[^\W\d_]"
# What stands for a number behind a word, also what a reader of print takes for digits.
_NUMBER = "|".join(
    (
        r"[A-Z]{1,2}\.? ?[0-9]{1,4}[0-9-]{0,8}(?: [A-Z](?!\w))?",  # "L211-1 A", "R. 12"
        r"[(\[«]?[0-9]{1,4}[\w/^:.<>()\[\]»-]{0,8}",  # "12", "[3]", "67^1"
        r"[IVXLCDMІХСМlⅠ-Ⅿ]{1,8}(?:[A-Z]|er|re)?(?!\w)",  # "IV", "IVA", "Ier"
        r"[lIOОЗ0-9]{1,4}(?!\w)",  # "l2", "1O", "З"
        r"[A-ZА-Я](?!\w)",  # "A"
    )
)
_WORD_AND_NUMBER = re.compile(
    rf"(?P<before>{_LETTER}{{2,15}} (?={_LETTER}{{3}}))?(?:[Ss][Uu][Bb]-)?"
    rf"(?P<word>{_LETTER}{{1,24}})(?P<stop>\.?)"
    r"(?:(?<!\w)| {1,3}|(?=[№(0-9\[]))(?:№ ?)?"
    rf"(?P<number>{_NUMBER})"
    r"(?P<after> ?[^\w\s]| +\S|$)"
)
_NUMBER_IN_WORDS = re.compile(rf"(?P<word>{_LETTER}{{3,24}}) {_LETTER}{{2,20}}\. +(?=[^\W\d_])")
_WORDS_ALONE = re.compile(rf"(?:{_LETTER}{{2,20}} ){{1,3}}(?P<word>{_LETTER}{{3,24}})")
_OWN_NUMBER = re.compile(
    r"(?P<number>[0-9]{1,4}(?:[.,] ?[0-9]{1,3}){0,4})(?P<added>[A-Za-z]?)"
    r"(?P<after> ?[.,:;)\]}–—-]{0,2})(?P<gap> {0,6})"
    rf"(?P<rest>(?:\[.{{0,8}}|[“«\"'(]){{0,2}}{_LETTER})"
)
_FIGURES = {"З": "3", "з": "3", "б": "6"}  # Cyrillic letters for which a reader of print takes figures
_FIGURES_READ = str.maketrans("lIOО", "1100")
_FIGURE_INSIDE = re.compile(rf"^({_LETTER}{{2,15}})[0-9]({_LETTER}{{1,15}} )")  # "Artic1e 2"
# "l2A Fees": a letter among the figures for which a reader of print takes it
_LETTER_FOR_FIGURE = re.compile(
    r"(?=[lIO]{0,3}[0-9])(?=[0-9]{0,3}[lIOО])(?P<number>[lIOО0-9]{2,4})[A-Z]{0,2}(?:[.)] ?| +)(?=[(“«]?[^\W\d_a-zа-яё]|\(1)"
)
_MISREAD = re.compile(r"[Ззб][.)] ?[^\W\d_]")
# "4 to 6. [Repealed]", "5—8 [Repealed]", "9 to 11 Repealed"
_OWN_RANGE = re.compile(
    r"(?P<number>[0-9]{1,4})[A-Za-z]{0,2}(?:,| ?[–—-]| (?:to|and|bis|und|по|и|və)) ?"
    r"[0-9]{1,4}(?![0-9-])[A-Za-z]{0,2}[.\])]{0,2} {0,3}(?:[\[(]|[^\W\d_a-zа-яё])"
)
_ANNEX_FIRST = re.compile(
    rf"(?P<word>{_LETTER}{{5,12}}),? (?:[(№]|(?i:to|of|к|zu|zum|zur|à|au|al|do|la) |(?:[0-9]{{1,3}}|[A-ZА-Я]) )"
)
_REFERENCE = re.compile(r"\[(?:s|ss|sections?|r|art)\.? ?[0-9][^\[\]]{0,20}\] {0,3}", re.I)  # "[s. 2]"
_ANNEX_LAST = re.compile(
    r"(?:.* )?(?:[0-9]{1,3}(?:-\w{1,3}| nömrəli| №-li| saylı)?|\w+(?:[aə]|nın|nin|nun|nün)) əlavəs?i?"
)
_RAISED = re.compile(r"\. ?[^\W\d_]")  # ". Inserted" below "2" and "1": the number was 2¹
_ROMAN_FIRST = re.compile(rf"(?:[IVX]{{2,7}}|[IVXlІ]{{1,6}}(?:-?\w{{2}})? (?P<word>{_LETTER}{{3,12}}))")
_LETTER_BY_LETTER = re.compile(rf"{_LETTER}(?: {{1,2}}[^\W_]){{2,}}")
_PARTS = re.compile(r"[.,] ?")
_SENTENCE_END = ("…", ".", ";", ":", "!", "?", "»", "”", ")", "]", "—", "–")
_STOPS = frozenset(".:)]–—-^*")  # “^” and “*” begin the mark of a note
_DASHES = frozenset("–—-")
_LABEL_STOPS = frozenset(".:–—")
_LAST_OF_NUMBER = _LABEL_STOPS | {"-"}  # "Geçici Madde 1- (Ek: …)"
_LONGEST_TITLE = 100
_LONGEST_ANNEX = 160
_FEW = 5  # lines
_FARTHEST_RANGE = 50  # as many may be repealed between two articles


class Coverage:
    """The lines of one act that look like the beginning of a provision and are words of another."""

    def __init__(self, read: ReadAct, plain: Sequence[int]) -> None:
        self._read = read
        self._plain = plain
        self._holders = read.holders()
        self._first = min(read.opening, default=len(read.act))

    def headings(self) -> Iterator[int]:
        """Lines that begin as a heading or are marked as one."""
        for index in self._plain:
            content = self._read.act.content(index)
            words = _bare(content)
            may_be = words[:1].isupper() and index > self._first and index not in self._read.headed
            reference = _REFERENCE.match(content)
            if (
                (may_be and content.startswith("#"))
                or self._is_heading(index, words)
                or (reference and self._is_heading(index, content[reference.end() :]))
            ):
                yield index

    def numbers(self) -> Iterator[int]:
        """Lines whose number goes on from the provision in which they stand, or from one above that."""
        for index in self._plain:
            words = _bare(self._read.act.content(index))
            if _MISREAD.match(words):
                words = _FIGURES[words[0]] + words[1:]
            match = _OWN_NUMBER.match(words)
            is_next = match is not None and self._goes_on(index, match)
            if is_next or self._is_misread(index, words) or self._is_range(index, words):
                yield index

    def _is_misread(self, index: int, words: str) -> bool:
        """Whether figures with a letter among them are near the number in which the line stands: "l2A" below 12."""
        match = _LETTER_FOR_FIGURE.match(words)
        if match is None or not self.is_free(index):
            return False
        value = int(match["number"].translate(_FIGURES_READ))
        return any(
            len(owner.value) == 1 and abs(value - owner.value[0].value) <= FARTHEST
            for owner in chain(self._holders[index])
        )

    def _is_range(self, index: int, words: str) -> bool:
        """Whether the numbers of provisions that are printed together come after that in which the line stands."""
        match = _OWN_RANGE.match(words)
        if match is None or not self.is_free(index):
            return False
        value = (int(match["number"]),)
        return any(_step(value, owner, _FARTHEST_RANGE) for owner in chain(self._holders[index]))

    def _is_heading(self, index: int, words: str) -> bool:
        if words.isalpha():
            return self._is_word_alone(index, words)
        match = _WORD_AND_NUMBER.match(words)
        if self._read.act.content(index).startswith("(") and self._read.act.is_annex(index - 1):
            return False  # “(Section 3)” speaks of the schedule
        if match and self._has_word(index, match, words):
            return True
        if _RAISED.match(words) or _RAISED.match(self._read.act.content(index)):
            return index > self._first
        if _ROMAN_FIRST.fullmatch(words):
            return self._is_roman_first(index, words)
        if not words[:1].isupper() or not self.is_free(index) or len(words) > _LONGEST_ANNEX:
            return False
        return self._is_annex(words) or (not self._is_name(index) and self._is_numbered_in_words(words))

    def _is_roman_first(self, index: int, words: str) -> bool:
        """ "II" alone, and "ll fəsil" with the letter l for I."""
        match = _ROMAN_FIRST.fullmatch(words)
        is_heading = match is not None and (not match["word"] or shape(match["word"]) in ALL_WORDS)
        return is_heading and index > self._first and self.is_free(index)

    def _is_name(self, index: int) -> bool:
        """Whether a line below a label that stands alone is its heading: "ÜMUMİ HİSSƏ" below "Birinci bölmə"."""
        label = self._read.act.label(index - 1)
        is_alone = label is not None and label.end == len(self._read.act.content(index - 1))
        return is_alone and index in self._read.headed

    def _is_word_alone(self, index: int, word: str) -> bool:
        """ "Maddə", whose number a copy has put elsewhere."""
        is_label = index > self._first and self._read.act.label(index) is None
        return is_label and word[0].isupper() and self.is_free(index) and shape(word) in ALL_WORDS

    def _has_word(self, index: int, match: re.Match[str], words: str) -> bool:
        """Whether a word for a part of an act stands before a number, and what follows ends the label."""
        known = shape(match["word"])
        if match["before"] and known not in ALL_WORDS:
            return False
        after = match["after"].strip()
        is_ended = after in _LABEL_STOPS or match["number"][-1] in _LAST_OF_NUMBER
        is_marked = not after or after in _STOPS or is_ended
        is_of_annex = bool(match["before"]) and not after and shape(match["before"].strip()) in ALL_WORDS
        is_large = words[0].isupper() and (match["word"][0].isupper() or is_ended or is_of_annex)
        if known in ALL_WORDS:
            starts_title = after[:1].isupper() and len(words) <= _LONGEST_TITLE
            return is_large and (is_marked or (self.is_free(index) and (starts_title or after == ",")))
        is_short = (
            bool(match["stop"])
            and match["number"][0].isdecimal()
            and any(word.startswith(known) for word in ALL_WORDS)
        )
        is_slip = not match["stop"] and _is_near(known)
        is_whole = bool(after) or is_short
        return is_large and is_marked and is_whole and (is_short or is_slip) and self.is_free(index)

    @staticmethod
    def _is_annex(words: str) -> bool:
        """ "SCHEDULE TO THE ACT", "Приложение к Закону", "Qanuna 1 nömrəli əlavə": one line that is no sentence."""
        if words.endswith((".", ";", ":", ",")):
            return False
        match = _ANNEX_FIRST.match(words)
        is_first = match is not None and shape(match["word"]) in ANNEX_WORDS
        return is_first or _ANNEX_LAST.fullmatch(words) is not None

    @staticmethod
    def _is_numbered_in_words(words: str) -> bool:
        """ "Article two. Name", "THE FIRST SCHEDULE", "DÖRDÜNCÜ KISIM"."""
        if match := _NUMBER_IN_WORDS.match(words):
            return shape(match["word"]) in ALL_WORDS and words[match.end()].isupper()
        match = _WORDS_ALONE.fullmatch(words)
        return match is not None and words.isupper() and shape(match["word"]) in ALL_WORDS

    def is_free(self, index: int) -> bool:
        """Whether the line above ends a sentence or a heading, so that this line begins something."""
        read = self._read
        above = index - 1
        if above < 0 or above in read.kinds or above in read.headed:
            return True
        label = read.act.label(above)
        content = read.act.content(above)
        return content.endswith(_SENTENCE_END) or (label is not None and label.form is Form.HEADING)

    def _goes_on(self, index: int, match: re.Match[str]) -> bool:
        """Whether the number comes next, a sign or a title stands behind it, and a sentence ends above it."""
        rest, after = match["rest"], match["after"].strip()
        if not (match["after"] or match["gap"]) or not self.is_free(index):
            return False
        value = tuple(int(part) for part in _PARTS.split(match["number"]))
        steps = [step for owner in chain(self._holders[index]) if (step := _step(value, owner))]
        if (not after and self._stands_before(index, value)) or (
            after in _DASHES and self._is_first(index, value)
        ):
            return True
        if not after:
            is_title = rest[-1].isupper() and len(self._read.act.content(index)) <= _LONGEST_TITLE
            is_apart = len(value) > 1 or bool(match["gap"])  # “3 dekabr” is a date
            return (is_title and len(value) == 1 and any(steps)) or (is_apart and 1 in steps)
        return bool(steps) and (1 in steps or rest[-1].isupper())

    def _is_first(self, index: int, value: tuple[int, ...]) -> bool:
        """Whether number 1 stands right below the heading of an article: "1 – The fee"."""
        label = self._read.act.label(index - 1)
        is_heading = index - 1 in self._read.headed or (label is not None and label.kind is Kind.ARTICLE)
        return is_heading and value == (1,)

    def _stands_before(self, index: int, value: tuple[int, ...]) -> bool:
        """Whether the next number stands in one of the next lines, begins there a part or a point, and this one nowhere."""
        above = self._read.act.label(index - 1)
        if above is not None and above.value == (Component(value[0]),):
            return False
        for label in self._read.act.labels[index + 1 : index + _FEW]:
            if label is not None:
                return (
                    label.form is Form.ITEM and label.value == (Component(value[0] + 1),) and len(value) == 1
                )
        return False


def names_provision(content: str) -> bool:
    """Whether a cell or a line holds the label of a provision and no more: "Geçici Madde 7"."""
    match = _WORD_AND_NUMBER.match(_bare(content))
    return (
        match is not None
        and match["word"][0].isupper()
        and not match["after"].strip()
        and shape(match["word"]) in ALL_WORDS
    )


def _bare(content: str) -> str:
    """The words without signs before them, letters apart closed up, and unusual digits as usual ones."""
    content = normalize("NFKC", content[:300])
    start = _SIGNS.match(content)
    words = content[start.end() if start else 0 :]
    if len(words) > 2 and words[1] == " " and (spaced := _LETTER_BY_LETTER.match(words)):
        words = " ".join(closed_up(part) for part in spaced[0].split("  ")) + words[spaced.end() :]
    return _FIGURE_INSIDE.sub(r"\1\2", words)


def _step(value: tuple[int, ...], owner: Pending, farthest: int = FARTHEST) -> int:
    """How far a number is from that of a provision counted in the same way; 0 for no number that comes after it."""
    own = tuple(component.value for component in owner.value)
    if not own or owner.style.startswith(("roman", "large", "small", "words", "letter", "double")):
        return 0
    if len(value) == len(own) + 1:
        return int(value[:-1] == own and value[-1] == 1 and owner.label is not None and len(own) > 1)
    if len(value) != len(own) or value[:-1] != own[:-1]:
        return 0
    step = value[-1] - own[-1]
    return step if 0 < step <= farthest else 0


def _is_near(word: str) -> bool:
    """Whether a word is one letter away from a word for a part of an act: "Madə", "Sectlon"."""
    return len(word) >= 4 and not _DELETED.isdisjoint({word, *_without_one(word)})


def _without_one(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


_DELETED = frozenset(form for word in ALL_WORDS if len(word) >= 5 for form in (word, *_without_one(word)))
