"""Changes of an older draft that the draft no longer makes: its redline has them as text, and nobody marked them."""

from collections.abc import Collection

from amendments.importers.markup import OwnChange
from amendments.markings.joined_changes import words_and_signs
from amendments.markings.placing_result import LeftOver, Placing
from amendments.markings.unmarked import Known


def part_outdated(placing: Placing, own: Collection[OwnChange], older: Known, working: Known) -> None:
    """List these apart from what the draft says already. `own` are the changes of the site in the redline."""
    texts = _signs(older.words), _signs(working.words)
    if texts[0] == texts[1]:
        return
    said = {(each.old, each.new, each.author, each.at) for each in own}
    placing.outdated = [
        each
        for each in placing.standing
        if (each.old, each.new, each.author, each.at) in said and not _stands(each, *texts)
    ]
    placing.standing = [each for each in placing.standing if each not in placing.outdated]


def _stands(change: LeftOver, older: str, working: str) -> bool:
    """Whether the draft has what comes as often as the older one, or what goes no more often."""
    words = _signs(change.new if change.new.strip() else change.old)
    gained = working.count(words) - older.count(words)
    return gained >= 0 if change.new.strip() else gained <= 0


def _signs(text: str) -> str:
    return f" {' '.join(words_and_signs(' '.join(text.split())))} "
