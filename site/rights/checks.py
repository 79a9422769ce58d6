"""System checks of this app."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks

from amendments import host_checks
from amendments.checks import unread
from amendments.hooks import collect
from rights.hooks import CUES, POINTS
from rights.suggesting.cues import CueError, read_cues


def hooks_are_known(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Report a misspelt `register_right_cues`."""
    return unread(("register_right_cue",), POINTS, "rights.W001")


def hooks_answer(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """What plugins register is of the right kind, and nothing is registered twice."""
    return host_checks.unfit_answers(POINTS, "rights.E001")


def cues_are_read(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Report a line of cues that cannot be read, because nothing is suggested in its language then."""
    if hooks_answer(app_configs):
        return []
    found: list[checks.CheckMessage] = []
    for path in (path for each in collect(CUES) for path in sorted(each.folder.glob("*.txt"))):
        try:
            read_cues(path.read_text(encoding="utf-8").splitlines())
        except CueError as fault:
            found.append(checks.Error(f"{path.name} of right cues: {fault}", id="rights.E002"))
    return found


def register_checks() -> None:
    for check in (hooks_are_known, hooks_answer, cues_are_read):
        checks.register(check)
