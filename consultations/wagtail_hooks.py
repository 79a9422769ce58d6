"""What this app adds to Wagtail. It only registers."""

from typing import Any

from wagtail import hooks

from consultations.audiences import InCommittee, Invited
from consultations.log import ACTIONS
from consultations.panels import CommentsBesideProvisions, RoundsOfAmendment


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """The words of our steps in the site history."""
    for name, label in ACTIONS.items():
        actions.register_action(name, label, label)


@hooks.register("register_audiences")
def audiences() -> list[object]:
    """Who belongs to "invited" and to "committee"."""
    return [Invited(), InCommittee()]


@hooks.register("register_provision_panels")
def provision_panels() -> CommentsBesideProvisions:
    """Comments beside the provisions."""
    return CommentsBesideProvisions()


@hooks.register("register_amendment_panels")
def amendment_panels() -> RoundsOfAmendment:
    """Rounds on the page of an amendment."""
    return RoundsOfAmendment()
