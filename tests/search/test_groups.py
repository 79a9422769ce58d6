"""Wordings of one provision are one hit: which of them is shown."""

import pytest

from tests.search.asking import found, search

pytestmark = pytest.mark.django_db


def test_wordings_of_one_provision_are_one_hit_and_the_current_one_is_shown(notebook):
    notebook.add("permit permit permit", id="old", group="p", is_current=False)
    notebook.add("a permit among many other words", id="now", group="p")
    notebook.add("a fee of old", id="older", group="p", is_current=False)
    notebook.index()
    assert found("permit") == ["now"]
    assert search("permit", None).total == 1
    assert found("fee") == ["older"]


def test_what_is_adopted_speaks_for_a_provision_before_a_draft_that_says_more(notebook):
    notebook.statuses = {"coming": "Adopted", "draft": "Draft"}
    notebook.add("permit permit permit", id="draft", group="p", status="draft", is_current=False)
    notebook.add("a permit among other words", id="coming", group="p", status="coming", is_current=False)
    notebook.add("a fee", id="now", group="p")
    notebook.add("a fine and a permit", id="other draft", group="p", status="draft", is_current=False)
    notebook.index()
    assert found("permit") == ["coming"]
    assert found("fee") == ["now"]
    assert found("fine") == ["other draft"]
