"""The hooks of this app for plugins (`docs/extending.md` has a section for each)."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from amendments.hooks import HookPoint, collect
from consultations.board_proposals import BoardProposals, OtherProposal
from consultations.right_tags import RightTags
from consultations.rules.benchmarks import Benchmarks

BENCHMARKS = HookPoint("register_benchmarks", Benchmarks)
BOARD_PROPOSALS = HookPoint("register_board_proposals", BoardProposals)
RIGHT_TAGS = HookPoint("register_right_tags", RightTags)
POINTS = (BENCHMARKS, BOARD_PROPOSALS, RIGHT_TAGS)


def benchmarks() -> list[Benchmarks]:
    """The vocabularies that plugins contribute."""
    return collect(BENCHMARKS)


def other_proposals(user: Any, round_: Any) -> list[OtherProposal]:
    """What other apps propose beside the comments of a round."""
    return [one for source in collect(BOARD_PROPOSALS) for one in source.beside(user, round_)]


def right_tags(user: Any) -> list[QuerySet[Any]]:
    """The tags of comments that the reader may know, one query set for each app that has some."""
    return [rows for source in collect(RIGHT_TAGS) if (rows := source.known_to(user)) is not None]


def tag_panels(request: HttpRequest, comment: Any) -> list[str]:
    """The sections of other apps on the page of a comment."""
    return [panel for source in collect(RIGHT_TAGS) if (panel := source.panel(request, comment))]
