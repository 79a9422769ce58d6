"""What the styles draw, on small pages: a bar that nobody sees and a button below its line are found here."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.journey
STYLES = Path(__file__).resolve().parents[2] / "amendments/static/madda/madda.css"


@pytest.fixture
def drawn(browser):
    """A page with these words in the styles of the site."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()

    def draw(body):
        page.set_content(f'<!doctype html><html lang="en"><title>A page</title><body>{body}')
        page.add_style_tag(path=STYLES)
        return page

    yield draw
    context.close()


def test_a_bar_beside_numbers_has_a_width(drawn):
    page = drawn(
        '<ul class="meta"><li>58 answered</li><li><progress max="60" value="58"></progress></li></ul>'
    )
    assert page.locator("progress").bounding_box()["width"] == 260


def test_a_discussion_is_closed_beside_its_heading(drawn):
    page = drawn(
        '<aside class="discussion is-open"><button class="discussion-close button is-quiet">Close</button>'
        '<div class="discussion-inner"><h2>On Article 5.2.3</h2></div></aside>'
    )
    button, heading = page.locator("button").bounding_box(), page.locator("h2").bounding_box()
    assert button["y"] <= heading["y"]


def test_a_long_title_in_a_list_takes_two_lines_until_the_keyboard_reaches_it(drawn):
    page = drawn(
        '<div class="work-list"><ul><li class="work-task"><div><h3 class="work-title">'
        f'<a href="#">{"Opinion on the Law " * 40}</a></h3></div></li></ul></div>'
    )
    title = page.locator("h3")
    assert title.bounding_box()["height"] == 40
    page.locator("a").focus()
    assert title.bounding_box()["height"] > 80


def test_the_search_gives_way_before_the_places_of_the_header_wrap(drawn):
    places = "".join(f'<li><a href="#{n}">Консультации</a></li>' for n in range(6))
    page = drawn(
        f'<header class="site-header"><div class="site-header-inner"><a class="wordmark">Madda</a>'
        f'<div class="site-menu"><nav class="site-nav"><ul>{places}</ul></nav>'
        '<form class="search-box"><input></form></div></div></header>'
    )
    page.set_viewport_size({"width": 1040, "height": 800})
    tops = {place.bounding_box()["y"] for place in page.locator(".site-nav a").all()}
    assert len(tops) == 1
    assert page.locator(".search-box").bounding_box()["width"] < 284
