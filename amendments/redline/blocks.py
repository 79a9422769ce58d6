"""What the alignment sees of a provision, a paragraph or a line."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from amendments.redline.words import is_word, split_words

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


class Block:
    """One thing to be matched: `whole` as it stands; two blocks of one `key` are the same provision."""

    def __init__(self, whole: str, key: str = "") -> None:
        self.whole = whole
        self.key = key

    @cached_property
    def parts(self) -> tuple[str, str]:
        """The printed number and the body without it."""
        label = _LABEL.match(self.whole)
        end = label.end() if label else 0
        return " ".join(self.whole[:end].split()), self.whole[end:].strip()

    @property
    def number(self) -> str:
        """The number as printed: no part of what is compared."""
        return self.parts[0]

    @property
    def body(self) -> str:
        """What is compared."""
        return self.parts[1]

    @property
    def title(self) -> str:
        """Number and heading together, "" where there is no heading."""
        return ""

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
        """The words of the body."""
        return [piece for piece in split_words(self.body) if is_word(piece)]

    @cached_property
    def bag(self) -> Counter[str]:
        """How often each word stands in the body."""
        return Counter(self.words)


class ProvisionBlock(Block):
    """A provision of a tree, whose number is known."""

    def __init__(self, key: str, number: str, heading: str, text: str) -> None:
        super().__init__(f"{number}\n{heading}\n{text}", key)
        self.parts = (number, f"{heading}\n{text}".strip())
        self._title = f"{number}\n{heading}" if number and heading else ""

    @property
    def title(self) -> str:
        """Number and heading together, "" where there is no heading."""
        return self._title


def lines(text: str) -> list[Block]:
    """The lines of a plain text; their `whole` joined is the text."""
    return [Block(line) for line in _LINE.findall(text)]


def joined(blocks: Iterable[Block]) -> str:
    """The text of several blocks."""
    return "".join([block.whole for block in blocks])


def bag(blocks: Iterable[Block]) -> Counter[str]:
    """How often each word stands in several blocks."""
    return Counter(word for block in blocks for word in block.words)
