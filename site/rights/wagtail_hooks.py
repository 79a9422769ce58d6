"""Registers what this app adds. Nothing of it stands in Wagtail's admin."""

from typing import Any

from wagtail import hooks

from amendments.renderers.exporter import Exporter
from rights.board_recommendations import RecommendationsOnBoard
from rights.exporters import OURS
from rights.log_actions import ACTIONS
from rights.my_work import RightsWork
from rights.opinion_letters import RemindReplies
from rights.panels import (
    ConcordanceOfAct,
    ConcordanceOnProvision,
    IssuesOnProvision,
    OpinionsOnAct,
    OpinionsOnAmendment,
    RightsOnProvision,
)
from rights.personal_data import OwnRightsWork
from rights.sealed_opinions import recorded_of_rights, sealed_of_rights
from rights.tags_of_comments import TagsOfComments
from rights.taken_recommendations import RecommendationSources


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Register the names of our actions."""
    for name, label in ACTIONS.items():
        actions.register_action(name, label, label)


@hooks.register("register_work")
def work() -> RightsWork:
    return RightsWork()


@hooks.register("register_personal_data")
def personal_data() -> OwnRightsWork:
    """What the person wrote."""
    return OwnRightsWork()


@hooks.register("register_provision_panels")
def provision_panels() -> list[object]:
    return [IssuesOnProvision(), RightsOnProvision(), ConcordanceOnProvision()]


@hooks.register("register_amendment_panels")
def amendment_panels() -> OpinionsOnAmendment:
    return OpinionsOnAmendment()


@hooks.register("register_act_panels")
def act_panels() -> list[object]:
    return [OpinionsOnAct(), ConcordanceOfAct()]


@hooks.register("register_exporters")
def exporters() -> tuple[Exporter, ...]:
    """The formats in which the concordance leaves the site."""
    return OURS


@hooks.register("register_sealed_tables")
def sealed_tables() -> object:
    """The database keeps issued opinions."""
    return sealed_of_rights()


@hooks.register("register_recorded_kinds")
def recorded_kinds() -> object:
    """Issued opinions are links of the chain."""
    return recorded_of_rights()


@hooks.register("register_board_proposals")
def board_proposals() -> RecommendationsOnBoard:
    """Recommendations stand on the board beside the proposals of others."""
    return RecommendationsOnBoard()


@hooks.register("register_right_tags")
def right_tags() -> TagsOfComments:
    """The office tags comments of others."""
    return TagsOfComments()


@hooks.register("register_instruction_sources")
def instruction_sources() -> RecommendationSources:
    """An instruction names the recommendation that it came from."""
    return RecommendationSources()


@hooks.register("register_periodic_jobs")
def periodic_jobs() -> RemindReplies:
    return RemindReplies()
