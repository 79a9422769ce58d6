"""System checks of this app."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core import checks

from amendments.checks import unread
from consultations.hooks import POINTS, benchmarks
from consultations.rules.benchmarks import faults


def hooks_are_known(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Report a misspelt `register_benchmarks`."""
    return unread(("register_benchmark",), POINTS, "consultations.W001")


def benchmarks_are_whole(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Report what is wrong in the vocabularies of the plugins: none of them could be loaded."""
    return [
        checks.Error(f"The vocabularies cannot be loaded: {fault}.", id="consultations.E001")
        for fault in faults(benchmarks())
    ]


def register_checks() -> None:
    """Called once when the app is ready."""
    checks.register(hooks_are_known)
    checks.register(benchmarks_are_whole)
