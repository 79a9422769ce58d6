"""The parts of a file that holds the texts of several acts one after the other."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amendments.importers.markup import NOWHERE, Markup, Note, OwnChange, TrackedEdit
from amendments.markings.footnote_marks import footnotes_of
from amendments.markings.joined_changes import runs_of

HEAD = 3  # lines with words at the beginning of an act by which it is found

Head = tuple[str, ...]


def head_of(text: str) -> Head:
    """The first lines with words, however their blanks are counted."""
    return tuple(line for _, line in _lines(text))[:HEAD]


def parts_of(markup: Markup, heads: Mapping[str, Collection[Head]]) -> dict[str, Markup]:
    """By the name of an act its own part with its marks; empty where the file does not hold several of the acts, each once.

    `heads` are the first lines that the text of an act may have.
    """
    spans = _spans(markup.text, heads)
    borders = {start: heads[act] for act, (start, _) in spans.items() if start}
    edits = tuple(_at_borders(markup, borders))
    whole = replace(markup, edits=edits, footnote_lines=footnotes_of(markup))
    parts = {act: _Part(whole, *span).markup() for act, span in spans.items()}
    if markup.on_draft is None:
        return parts
    on_draft = parts_of(markup.on_draft, heads)
    for act, part in on_draft.items():
        if act in parts:
            parts[act] = replace(parts[act], on_draft=part)
    return parts


def begin_in(text: str, heads: Mapping[str, Collection[Head]]) -> dict[str, int]:
    """Where each act begins whose first lines stand in a text once and are those of no other act."""
    lines = list(_lines(text))
    found = {act: _places(lines, some) for act, some in heads.items()}
    times = Counter(at for places in found.values() for at in places)
    return {act: places[0] for act, places in found.items() if len(places) == 1 and times[places[0]] == 1}


def holds_text(text: str, own: str, others: Iterable[str]) -> bool:
    """Whether most lines of an act that no other one has stand in a text."""
    only = _words_of(own).difference(*map(_words_of, others))
    return 2 * len(only & _words_of(text)) > len(only)


def _words_of(text: str) -> set[str]:
    return {line for _, line in _lines(text)}


def _spans(text: str, heads: Mapping[str, Collection[Head]]) -> dict[str, tuple[int, int]]:
    """From where to where the text of each act stands."""
    starts = begin_in(text, heads)
    if len(starts) < 2:
        return {}
    in_order = sorted(starts, key=lambda act: starts[act])
    borders = [0, *(starts[act] for act in in_order[1:]), len(text)]
    return {act: (borders[n], borders[n + 1]) for n, act in enumerate(in_order)}


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if words := " ".join(line.split()):
            yield at, words
        at += len(line) + 1


def _places(lines: Sequence[tuple[int, str]], heads: Collection[Head]) -> list[int]:
    """Where an act begins."""
    return [at for n, (at, _) in enumerate(lines) if tuple(line for _, line in lines[n : n + HEAD]) in heads]


def _at_borders(markup: Markup, borders: Mapping[int, Collection[Head]]) -> Iterator[TrackedEdit]:
    """The changes of the file. Of words that come across a border nobody can tell to which act they belong.

    A change by itself whose words hold the first lines of the next act is cut there.
    """
    for run in runs_of(markup.edits):
        across = [edit for edit in run if any(edit.start < at < edit.end for at in borders)]
        if not across or not any(edit.new.strip() for edit in run):
            yield from run
        elif len(run) == 1 and (cut := _cut(run[0], markup.text, borders)):
            yield from cut
        else:
            for edit in run:
                yield replace(edit, is_across=edit in across or bool(edit.new.strip()))


def _cut(edit: TrackedEdit, text: str, borders: Mapping[int, Collection[Head]]) -> list[TrackedEdit]:
    """A change in its parts; empty where its words do not hold the first lines of each next act, once and in order."""
    lines = list(_lines(edit.new + text[edit.end :]))
    within = [at for at in borders if edit.start < at < edit.end]
    found = [[at for at in _places(lines, borders[border]) if at < len(edit.new)] for border in within]
    places = [at for some in found for at in some]
    if any(len(some) != 1 for some in found) or places != sorted(places):
        return []
    old, new = [edit.start, *within, edit.end], [0, *places, len(edit.new)]
    parts = [
        replace(edit, start=old[n], end=old[n + 1], new=edit.new[new[n] : new[n + 1]])
        for n in range(len(places) + 1)
    ]
    return [part for part in parts if part.new != text[part.start : part.end]]


def _place(edit: TrackedEdit) -> int:
    """What comes at the beginning of the next act is the end of the one before it."""
    return edit.start if edit.start < edit.end else max(edit.start - 1, 0)


def _gained(edits: Iterable[TrackedEdit]) -> int:
    return sum(len(edit.new) - edit.end + edit.start for edit in edits)


@dataclass(frozen=True)
class _Part:
    whole: Markup
    start: int
    end: int

    def has(self, start: int, end: int) -> bool:
        """Whether a stretch of the whole text begins here; a place without words at the end of the text does too."""
        return self.start <= (start if start < end else min(start, len(self.whole.text) - 1)) < self.end

    def markup(self) -> Markup:
        """The text of the part, its changes, and its comments; those on no words stand with every part."""
        edits = self._edits(self.start, self.end)
        new_start = self.start + _gained(self._edits(0, self.start)) - self._came_before()
        new_end = new_start + self.end - self.start + _gained(edits)
        notes = (self._moved(note, new_start, new_end) for note in self.whole.notes)
        return replace(
            self.whole,
            text=self.whole.text[self.start : self.end],
            edits=tuple(
                replace(edit, start=edit.start - self.start, end=edit.end - self.start) for edit in edits
            ),
            notes=tuple(note for note in notes if note is not None),
            own=self._own(),
            on_draft=None,
        )

    def _edits(self, first: int, last: int) -> list[TrackedEdit]:
        """The changes of a stretch of the whole text. What comes stands where a change begins, what goes is cut.

        What comes across the border of two acts stands in both.
        """
        found: list[TrackedEdit] = []
        for edit in self.whole.edits:
            start, end = max(edit.start, first), min(edit.end, last)
            if first <= _place(edit) < last:
                found.append(replace(edit, end=end))
            elif start < end:
                found.append(replace(edit, start=start, end=end, new=edit.new if edit.is_across else ""))
        return found

    def _own(self) -> tuple[OwnChange, ...]:
        """The changes of the site that begin here; words that go before the next act are the end of this one."""
        return tuple(
            replace(each, start=each.start - self.start)
            for each in self.whole.own
            for at in [each.start if each.new else max(each.start - 1, 0)]
            if self.has(at, at + 1)
        )

    def _came_before(self) -> int:
        """How much of the new words of the part stands in the one before it too."""
        across = (edit for edit in self.whole.edits if edit.is_across)
        return sum(len(edit.new) for edit in across if edit.start < self.start < edit.end)

    def _moved(self, note: Note, new_start: int, new_end: int) -> Note | None:
        if note.start == NOWHERE:
            return note
        is_new = note.start == note.end and note.new_start < note.new_end
        is_here = new_start <= note.new_start < new_end if is_new else self.has(note.start, note.end)
        if not is_here:
            return None
        return replace(
            note,
            start=max(note.start - self.start, 0),
            end=min(note.end, self.end) - self.start,
            new_start=note.new_start - new_start,
            new_end=note.new_end - new_start,
        )
