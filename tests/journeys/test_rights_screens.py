"""The four screens that the pictures of the office draw, in the languages of the country, on a wide and on a narrow screen."""

import pytest

from tests.journeys.hands import Keys, Mouse

pytestmark = pytest.mark.journey
FOCUSED = "document.activeElement.href || ''"
PLACE = (
    """[document.activeElement.closest("tr").rowIndex, document.activeElement.closest("td, th").cellIndex]"""
)
IS_IN_SIGHT = """() => {
  const cell = document.querySelector("table[data-cells] a[aria-current]").getBoundingClientRect();
  const frame = document.querySelector(".conformity-wrap").getBoundingClientRect();
  return cell.left >= frame.left && cell.right <= frame.right;
}"""
NAMES = """[...document.querySelectorAll("table[data-cells] tbody td a")].map((link) => link.textContent.trim())"""


def addresses(person):
    """The desk, an issue on it, the hub of its provision, and the table of conformity of the act."""
    person.go("/rights/")
    issue = person.page.locator(".issue-list th a").first.get_attribute("href")
    table = person.page.locator("main a[href*='/rights/conformity/']").first.get_attribute("href")
    hub = person.go(issue).page.locator(".issue-head a[href*='/id/provision/']").first.get_attribute("href")
    return {"desk": "/", "issue": issue, "hub": hub, "conformity": table}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["az", "ru"])
def test_the_drawn_screens_are_accessible_in_each_language_and_width(come, language, width):
    analyst = come("ombud1", Mouse(), width=width, language=language)
    found = addresses(analyst)
    for name, path in {**found, "desk": f"/{language}/"}.items():
        analyst.go(path).checks_access()
        assert analyst.page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert analyst.page.locator("html").get_attribute("lang") == language
    analyst.go(found["conformity"])
    is_table_shown = analyst.page.locator("table[data-cells]").is_visible()
    assert is_table_shown != analyst.page.locator(".conformity-attention").is_visible()
    assert is_table_shown == (width == 1280)


def test_the_cells_are_moved_through_by_arrow_keys_and_opened(come):
    analyst = come("ombud1", Keys())
    page = analyst.go(addresses(analyst)["conformity"]).page
    assert all(page.evaluate(NAMES))  # a screen reader says the value of each cell in words
    assert (
        page.locator("table[data-cells] tbody tr > th[scope=row]").count()
        == page.locator("table[data-cells] tbody tr").count()
    )
    assert page.locator("table[data-cells] thead th:not([scope])").count() == 0
    first = page.locator("table[data-cells] tbody td a").first
    first.focus()
    row, column = page.evaluate(PLACE)
    page.keyboard.press("ArrowLeft")  # to the name of the row
    assert page.evaluate(PLACE) == [row, 0]
    page.keyboard.press("ArrowRight")
    assert page.evaluate(PLACE) == [row, column]
    page.keyboard.press("ArrowDown")
    below = page.evaluate(PLACE)
    assert (below[0] >= row, below[1]) == (True, column)
    link = page.evaluate(FOCUSED)
    assert "cell=" in link
    analyst.press_enter()
    assert page.locator("#cell").is_visible()
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(page.locator("table[data-cells] tbody tr td:last-child a").first.evaluate("link => link.href"))
    page.reload()
    assert page.evaluate(IS_IN_SIGHT)
    analyst.checks_access()


def test_on_a_phone_a_cell_that_needs_attention_opens(come):
    analyst = come("ombud1", Mouse(), width=390)
    page = analyst.go(addresses(analyst)["conformity"]).page
    page.locator(".conformity-attention li a").first.click()
    page.wait_for_load_state()
    assert page.locator("#cell").is_visible()
    analyst.checks_access()
