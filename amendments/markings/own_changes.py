"""What a redline says that it changes itself: text, where the draft that it was has the change."""

from collections.abc import Sequence

from amendments.importers.markup import OwnChange
from amendments.markings.joined_changes import words_and_signs
from amendments.markings.placing_result import LeftOver, Placing
from amendments.markings.unmarked import Known
from amendments.markings.unplaced import in_draft, not_of_draft


def sort_own(placing: Placing, own: Sequence[OwnChange], text: str, draft: Known | None) -> None:
    """List the changes that the draft makes, and those of which only the file says that it does.

    `placing` has what differs without a mark already. Author and minute of a change are claims of the file.
    """
    for change in own:
        if draft and _differs(change, placing.unmarked) and not _is_of(change, text, draft):
            placing.left.append(LeftOver(change.old, change.new, change.author, change.at, not_of_draft()))
        else:
            placing.standing.append(LeftOver(change.old, change.new, change.author, change.at, in_draft()))


def _differs(change: OwnChange, unmarked: Sequence[LeftOver]) -> bool:
    """Whether the words lie in a difference from the draft, or in so many that none is listed."""
    if any(not each.old + each.new for each in unmarked):
        return True
    if _comes(change):
        return any(_holds(each.new, change.new) for each in unmarked)
    return any(_holds(each.old, change.old) for each in unmarked)


def _is_of(change: OwnChange, text: str, draft: Known) -> bool:
    """Whether the draft has the words that come, or lacks those that go; where the file has these too, nobody can tell."""
    if _comes(change):
        return _holds(draft.words, change.new)
    return not _holds(draft.words, change.old) or _holds(text, change.old)


def _comes(change: OwnChange) -> bool:
    return bool(change.new.strip())


def _holds(text: str, words: str) -> bool:
    return _signs(words) in _signs(text)


def _signs(text: str) -> str:
    return f" {' '.join(words_and_signs(' '.join(text.split())))} "
