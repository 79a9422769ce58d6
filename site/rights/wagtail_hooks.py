"""Registers what this app adds. Nothing of it stands in Wagtail's admin."""

from typing import Any

from wagtail import hooks

from rights.log_actions import ACTIONS
from rights.my_work import RightsWork
from rights.panels import IssuesOnProvision


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Register the names of our actions."""
    for name, label in ACTIONS.items():
        actions.register_action(name, label, label)


@hooks.register("register_work")
def work() -> RightsWork:
    return RightsWork()


@hooks.register("register_provision_panels")
def provision_panels() -> IssuesOnProvision:
    return IssuesOnProvision()
