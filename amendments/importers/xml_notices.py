"""What the importer of Akoma Ntoso added, left out or could only guess, each kind with its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from amendments.provisions.messages import Message, counted as ngettext

_MOST_PLACES = 5  # are named; whoever checks these knows what to look for


@dataclass(slots=True)
class XmlCounts:
    """Counts of one reading of a file.

    `tables` are the places of the tables that may pass for provisions, `removed` the numbers of provisions that the file
    calls removed and that have words.
    """

    annexes: int = 0
    annex: str = ""  # the word that was put above each of them
    named: int = 0
    completed: int = 0
    contents: int = 0
    pictures: int = 0
    tables: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def notices(self) -> Iterator[Message]:
        """A sentence for each kind that occurred."""
        yield from self._added()
        if self.tables:
            yield ngettext(
                "%(count)s table has numbered lines, which may be read as provisions: check %(places)s.",
                "%(count)s tables have numbered lines, which may be read as provisions: check %(places)s.",
                len(self.tables),
                places=_named(self.tables),
            )
        if self.removed:
            yield ngettext(
                "%(count)s provision is removed, as the file says, and has words: check %(places)s and repeal it if it is not in force.",
                "%(count)s provisions are removed, as the file says, and have words: check %(places)s and repeal those that are not in force.",
                len(self.removed),
                places=_named(self.removed),
            )
        if self.contents:
            yield ngettext(
                "%(count)s table of contents was left out: the headings of the act make it.",
                "%(count)s tables of contents were left out: the headings of the act make them.",
                self.contents,
            )
        if self.pictures:
            yield ngettext(
                "%(count)s text box or drawing was left out: add its words by hand.",
                "%(count)s text boxes or drawings were left out: add their words by hand.",
                self.pictures,
            )

    def _added(self) -> Iterator[Message]:
        if self.named:
            yield ngettext(
                "%(count)s article, chapter or part has a number alone in the file: its word was put before it.",
                "%(count)s articles, chapters or parts have a number alone in the file: their word was put before it.",
                self.named,
            )
        if self.annexes:
            yield ngettext(
                "%(count)s annex is not called so in the file: “%(word)s” was put above it.",
                "%(count)s annexes are not called so in the file: “%(word)s” was put above them.",
                self.annexes,
                word=self.annex,
            )
        if self.completed:
            yield ngettext(
                "%(count)s number stands alone in the file: its full stop or brackets were added.",
                "%(count)s numbers stand alone in the file: their full stops or brackets were added.",
                self.completed,
            )


def _named(places: list[str]) -> str:
    """The first of them, each once."""
    places = list(dict.fromkeys(places))
    return "; ".join([*places[:_MOST_PLACES], *["…"] * (len(places) > _MOST_PLACES)])
