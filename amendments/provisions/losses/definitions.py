"""Finds lists of definitions that have no number: their (a), (b) are read into the list above."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from amendments.provisions.kind_names import KIND_NAMES
from amendments.provisions.losses.codes import MISSING_PARENT
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import Component
from amendments.provisions.parsing.lists import ITEM_KINDS
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.labels import Form
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

_ANNOUNCES = (":", "—", "–", "-")
_QUOTES = ("“", '"', "‘", "'", "«", "„")
_BEHIND_SENTENCE = re.compile(
    r"[;.](?: (?:and|or))? +[*_]*[“\"‘«„][^“”\"«»;]{1,100}[”\"’»“]"
)  # …; “fish” means—


def check_definitions(provisions: Sequence[Pending]) -> Iterator[Finding]:
    """One finding for each such list, at its first item."""
    for above, here in pairwise(provisions):
        if _begins_list(here) and _is_in_list(above, here) and _ends_in_definition(above, here):
            owner = (
                here.parent.number or KIND_NAMES[here.parent.kind] if here.parent else KIND_NAMES[Kind.TITLE]
            )
            said = _(
                "%(number)s belongs to a definition without a number and was read below %(owner)s.",
                number=here.number,
                owner=owner,
            )
            yield Finding(here.line, MISSING_PARENT, said, stops=True)


def _begins_list(provision: Pending) -> bool:
    label = provision.label
    is_item = label is not None and label.form is Form.ITEM
    return is_item and any(reading.value == (Component(1),) for reading in (label.readings if label else ()))


def _is_in_list(above: Pending, here: Pending) -> bool:
    """Whether a provision is an item of a list. What begins directly in “(1) In this Act” is the list of its definition."""
    return above.kind in ITEM_KINDS and not (above.kind is Kind.PART and here.parent is above)


def _ends_in_definition(above: Pending, here: Pending) -> bool:
    """Whether a list item ends in a definition that is not its own: on a line below its words, or behind them."""
    if not above.paragraphs or not above.paragraphs[-1].endswith(_ANNOUNCES):
        return False
    first, last = above.paragraphs[0], above.paragraphs[-1]
    if len(above.paragraphs) > 1 and last.lstrip("*_").startswith(_QUOTES):
        is_own = first.endswith(_ANNOUNCES) and here.parent is above
        return not is_own
    return _BEHIND_SENTENCE.search(last) is not None
