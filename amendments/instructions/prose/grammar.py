"""What a language gives so that instructions can be written and read by the same sentences.

A sentence has slots: {old.obj} is quoted words in a case, {place.in} the place, {verb.replaced.old} a verb that agrees
with the words in slot `old`, {block} the new text below an order.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from amendments.instructions.prose.quoting import Labels
from amendments.instructions.wording import Mood

_QUOTED = re.compile(r"\(\?P<(old|new|anchor)>\.\+\?\)")
SLOT = re.compile(r"\{([a-z_.]+)\}")
NUMBERED_PARTS = range(1, 21)
PARTS = (
    "heading",
    "text",
    "sanction",
    "disposition",
    "table",
    *(f"sentence:{n}" for n in NUMBERED_PARTS),
    *(f"paragraph:{n}" for n in NUMBERED_PARTS),
    *(f"table:{n}" for n in NUMBERED_PARTS),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """With what a verb agrees."""

    gender: str  # "f", "m" or "n"
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Nested:
    """New provisions named by what holds them: "статью 3 ", "пунктом 4", which stands behind "пункта 3"."""

    owner: str  # "" where nothing does, else with a space behind it
    own: str
    beside: str


@dataclass(frozen=True, slots=True)
class Orders:
    """The sentences of orders that are unlike those of reports. Both are read, whoever wrote them."""

    sentences: Mapping[str, str]
    nest: Callable[[tuple[str, ...], str], Nested]  # new provisions, what they stand behind
    read_nested: Callable[[str, str], tuple[str, ...]]  # the own names, the owner
    content: str  # " following" behind new provisions; also read where it is left out


@dataclass(frozen=True)
class Grammar:
    """The sentences and forms of one language. Case "obj" is what an order acts on; its form depends on the mood."""

    labels: Labels
    quotes: tuple[str, str]
    sentences: Mapping[str, str]
    commencement: str  # the pattern of a sentence about entry into force
    qualifiers: Mapping[str, str]
    cases: tuple[str, ...]
    reference: Callable[[tuple[str, ...], str, Mood], str]  # numbers, case
    read_reference: Callable[[str], tuple[str, ...]]
    # A step of a level, case: "the second sentence", "втором предложении"
    part: Callable[[str, str, Mood], str]
    owner: str  # between a part and its owner: " of ", " "
    joint: str  # between two parts: " and "
    quotation: Callable[[str, str, bool, Mood], str]  # words, case, whether they are figures
    are_several: Callable[[str, bool], bool]  # words, whether they are figures
    quotation_pattern: str  # with one group {noun} and one {words}
    figure_noun: str  # how the noun of figures begins
    verb: Callable[[str, Agreement, Mood], str]
    verb_pattern: Callable[[str], str]
    gender_of_part: Callable[[str], str]
    gender_of_reference: Callable[[str], str]
    gender_of_figure: str
    gender_of_word: str
    gender_of_sign: str
    orders: Orders | None = None

    @cached_property
    def patterns(self) -> list[tuple[str, "re.Pattern[str]"]]:
        """The pattern of each sentence twice: quoted words in it are as short as possible, then as long as possible."""
        orders = self.orders.sentences.items() if self.orders else ()
        shortest = [(name, self._pattern(words)) for name, words in (*self.sentences.items(), *orders)]
        return [
            (name, each)
            for name, pattern in shortest
            for each in (
                pattern,
                re.compile(_QUOTED.sub(r"(?P<\1>.+)", pattern.pattern), pattern.flags),
            )
        ]

    @cached_property
    def parts(self) -> list[tuple[str, str]]:
        """Every way to name a part before its owner, the longest first, with its step."""
        said = {
            (self.part(step, case, mood) + self.owner).lower(): step
            for step in PARTS
            for case in self.cases
            for mood in Mood
        }
        return sorted(said.items(), key=lambda item: -len(item[0]))

    def _pattern(self, words: str) -> "re.Pattern[str]":
        pieces = SLOT.split(words)
        literal = [re.escape(piece) if i % 2 == 0 else self._slot(piece) for i, piece in enumerate(pieces)]
        return re.compile("".join(literal), re.DOTALL | re.IGNORECASE)

    def _slot(self, slot: str) -> str:
        name, _, form = slot.partition(".")
        if name == "verb":
            return self.verb_pattern(form.partition(".")[0])
        if name in ("old", "new", "anchor"):
            return self.quotation_pattern.format(noun=f"{name}_noun", words=name)
        if name == "qualifier":
            return f"(?P<qualifier>{'|'.join(map(re.escape, ['', *self.qualifiers.values()]))})"
        if name == "owner":
            return "(?P<owner>.+? )?"
        if name == "content" and self.orders:
            return f"(?:{re.escape(self.orders.content)})?"
        if name == "block":
            return rf"(?::[ \n]{self.quotes[0]}(?P<block>.*){self.quotes[1]})?"
        return f"(?P<{name}>.+?)"
