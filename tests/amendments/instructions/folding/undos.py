"""What the site keeps in rows: what has to be known to take an operation out of a list again."""

from collections.abc import Sequence

from amendments.instructions.folding.items import Folded, Item
from amendments.instructions.folding.undoing import Said, Undo


def undo_of(items: Sequence[Item], folded: Folded) -> Undo:
    before = {item.key: item.operation for item in items}
    after = {item.key: item.operation for item in folded.items}
    keys = [*before, *(key for key in after if key not in before)]
    return Undo(
        tuple(before),
        {key: Said(before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)},
    )
