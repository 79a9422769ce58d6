"""What the alignment sees of a provision, a paragraph or a line."""

import re
from collections import Counter
from functools import cached_property

from amendments.provisions.tree import Tree
from amendments.redline.vocabulary import Vocabulary

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
    """A provision, paragraph or line that is matched. Its printed number is not part of the compared body."""

    title = ""  # number and heading together, "" where there is no heading
    place = ""  # where a provision is printed, "" for a line

    def __init__(self, vocabulary: Vocabulary, number: str, body: str) -> None:
        self._vocabulary = vocabulary
        self.number = number
        self.body = body

    @property
    def is_bare(self) -> bool:
        """Whether the block is a number without words."""
        return bool(self.number) and not self.body

    @cached_property
    def kind_of_number(self) -> str:
        """The printed number without its figures: what "§ 12" and "§ 13a" have in common."""
        return _FIGURE.sub("1", self.number)

    @cached_property
    def words(self) -> str:
        """The words of the body, one character for each word, so that comparing long texts costs little."""
        return self._vocabulary.coded(_WORD.findall(self.body))


class Blocks:
    """The blocks of one side. A block is read only when somebody asks for it, because most are found again unchanged.

    `wholes` are the blocks as they stand; two blocks of one key are the same provision, "" is no key.
    """

    are_provisions = False  # with titles and printed places; lines have neither

    def __init__(self, vocabulary: Vocabulary, wholes: list[str], keys: list[str] | None = None) -> None:
        self.vocabulary = vocabulary
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
        return Block(self.vocabulary, " ".join(line[:end].split()), line[end:].strip())

    def part(self, start: int, end: int) -> "Blocks":
        """Some of the blocks, numbered anew."""
        part = Blocks(self.vocabulary, self.wholes[start:end])
        part._read = {index - start: self[index] for index in range(start, end)}
        return part

    def text(self, start: int, end: int) -> str:
        """The text of some lines."""
        return "".join(self.wholes[start:end])

    def bag(self, start: int, end: int) -> Counter[str]:
        """How often each word stands in some blocks."""
        return Counter("".join([self[index].words for index in range(start, end)]))


def lines(text: str, vocabulary: Vocabulary) -> Blocks:
    """The lines of a plain text; joined they are the text."""
    return Blocks(vocabulary, _LINE.findall(text))


class Provisions(Blocks):
    """Provisions of a tree: the printed number, heading and text of each are known."""

    are_provisions = True

    def __init__(self, vocabulary: Vocabulary, tree: Tree) -> None:
        self._elements = tree.elements
        wholes = [f"{e.number}\n{e.heading}\n{e.text}" for e in tree]
        # The key of a provision that was only parsed is its printed place, which says nothing about identity.
        super().__init__(vocabulary, wholes, ["" if e.key == e.eid else e.key for e in tree])

    def read(self, index: int) -> Block:
        """The provision as it is known."""
        element = self._elements[index]
        block = Block(self.vocabulary, element.number, f"{element.heading}\n{element.text}".strip())
        block.place = element.eid or element.number
        if element.number and element.heading:
            block.title = f"{element.number}\n{element.heading}"
        return block
