"""How words are put into a text and taken out of it: one space, none before punctuation.

An `Edit` says what stands between start and end gives way to the words.
"""

from dataclasses import dataclass

CLOSING = tuple(",.;:!?…)]}”»")
OPENING = tuple("([{“«„")
# A straight mark opens or closes: only the missing space beside it tells.
STRAIGHT = ('"', "'")
SPACES = " \u00a0"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a text: the words between `start` and `end` give way to `words`."""

    start: int
    end: int
    words: str

    def apply(self, text: str) -> str:
        """The text after the change."""
        return text[: self.start] + self.words + text[self.end :]


def insert(text: str, at: int, words: str) -> Edit:
    """Put words between two others."""
    words = words.strip()
    start = _back_over_spaces(text, at) if words.startswith(CLOSING) else at
    left, right = text[:start], text[at:]
    if left and not (left[-1].isspace() or left.endswith(OPENING + STRAIGHT) or words.startswith(CLOSING)):
        words = f" {words}"
    if right and not (right[0].isspace() or right.startswith(CLOSING + STRAIGHT) or words.endswith(OPENING)):
        words = f"{words} "
    return Edit(start, at, words)


def replace(text: str, start: int, end: int, words: str) -> Edit:
    """Put words in the place of others as they are quoted; only punctuation moves up to the word before it.

    Where the quoted words themselves begin with a space before the mark, it stays.
    """
    if not words.strip():
        return delete(text, start, end)
    if words.startswith(CLOSING):
        start = _back_over_spaces(text, start)
    return Edit(start, end, words.strip())


def delete(text: str, start: int, end: int) -> Edit:
    """Take words out and leave no double space."""
    start_of_gap = _back_over_spaces(text, start)
    end_of_gap = end
    while end_of_gap < len(text) and text[end_of_gap] in SPACES:
        end_of_gap += 1
    left, right = text[:start_of_gap], text[end_of_gap:]
    is_at_edge = not left or left.endswith("\n") or not right or right.startswith("\n")
    is_tight = right.startswith(CLOSING) or left.endswith(OPENING)
    is_quoted = (end == end_of_gap and right.startswith(STRAIGHT)) or (
        start == start_of_gap and left.endswith(STRAIGHT)
    )
    has_space = start_of_gap < start or end < end_of_gap
    space = "" if is_at_edge or is_tight or is_quoted or not has_space else " "
    return Edit(start_of_gap, end_of_gap, space)


def _back_over_spaces(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in SPACES:
        at -= 1
    return at
