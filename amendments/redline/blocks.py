"""What the alignment sees of a provision, a paragraph or a line."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

# A line with the blank lines after it: those belong to how it was printed.
_LINE = re.compile(r"[^\n]+\n(?:[^\S\n]*\n)*|[^\n]+|\n(?:[^\S\n]*\n)*")
# The printed number at the start of a line: "##### § 12.", "Maddə 5.", "M a d d ə 5.", "Article 12-1", "9.3.4.",
# "(2)", "a)", "IV.", "1°".
_LABEL = re.compile(
    r"(?:<sup>|[#*\s>_|-])*"
    r"(?:§+\s*|[^\W\d_](?: [^\W\d_]){2,12}\s+|[^\W\d_]{2,12}\.?\s+)?"
    r"(?:\(\w{1,5}\)|\d[\w.,/°-]*|[^\W\d_]{1,2}\d[\w.-]*|[IVXLCDM]+(?=[.)\s])|[^\W\d_](?=[.)]))"
    r"(?:</sup>|[*.):])*(?:\s+|$)"
)
_FIGURE = re.compile(r"\w*\d[\w.-]*|\b[IVXLCDM]+\b|\b\w\b")
_WORD = re.compile(r"\w+")


class Block:
    """One thing to be matched: its printed number, which is no part of what is compared, and its body."""

    def __init__(self, number: str, body: str, title: str = "") -> None:
        self.number = number
        self.body = body
        self.title = title  # number and heading together, "" where there is no heading

    @property
    def is_bare(self) -> bool:
        """Whether the block is a number without words."""
        return bool(self.number) and not self.body

    @cached_property
    def kind_of_number(self) -> str:
        """The printed number without its figures: what "§ 12" and "§ 13a" have in common."""
        return _FIGURE.sub("1", self.number)

    @cached_property
    def words(self) -> list[str]:
        """The words of the body, as far as likeness is concerned."""
        return _WORD.findall(self.body)


class Blocks:
    """The blocks of one side; most are found again as they stand, so the others are read when they are asked for.

    `wholes` are the blocks as they stand; two blocks of one key are the same provision, "" is no key.
    """

    def __init__(self, wholes: list[str], keys: list[str] | None = None) -> None:
        self.wholes = wholes
        self.keys = keys or []
        self._read: dict[int, Block] = {}

    def __len__(self) -> int:
        return len(self.wholes)

    def __getitem__(self, index: int) -> Block:
        block = self._read.get(index)
        if block is None:
            block = self._read[index] = self.read(index)
        return block

    def read(self, index: int) -> Block:
        """The number and body of a line."""
        line = self.wholes[index]
        label = _LABEL.match(line)
        end = label.end() if label else 0
        return Block(" ".join(line[:end].split()), line[end:].strip())

    def part(self, start: int, end: int) -> "Blocks":
        """Some of the blocks, numbered anew."""
        part = type(self)(self.wholes[start:end])
        part._read = {index - start: block for index, block in self._read.items() if start <= index < end}
        return part

    def text(self, start: int, end: int) -> str:
        """The text of some lines."""
        return "".join(self.wholes[start:end])

    def bag(self, start: int, end: int) -> Counter[str]:
        """How often each word stands in some blocks."""
        return Counter(word for index in range(start, end) for word in self[index].words)


def lines(text: str) -> Blocks:
    """The lines of a plain text; joined they are the text."""
    return Blocks(_LINE.findall(text))


class Provisions(Blocks):
    """Provisions of a tree: number, heading and text of each are known."""

    def __init__(self, keys: list[str], parts: Iterable[tuple[str, str, str]]) -> None:
        self._parts = list(parts)
        super().__init__(["\n".join(part) for part in self._parts], keys)

    def read(self, index: int) -> Block:
        """The provision as it is known."""
        number, heading, text = self._parts[index]
        title = f"{number}\n{heading}" if number and heading else ""
        return Block(number, f"{heading}\n{text}".strip(), title)
