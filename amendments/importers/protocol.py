"""What an importer must answer: which files it reads, and their bytes as the lines of an act."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from amendments.importers.markup import Markup
from amendments.provisions.messages import Message


@dataclass(frozen=True, slots=True)
class Imported:
    """The lines of an act, and what was decided or left out while reading the file.

    `headings` are the lines that the file itself calls headings. `markup` holds the changes and comments that others
    marked in the file, and the text without them; `text` is then the one in which every change is accepted, and
    `original` the file read with every change rejected. `country` is the one of which the file says that the act is.
    """

    text: str
    notices: tuple[Message, ...] = ()
    headings: tuple[str, ...] = ()
    markup: Markup | None = None
    original: "Imported | None" = None
    country: str | None = None


@runtime_checkable
class Importer(Protocol):
    """`register_importers`: reads one format; bytes in, a value out, without database, clock and network."""

    @property
    def slug(self) -> str:
        """The format in the log: "docx"."""
        ...

    @property
    def name(self) -> str:
        """The format as a person knows it: "Word"."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of the files that it reads: (".docx",)."""
        ...

    def read(self, data: bytes) -> Imported:
        """Read a file; raises `ImportFailed`."""
        ...
