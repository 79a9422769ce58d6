"""Contrast is measured for every look, however many texts look alike."""

import pytest

from tests.journeys.accessibility import violations

pytestmark = pytest.mark.journey
FINE = "<p>Words of the law</p>" * 9
FAINT = [
    "<p style='color: #bbb'>Faint</p>",
    "<div style='background: #777'><p>On grey</p></div>",
    "<div style='opacity: 0.3'><p>Half there</p></div>",
    "<p style='color: #888; font-size: 30px'>Large</p><p style='color: #888'>Small</p>",
    "<button disabled style='color: #bbb'>Off</button>" * 4 + "<button style='color: #bbb'>On</button>",
    "<p hidden style='color: #bbb'>Nowhere</p>" * 4 + "<p style='color: #bbb'>Here</p>",
    "<p style='color: #bbb'></p>" * 4 + "<p style='color: #bbb'>Not empty</p>",
]


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def written(page, body):
    page.set_content(f'<!doctype html><html lang="en"><title>A page</title><body style="color: #111">{body}')


@pytest.mark.parametrize("body", FAINT)
def test_one_faint_text_among_many_is_found(page, body):
    written(page, FINE + body + FINE)
    assert [(rule["id"], len(rule["nodes"])) for rule in violations(page)] == [("color-contrast", 1)]


def test_what_looks_alike_is_measured_three_times(page):
    written(page, FINE * 100)
    assert violations(page) == []
    assert page.locator("p[data-look]").count() == 3
