"""Collects from the apps the tasks of a person."""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from typing import Protocol

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from portal.users.models import User


class Task(Protocol):
    """A task of one person. Each app returns frozen dataclasses of this shape."""

    @property
    def title(self) -> str:
        """What to do, in the reader's language."""

    @property
    def url(self) -> str:
        """Where to do it."""

    @property
    def about(self) -> str:
        """The act or amendment that it belongs to; "" if none."""

    @property
    def deadline(self) -> datetime | None:
        """Until when; None without a limit."""

    @property
    def count(self) -> int | None:
        """How many items there are to do, if they are counted."""


TaskQuery = Callable[[User, datetime], list[Task]]


def tasks_for(user: User, now: datetime) -> list[Task]:
    """Ask every app that has `queries/waiting.py`. The nearest deadline comes first, tasks without one last."""
    found = [task for ask in _queries() for task in ask(user, now)]
    return sorted(found, key=lambda task: (task.deadline is None, task.deadline or now))


def _queries() -> list[TaskQuery]:
    named = []
    for app in apps.get_app_configs():
        if not app.module or not module_has_submodule(app.module, "queries"):
            continue
        queries = import_module(f"{app.name}.queries")
        if module_has_submodule(queries, "waiting"):
            named.append(import_module(f"{app.name}.queries.waiting").tasks_for)
    return named
