"""Pages that Word saved: code pages, lists, tables, what is not shown."""

import pytest

from amendments.importers import load_act
from amendments.importers.file_errors import UnsaidEncoding
from tests.amendments.renderers.word.documents import scheme_of

AZ = "Maddə 1. Ad və ünvan. Şəxs ğıöüç"
RU = "Статья 1. Общие положения – «закон»"
WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span "
    "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Ferries\r\nand boats.<o:p></o:p></p>"
)


def page(body, charset="utf-8"):
    meta = f"<meta http-equiv=Content-Type content='text/html; charset={charset}'>"
    return f"<html><head>{meta}<title>x</title><style>p {{}}</style></head><body>{body}</body></html>"


def read(data):
    return load_act("act.htm", data if isinstance(data, bytes) else data.encode())


@pytest.mark.parametrize(
    ("words", "charset", "codec"),
    [
        (RU, "windows-1251", "cp1251"),
        (RU, "koi8-r", None),
        (AZ, "windows-1254", "cp1254"),
        (AZ, "utf-8", "utf-8"),
        (AZ, "unicode", "utf-16"),  # the mark of the bytes says it
    ],
)
def test_old_code_pages_are_read_letter_for_letter(words, charset, codec):
    if codec is None:
        words, codec = "Статья 1. Общие положения", "koi8-r"
    data = page(f"<p>{words}</p>", charset).encode(codec, "xmlcharrefreplace")
    assert read(data).text == f"{words}\n"


@pytest.mark.parametrize(
    ("charset", "body"), [("windows-1251", b"\x98"), ("zip", b"x"), ("utf-8", b"\xff"), ("rot13", b"x")]
)
def test_a_code_page_that_is_not_kept_or_no_code_page_is_refused(charset, body):
    with pytest.raises(UnsaidEncoding, match="UTF-8"):
        read(page("<p>@</p>", charset).encode().replace(b"@", body))


@pytest.mark.parametrize(
    ("codec", "named"),
    [("utf-32", "utf-32"), ("utf-32-le", "utf-8"), ("utf-32-be", "utf-8"), ("utf-16-le", "utf-8")],
)
def test_letters_of_several_bytes_that_nothing_announces_are_refused(codec, named):
    """The mark of UTF-32 begins like that of UTF-16: each letter was read with signs that are none."""
    with pytest.raises(UnsaidEncoding, match=f"encoding {named}"):
        read("<p>Article 1. Names".encode(codec))


def test_lists_of_word_bring_their_numbers_and_those_of_pages_are_counted():
    listed = "<ol start=3 type=a><li>one<li>two<ul><li>deep</ul></ol>"
    assert read(page(WORD_LIST + listed)).text.splitlines() == [
        "1. Ferries and boats.",
        "c. one",
        "d. two",
        "- deep",
    ]


def test_tables_are_rows_and_headings_are_told():
    table = "<table><tr><td>a<p>b</p></td><td colspan=2>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>"
    imported = read(page(f"<h1>CHAPTER 1</h1>{table}<p>x<sup>2</sup><br>y</p>"))
    assert imported.text.splitlines() == ["CHAPTER 1", "a b\tc\t", "d\te\tf", "x²", "y"]
    assert imported.headings == ("CHAPTER 1",)


def test_what_is_not_shown_is_no_law_and_is_told():
    body = (
        "<p>Law<script>alert(1)</script><!-- no --></p><p style='display:none'>hidden</p>"
        "<p>a<del cite='mailto:A' datetime='2026'>b</del><ins cite='mailto:A' datetime='2026'>c</ins></p>"
        "<img src='http://example.invalid/x.png'><div style='mso-element:comment-list'>Why?</div>"
    )
    imported = read(page(body))
    assert imported.text.splitlines() == ["Law", "ac"]
    assert len(imported.notices) == 5


def test_words_that_a_page_strikes_through_are_kept_and_counted():
    body = "<p><s>One.</s> <strike>Two.</strike> <span style='text-decoration: line-through'>Three.</span> Four.</p>"
    imported = read(page(f"{body}<p style='text-decoration: underline'>Five.</p>"))
    assert imported.text.splitlines() == ["One. Two. Three. Four.", "Five."]
    told = "3 pieces of text that are struck through were kept: check whether they are in force."
    assert [str(notice) for notice in imported.notices] == [told]


def test_words_that_a_page_calls_deleted_are_left_out_also_without_a_moment():
    imported = read(page("<p>Fares are paid in <del>coins</del><ins>notes</ins>.</p>"))
    assert imported.text.splitlines() == ["Fares are paid in notes."]
    assert "Tracked changes: 1 deletion was left out." in [str(notice) for notice in imported.notices]
    assert imported.original.text.splitlines() == ["Fares are paid in coins."]
    assert [str(notice) for notice in imported.original.notices] == ["Tracked changes: 2 were rejected."]


def test_a_page_that_breaks_off_keeps_its_words():
    assert read("<table><tr><td>a</td><td>b").text == "a\tb\n"
    assert read("<p>a<p>b <b>c").text == "a\nb c\n"


def test_a_row_with_fewer_cells_is_a_row_of_its_table_also_where_it_begins_like_a_provision():
    rows = "<tr><td>1.</td><td>Adults</td><td>10</td></tr><tr><td>1.1</td><td>Children</td></tr>"
    page = f"<p>LAW</p><p>Article 1. Fees</p><table>{rows}<tr><td colspan=3>Section B. Goods</td></tr>"
    tree = (
        scheme_of("en")
        .parse(
            load_act("act.html", f"{page}<tr><td>2.</td><td>Sacks</td><td>5</td></tr></table>".encode()).text
        )
        .tree
    )
    assert {each.kind for each in tree if each.kind not in ("title", "article")} == {"table", "row"}


def test_rows_of_a_file_stay_rows_whatever_their_number_looks_like():
    rows = "".join(
        f"<tr><td>{number}<td>{words}"
        for number, words in (("1.", "Box"), ("2.", "Crate"), ("Article 5.", "Fine"), ("3.1.", "Bag"))
    )
    last = "<tr><td colspan=2>Section B. Goods<tr><td>Chapter 3."
    page = f"<p>LAW</p><p>Article 1. Fees</p><p>1. Fees are:</p><table>{rows}{last}</table><p>2. All.</p>"
    tree = scheme_of("en").parse(load_act("act.html", page.encode()).text).tree
    assert [each.number for each in tree if each.kind not in ("table", "row")] == ["", "1", "1", "2"]
    assert [(each.number, each.text) for each in tree if each.kind == "row"] == [
        ("1", "Box"),
        ("2", "Crate"),
        ("3.1", "Bag"),
    ]


def test_bars_keep_rows_rows_in_typed_text():
    text = "LAW\nArticle 1. Fees\n1. Fees are:\n| 1. | Box\n|Article 5.\tFine\n2. Fees are due.\n"
    tree = scheme_of("en").parse(text).tree
    found = [(each.kind, each.number, each.text) for each in tree][3:]
    assert found == [
        ("row", "1", "Box"),
        ("table", "", "|Article 5.\tFine"),
        ("part", "2", "Fees are due."),
    ]
