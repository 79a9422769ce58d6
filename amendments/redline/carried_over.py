"""The place of words of one wording in another wording of the same provision, and a change carried over to it."""

from collections.abc import Iterator

from amendments.redline.provision_redline import Mark
from amendments.redline.text_redline import diff_text


def carried(before: str, after: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words from `start` to `end` of a wording stand in the other; None where they do not stand there."""
    if before == after:
        return start, end
    at_before = at_after = 0
    for span in diff_text(before, after):
        length = len(span.text)
        if span.mark is Mark.KEPT:
            if at_before <= start and end <= at_before + length:
                return start - at_before + at_after, end - at_before + at_after
            at_before, at_after = at_before + length, at_after + length
        elif span.mark is Mark.DELETED:
            at_before += length
        else:
            at_after += length
    return None


def carried_change(before: str, changed: str, other: str) -> str | None:
    """The other wording with what was changed in the first one; None where it has other words there itself.

    A change that the other wording has made already is made once. A letter on either side of each other change must
    stand in the other wording too, so that two changes never meet.
    """
    words = other
    for start, end, new in reversed(list(_changes(before, changed))):
        if says_already(before, other, start, end, new):
            continue
        wide = max(start - 1, 0), min(end + 1, len(before))
        place = carried(before, other, *wide)
        if place is None:
            return None
        first, last = place[0] + start - wide[0], place[1] - (wide[1] - end)
        words = words[:first] + new + words[last:]
    return words


def _changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Each change as the place of what goes, and what comes."""
    at = start = 0
    come = ""
    for span in (*diff_text(before, after), None):
        if span is None or span.mark is Mark.KEPT:
            if at > start or come:
                yield start, at, come
            at += len(span.text) if span else 0
            start, come = at, ""
        elif span.mark is Mark.DELETED:
            at += len(span.text)
        else:
            come += span.text


def says_already(before: str, after: str, start: int, end: int, new: str) -> bool:
    """Whether the other wording came about by the same change at the same place, among others."""
    at = 0
    gone, come, begun = "", "", 0
    for span in (*diff_text(before, after), None):
        if span is None or span.mark is Mark.KEPT:
            if (gone or come) and _is_same(before, (begun, gone, come), (start, end, new)):
                return True
            at += len(span.text) if span else 0
            gone, come, begun = "", "", at
        elif span.mark is Mark.DELETED:
            gone, at = gone + span.text, at + len(span.text)
        else:
            come += span.text
    return False


def _is_same(before: str, found: tuple[int, str, str], given: tuple[int, int, str]) -> bool:
    """Whether two changes of a wording give the same words, wherever their blanks are counted."""
    begun, gone, come = found
    start, end, new = given
    one = before[:begun] + come + before[begun + len(gone) :]
    other = before[:start] + new + before[end:]
    return one.split() == other.split()
