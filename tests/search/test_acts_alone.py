"""The name of an act, with no number beside it."""

import pytest

from search.queries.told import notes
from search.query.cited import act_key
from tests.search.asking import found, search
from tests.search.test_cited import ACTS, acts  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["Migration Code", "Constitution", "Konstitusiya", "асилум"])
def test_the_name_of_an_act_alone_leads_to_the_act(acts, query):  # noqa: F811
    before = found(query)
    act = {"Migration Code": "713-IVQ", "асилум": ""}.get(query, "K")
    for number, title in (ACTS[0], ACTS[2], ("K", "Constitution of the Republic of Azerbaijan")):
        titled = {"instrument": number, "instrument_title": title}
        acts.add("", heading="Page", id=f"page {number}", cite=(act_key(number),), **titled)
    acts.index()
    assert found(query) == ([f"page {act}", *before] if act else before)
    assert notes(search(query).plan) == notes(search("nothing").plan) == []


def test_without_a_page_of_the_act_its_name_is_words(acts):  # noqa: F811
    assert found("Migration Code") == ["none"]
    plan = search("Migration Code").plan
    assert (plan.citations, plan.acts) == ((), ())
