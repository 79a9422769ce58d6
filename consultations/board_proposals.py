"""Wordings that other apps bring to the consolidation board, beside those of comments (hook `register_board_proposals`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class OtherProposal:
    """What somebody proposes for one provision, as one reader may read it.

    `take_url` is the page on which the reader can propose it to the drafters as an instruction; "" for nobody else.
    `became` says what came of it so far.
    """

    provision: str  # its key
    sender: str
    title: str
    url: str
    language: str  # of title and reasons
    reasons: str = ""
    wording: str = ""  # the whole provision; "" if it proposes no words
    became: tuple[str, ...] = ()
    take_url: str = ""


@runtime_checkable
class BoardProposals(Protocol):
    """`register_board_proposals`: proposals beside the comments of a round."""

    slug: str

    def beside(self, user: Any, round_: Any) -> Sequence[OtherProposal]:
        """Those that a reader of the board of the `Round` may read; a bounded number of queries."""
        ...
