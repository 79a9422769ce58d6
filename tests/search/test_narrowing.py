"""Filters that a reader types beside words."""

import pytest

from search.queries.told import notes
from search.query.plan import Misread
from tests.search.asking import found, search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["instrument:1", "in:none", "status:lost", "institution:secret", "year:1800"]
)
def test_a_filter_that_no_hit_fits_is_told_whatever_others_may_read(notebook, name):
    notebook.add("permit", instrument="27-L")
    notebook.add("permit", "org:7", institution="Secret Service")
    notebook.index()
    has_others = name.startswith(("in:", "instrument"))  # hits have other values
    for query in (name, f"permit {name}", f"{name} permit OR fee", f"nothing {name}"):
        told = search(query, None)
        why = Misread.UNFIT if has_others and not query.startswith("nothing") else Misread.LACKING
        assert (told.total, [one for one in told.plan.misread if one[1] == name]) == (0, [(why, name)])
    assert search("permit in:27-l kind:note", None).plan.misread == ()
    told = search(f"permit in:27-l {name}", None).plan.misread
    why = Misread.UNFIT if has_others else Misread.LACKING
    assert [one for one in told if one[1] != "in:27-l"] == [(why, name)]


@pytest.mark.parametrize("name", ["in:27-l", "in:none"])
def test_a_filter_is_not_said_to_be_unclear_where_the_words_find_nothing(notebook, name):
    notebook.add("permit", instrument="27-L")
    notebook.index()
    assert notes(search(f"nothing {name}", None).plan) == [f"No hit has “{name}”."]
    facet = {"instrument": "27-L"}
    assert notes(search("nothing", None, **facet).plan) == ["No hit has “instrument=27-L”."]
    assert notes(search("permit in:none", None).plan) == ["“in:none” was not understood, or no hit has it."]


@pytest.mark.parametrize("facet", ["instrument", "status", "institution", "right", "language", "year"])
def test_so_is_a_value_in_the_address(notebook, facet):
    notebook.add("permit", instrument="27-L")
    notebook.index()
    told = search("permit", None, **{facet: "zz"})
    why = Misread.UNFIT if facet in ("instrument", "language") else Misread.LACKING  # hits have others
    assert (told.total, told.plan.misread) == (0, ((why, f"{facet}=zz"),))
    assert search("permit", None, instrument="27-L").plan.misread == ()


def test_a_filter_is_typed_with_an_equals_sign_too(notebook):
    notebook.add("permit", id="ours", instrument="27-L")
    notebook.add("permit", id="other", instrument="3-L")
    notebook.index()
    assert found("permit in=27-l") == ["ours"]


def test_a_range_of_dates_that_ends_before_it_begins_is_told(client, notebook):
    notebook.add("permit")
    notebook.index()
    page = client.get("/search/", {"q": "permit", "since": "2024-05-01", "until": "2024-04-01"})
    assert "The range of dates is empty" in page.content.decode()
