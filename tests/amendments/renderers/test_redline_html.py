"""HTML of a redline: safe, and readable without colour."""

import re
from html.parser import HTMLParser

from hypothesis import given

from amendments.provisions.english_scheme import ENGLISH
from amendments.redline.printed import compare_acts, compare_lines
from amendments.renderers.redline_html import as_html
from tests.amendments.redline.notation import TEXTS


class Tags(HTMLParser):
    """Collects tags and checks that they close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(TEXTS, TEXTS)
def test_tags_close_and_links_lead_somewhere(before: str, after: str) -> None:
    page = as_html(compare_lines(before, after), "az")
    page.encode("utf-8")
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert {f"#{place}" for place in tags.ids} == set(tags.links)


def test_a_move_links_its_two_places() -> None:
    lines = [
        "One line says something about the courts.\n",
        "Another is about duties of officials.\n",
        "And a third one about costs of trials.\n",
    ]
    page = as_html(compare_lines("".join(lines), "".join([*lines[1:], lines[0]])), "")
    assert '<a href="#change-3">Moved to here</a>' in page
    assert '<a href="#change-0">Moved from here</a>' in page


def test_control_characters_are_shown_as_pictures() -> None:
    assert "\u2400&lt;b&gt;\ufffd" in as_html(compare_lines("", "\x00<b>\ud800"), "en")


def test_rows_of_a_table_are_cells() -> None:
    text = "Annex 1\nFees\n| No. | Fee |\n|-----|-----|\n| 1 | 10 coins |\n| 2 | 5 coins |\n"
    page = as_html(compare_acts(text, text.replace("10", "12"), ENGLISH), "en")
    assert "<table><tr><td>No.</td><td>Fee</td></tr></table>" in page
    assert re.search(r"<tr><td>1</td><td><del>.*10.*</del><ins>.*12.*</ins> coins</td></tr>", page)
    assert "<table><tr><td>2</td><td>5 coins</td></tr></table>" in page
    assert "|" not in page
