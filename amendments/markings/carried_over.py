"""The place of words of one wording in another wording of the same provision."""

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
