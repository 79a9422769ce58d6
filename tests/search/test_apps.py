"""A stranger's app adds its source by a module of its own."""

import sys
from pathlib import Path

import pytest
from django.apps import AppConfig, apps
from django.urls import reverse

from search import sources

pytestmark = pytest.mark.django_db


@pytest.fixture
def noticeboard(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "strangers"))
    for name in [name for name in sys.modules if name.startswith("noticeboard")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(apps.app_configs, "noticeboard", AppConfig.create("noticeboard"))
    apps.get_app_config("madda_search").ready()
    yield sys.modules["noticeboard.search_sources"]
    for name in [name for name in sys.modules if name.startswith("noticeboard")]:
        monkeypatch.delitem(sys.modules, name)


def test_the_source_is_discovered(noticeboard):
    assert list(sources.sources()) == ["notice"]


def test_its_rows_are_found_when_it_announces_them(noticeboard, client):
    noticeboard.NOTICES["7"] = "The board meets"
    noticeboard.changed.send(sender=None, kind="noticeboard.notice", ids=[7])
    page = client.get(reverse("search:search"), {"q": "meet"}).content.decode()
    assert "/board/7/" in page
    assert "Notices" in page


def test_its_own_check_has_the_last_word(noticeboard, client):
    noticeboard.NOTICES["7"] = "The board meets"
    noticeboard.changed.send(sender=None, kind="noticeboard.notice", ids=[7])
    noticeboard.NOTICES.clear()
    page = client.get(reverse("search:search"), {"q": "meet"}).content.decode()
    assert "/board/7/" not in page
    assert "About 0 results." in page
