"""Tasks are collected from every app that has some."""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest

from portal.home import tasks

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Given:
    title: str
    url: str
    about: str
    deadline: datetime | None
    count: int | None


def test_the_nearest_deadline_comes_first_and_tasks_without_one_last(monkeypatch):
    soon, later, never = (
        Given(name, "/", "", deadline, None)
        for name, deadline in [
            ("soon", NOW + timedelta(days=1)),
            ("later", NOW + timedelta(days=9)),
            ("never", None),
        ]
    )
    monkeypatch.setattr(
        tasks, "_queries", lambda: [lambda user, now: [never, later], lambda user, now: [soon]]
    )
    assert tasks.tasks_for(None, NOW) == [soon, later, never]


def test_an_app_is_asked_by_the_module_it_has(monkeypatch, tmp_path):
    package = tmp_path / "strange_app" / "queries"
    package.mkdir(parents=True)
    (tmp_path / "strange_app" / "__init__.py").write_text("")
    (package / "__init__.py").write_text("")
    (package / "waiting.py").write_text("def tasks_for(user, now):\n    return []\n")
    monkeypatch.syspath_prepend(tmp_path)
    module = __import__("strange_app")
    app = ModuleType("config")
    app.name, app.module = "strange_app", module
    monkeypatch.setattr(tasks.apps, "get_app_configs", lambda: [app])
    (query,) = tasks._queries()
    assert query.__module__ == "strange_app.queries.waiting"
    for name in [name for name in sys.modules if name.startswith("strange_app")]:
        del sys.modules[name]


@pytest.mark.django_db
def test_the_home_page_shows_a_task_with_its_deadline(signed_in, monkeypatch):
    task = Given("Sign off the draft", "/en/x/", "Law on Ferries", NOW + timedelta(days=9000), 3)
    monkeypatch.setattr(tasks, "_queries", lambda: [lambda user, now: [task]])
    page = signed_in().get("/en/").content.decode()
    assert "Sign off the draft" in page
    assert "until" in page


def test_our_own_apps_are_asked():
    assert {query.__module__ for query in tasks._queries()} >= {
        "amendments.queries.waiting",
        "consultations.queries.waiting",
    }
