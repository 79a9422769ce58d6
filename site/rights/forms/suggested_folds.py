"""What the words of a provision suggest, before the other rights that can be chosen."""

from dataclasses import replace

from django.utils.translation import gettext

from consultations.forms.vocabulary_fields import Fold, row_of
from rights.suggesting.suggestion import Suggestion


def suggested_first(every: list[Fold], suggested: list[Suggestion], name: str = "") -> list[Fold]:
    """The folds with one before them for what is suggested, which stands in no other then. `name` is its own."""
    reasons = {one.right: ", ".join(f"“{word}”" for word in one.words) for one in suggested}
    boxes = {row_of(box.widget).code: box for fold in every for box in fold.boxes}
    told = [replace(boxes[code], why=why) for code, why in reasons.items() if code in boxes]
    if not told:
        return every
    others = [(fold, [box for box in fold.boxes if row_of(box.widget).code not in reasons]) for fold in every]
    return [
        Fold(name or gettext("Suggested by the words of the provision"), tuple(told), is_open=True),
        *(replace(fold, boxes=tuple(boxes)) for fold, boxes in others if boxes),
    ]
