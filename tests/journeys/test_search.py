"""The search page in each of its states: accessible, and nothing of it cut off."""

import pytest

from tests.journeys.hands import Keys

pytestmark = pytest.mark.journey

STATES = {
    "nothing typed": "",
    "nothing found": "q=zzzz",
    "a slip": "q=residense+permitt",
    "a facet chosen": "q=list&kind=answer&right=A01",
    "by act, on a day": "q=permit&by=act&on=2020-01-01",
    "newest first": "q=permit&sort=newest",
    "no word": "q=-permit",
    "too long": "q=" + "remedy+fee+border+visa+passport+child+family+residence+card+permit+" * 20,
}


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (390, "ru"), (390, "az")])
def test_every_state_is_accessible(come, width, language):
    person = come("ngo_legal", width=width, language=language)
    alike = person.go("/search/?q=permit").page.locator(".card-like a").first.get_attribute("href")
    for state, query in {**STATES, "alike": alike.partition("?")[2]}.items():
        person.go(f"/search/?{query}").checks_access()
        for tab in person.page.locator(".search-tabs a").all():
            box = tab.bounding_box()
            assert box, state
            assert box["x"] >= 0, state
            assert box["x"] + box["width"] <= width, f"{state}: {tab.inner_text()} is cut off"


def test_a_search_is_narrowed_and_saved_with_keys_alone(come):
    author = come("ngo_legal", Keys())
    author.go("/search/").fill("q", "list")
    with author.page.expect_navigation():
        author.page.keyboard.press("Enter")
    author.follow("Comments").follow("Equality before the law").sees("remove").checks_access()
    assert "right=A01" in author.page.url
    author.hands.activate(author.page.get_by_role("link", name="Skip to the results"))
    assert author.page.evaluate("document.activeElement.id") == "results"
    author.opens("details.search-save").press("Save", within=author.page.locator(".search-save"))
    author.sees("list · Equality before the law and general non-discrimination").checks_access()


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_a_search_is_opened_behind_the_prefix_of_a_language(come, language):
    public = come("", language="en").go(f"/{language}/search/?q=permit")
    assert public.page.url.endswith("/search/?q=permit")
    assert public.page.locator("html").get_attribute("lang") == language
