"""The hooks of this app for plugins (`docs/extending.md` has a section for each)."""

from typing import Any

from amendments.hooks import HookPoint, collect
from consultations.board_proposals import BoardProposals, OtherProposal
from consultations.rules.benchmarks import Benchmarks

BENCHMARKS = HookPoint("register_benchmarks", Benchmarks)
BOARD_PROPOSALS = HookPoint("register_board_proposals", BoardProposals)
POINTS = (BENCHMARKS, BOARD_PROPOSALS)


def benchmarks() -> list[Benchmarks]:
    """The vocabularies that plugins contribute."""
    return collect(BENCHMARKS)


def other_proposals(user: Any, round_: Any) -> list[OtherProposal]:
    """What other apps propose beside the comments of a round."""
    return [one for source in collect(BOARD_PROPOSALS) for one in source.beside(user, round_)]
