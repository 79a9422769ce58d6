"""Writes and reads instructions in the official Azerbaijani of laws and of footnotes of consolidated texts."""

from amendments.instructions.entry_into_force import said_in_sentence
from amendments.instructions.operations import Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.quoting import Labels
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood, Wording
from azerbaijan.wordings.act_frames import (
    AzerbaijaniFrame,
    AzerbaijaniFrameInEnglish,
    AzerbaijaniFrameInRussian,
)
from azerbaijan.wordings.footnotes import AzerbaijaniRecord, Source, footnote
from azerbaijan.wordings.reading import read
from azerbaijan.wordings.saying import LABELS, say

__all__ = ["WORDINGS", "Azerbaijani", "Source", "footnote"]


class Azerbaijani:
    """The wording for Azerbaijani acts in Azerbaijani."""

    country = "az"
    language = "az"
    act = AzerbaijaniFrame()

    def __init__(self, labels: Labels = LABELS, kind: str = "law") -> None:
        self.labels = labels
        self.kind = kind
        self.record = AzerbaijaniRecord(kind)

    def quoting_with(self, labels: Labels) -> "Azerbaijani":
        """The same prose about acts that label their provisions so."""
        return Azerbaijani(labels, self.kind)

    def about(self, kind: str) -> "Azerbaijani":
        """The same prose about an act of a kind: "Məcəllənin mətnində"."""
        return Azerbaijani(self.labels, kind)

    def word(self, operation: Operation, mood: Mood) -> str:
        """The operation as a sentence. Some endings depend on the year of the amending act."""
        said = say(operation, mood, self.labels, self.kind)
        return said_in_sentence(said, self) if operation.op is Op.COMMENCEMENT else said

    def parse(self, text: str, year: int | None = None) -> list[Operation]:
        """The operations in a sentence that is in the past or in the imperative."""
        return read(text, year)


class EnglishOfAzerbaijan(English):
    """Azerbaijani acts read in English; their authentic words are never English, so they have no record in it."""

    act = AzerbaijaniFrameInEnglish()

    def __init__(self) -> None:
        super().__init__()
        self.country = "az"


class RussianOfAzerbaijan(Russian):
    """Azerbaijani acts read in Russian."""

    act = AzerbaijaniFrameInRussian()

    def __init__(self) -> None:
        super().__init__()
        self.country = "az"


WORDINGS: tuple[Wording, ...] = (Azerbaijani(), EnglishOfAzerbaijan(), RussianOfAzerbaijan())
