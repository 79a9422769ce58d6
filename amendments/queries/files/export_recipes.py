"""What is asked for when a file is asked for, in a form that can be stored until a worker makes it."""

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class ExportRecipe:
    """A format and a kind of document, of which texts, for which reader.

    `text` is "draft" or "version" with its key. `pairs` are the versions in order, each with the one before it or "".
    `language` is that of the page, `spoken` that of the sentences of an amending act.
    """

    format: str
    document: str
    text: tuple[str, str]
    pairs: tuple[tuple[str, str], ...]
    language: str
    is_authentic: bool = False
    spoken: str = ""

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Self:
        """The recipe that was stored."""
        pairs = tuple((before, after) for before, after in kept["pairs"])
        return cls(**{**kept, "text": tuple(kept["text"]), "pairs": pairs})

    def kept(self) -> dict[str, Any]:
        """The same as JSON."""
        return asdict(self)
