"""The one engine behind every scheme: conventions in, a scheme out."""

from functools import cached_property

from amendments.provisions.citing import names as citing
from amendments.provisions.citing.citation_words import CitationWords
from amendments.provisions.conventions import Conventions
from amendments.provisions.messages import Message
from amendments.provisions.parsing.parser import parse
from amendments.provisions.printing import printer as printing
from amendments.provisions.recognising.recogniser import Recogniser
from amendments.provisions.scheme import Parsed
from amendments.provisions.tree import Element, Tree


class NumberingScheme:
    """Parses, prints and cites by the conventions of one country and language."""

    def __init__(self, conventions: Conventions) -> None:
        self.conventions = conventions

    @property
    def country(self) -> str:
        """ISO 3166 alpha-2 in small letters, "" = any."""
        return self.conventions.country

    @property
    def country_name(self) -> Message | None:
        """The country as readers know it."""
        return self.conventions.country_name

    @property
    def language(self) -> str:
        """ISO 639-1."""
        return self.conventions.language

    def parse(self, text: str) -> Parsed:
        """Read an act; every line is either placed or reported."""
        return parse(text, self._recogniser)

    def render(self, tree: Tree) -> str:
        """Print the act; the text that was parsed comes back identical."""
        return printing.render(tree, self.conventions)

    def label(self, element: Element) -> str:
        """The number as printed before a provision: "Article 12.", "12.3."."""
        return citing.label(element, self.conventions)

    def cite(self, element: Element) -> str:
        """The provision as cited on a page: "Article 12.3", "12.3-cü maddə"."""
        return citing.cite(element, self.conventions)

    @cached_property
    def citation_words(self) -> CitationWords:
        """What reads a citation in the words of the language."""
        return CitationWords(self.conventions)

    @cached_property
    def _recogniser(self) -> Recogniser:
        """Compiled on first use: a program that only prints or cites does not pay for it."""
        return Recogniser(self.conventions)
