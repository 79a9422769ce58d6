"""How numbered lists go on, begin and nest."""

from collections.abc import Iterable
from dataclasses import replace

from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.bare_numbers import BARE
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.tree import Kind

ITEM_KINDS = (Kind.PART, Kind.POINT, Kind.SUBPOINT)


def kind_below(owner: Pending | None, label: Label) -> Kind:
    """The kind of a new list in `owner`: one level down, but a list of "a)" or "1)" never stands above points."""
    if owner is None or owner.kind not in ITEM_KINDS:
        return label.kind
    return ITEM_KINDS[min(max(ITEM_KINDS.index(owner.kind) + 1, ITEM_KINDS.index(label.kind)), 2)]


def kind_of_decimal(owner: Pending | None, label: Label) -> Kind:
    """The kind of a decimal number by its levels: below an article 12.3 is a part, 12.3.1 a point."""
    above = _level(owner)
    levels = len(label.value) - (len(owner.value) if owner is not None and owner.value else 1)
    return ITEM_KINDS[min(max(above + levels - 1, 0), 2)]


def _level(owner: Pending | None) -> int:
    """How many levels below an article a provision lies; a row counts as the part or point that it is."""
    if owner is None:
        return 0
    if owner.kind in ITEM_KINDS:
        return ITEM_KINDS.index(owner.kind) + 1
    return _level(owner.parent) + 1 if owner.kind is Kind.ROW else 0


def may_own(provision: Pending, label: Label) -> bool:
    """An article owns every number that continues its own; “2.1.” belongs to “2.”, but not to “2)”."""
    if (
        not provision.value
        or label.value[: len(provision.value)] != provision.value
        or label.value == provision.value
    ):
        return False
    if provision.kind is Kind.ARTICLE or (provision.label and provision.label.form is Form.DECIMAL):
        return True
    own = label.readings[0].style
    is_same_series = own == "decimal" or provision.style[-1] == own[-1]
    is_counted = provision.kind in ITEM_KINDS and provision.style.startswith("arabic")
    is_row = provision.kind is Kind.ROW and provision.style.startswith(("arabic", BARE))
    return (is_counted or is_row) and is_same_series


def following(last: Pending, label: Label, longest_step: int) -> Label | None:
    """The label read as the number after the last item of a list, leaving out no more numbers than allowed."""
    before = last.value
    for reading in label.readings:
        step = reading.value[0].value - before[0].value
        is_next = reading.value > before if longest_step == 1 else reading.value >= before
        if reading.style == last.style and is_next and step <= longest_step:
            return replace(label, readings=(reading,))
    return None


def beginning(label: Label, highest: int) -> Label | None:
    """The label read as the first number of a list, or one not beyond `highest`."""
    for reading in label.readings:
        if reading.value[0].value <= highest:
            return replace(label, readings=(reading,))
    return None


def restarted(lists: Iterable[Pending], label: Label) -> Pending | None:
    """The open list that has the style of the new one. A list starts again; it never stands inside itself."""
    return next((last for last in lists if last.style == label.readings[0].style), None)
