"""What a numbering scheme must answer: how acts of one country and language are printed and cited.

Schemes are plugins chosen by (country, language), else (any, language). The protocol is declared in the pure room
so that a plugin can implement it without Django.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from amendments.provisions.messages import Message
from amendments.provisions.tree import Element, Tree


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at. `line` counts from 1; `code` is stable (gap, duplicate_number, unparsed …)."""

    line: int
    code: str
    message: Message


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree with what the parser wants a person to look at."""

    tree: Tree
    warnings: tuple[Finding, ...] = ()


@runtime_checkable
class Scheme(Protocol):
    """Parsing, printing and citing for one (country, language)."""

    @property
    def country(self) -> str:
        """ISO 3166 alpha-2 in small letters, "" = any."""
        ...

    @property
    def language(self) -> str:
        """ISO 639-1."""
        ...

    def parse(self, text: str) -> Parsed:
        """Read an act; every line is either placed or reported."""
        ...

    def render(self, tree: Tree) -> str:
        """Print the act; the text that was parsed comes back identical."""
        ...

    def label(self, element: Element) -> str:
        """The number as printed before a provision: "Article 12.", "12.3."."""
        ...

    def cite(self, element: Element) -> str:
        """The provision as cited on a page: "Article 12.3", "12.3-cü maddə"."""
        ...
