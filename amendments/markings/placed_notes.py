"""Places the comments of a file on the provisions of an act; those on words that come on the text with all changes."""

from dataclasses import dataclass
from functools import cached_property

from amendments.importers.markup import NOWHERE, Markup, Note
from amendments.markings.change_sayer import ChangeSayer
from amendments.markings.placing_result import LeftOver, PlacedNote, Placing
from amendments.markings.printed_places import PrintedText, printed_text
from amendments.markings.same_provisions import matched
from amendments.markings.unplaced import elsewhere, on_no_words
from amendments.provisions.messages import Message


@dataclass
class PlacedNotes:
    """The comments of a file, placed or listed with the words on which they stand."""

    sayer: ChangeSayer
    markup: Markup
    placing: Placing

    def place(self) -> None:
        """Each comment under its number in the file."""
        for number, note in enumerate(self.markup.notes, start=1):
            if note.start == NOWHERE:
                self._leave(note, "", on_no_words())
                continue
            quote, key = self._on_new_words(note) if _is_on_new_words(note) else self._on_words(note)
            if key in self.sayer.working.by_key:
                self.placing.notes.append(PlacedNote(number, key, quote, note.text, note.author, note.at))
            else:
                self._leave(note, quote, elsewhere())

    def _on_words(self, note: Note) -> tuple[str, str]:
        return self.markup.text[note.start : note.end] or note.quote.strip(), self._key_at(note.start)

    def _on_new_words(self, note: Note) -> tuple[str, str]:
        """Words of the draft, or words for which the provision before them stands."""
        words = self._new_text[note.new_start : note.new_end]
        begins = note.new_start + len(words) - len(words.lstrip())
        return words.strip(), self._new_key_at(begins) or self._key_at(max(note.start - 1, 0))

    def _key_at(self, place: int) -> str:
        return self.sayer.keys.get(self.sayer.file.at(place), "")

    def _new_key_at(self, place: int) -> str:
        printed, keys = self._with_changes
        return keys.get(printed.at(place), "") if printed else ""

    @cached_property
    def _new_text(self) -> str:
        return self.markup.accepted

    @cached_property
    def _with_changes(self) -> tuple[PrintedText | None, dict[int, str]]:
        """The text with all changes, and the provisions of the draft that its own are."""
        printed = printed_text(self._new_text, self.sayer.scheme)
        return printed, {**matched(printed.tree, self.sayer.working).keys} if printed else {}

    def _leave(self, note: Note, quote: str, why: Message) -> None:
        self.placing.left.append(LeftOver(quote, note.text, note.author, note.at, why))


def _is_on_new_words(note: Note) -> bool:
    return note.start == note.end and note.new_start < note.new_end
