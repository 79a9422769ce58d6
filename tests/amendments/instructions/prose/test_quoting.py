import pytest

from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import NewElement
from amendments.instructions.prose import quoting

LABELS = {
    "article": "Article {}.",
    "chapter": "Chapter {}.",
    "section": "Section {}.",
    "division": "Division {}.",
    "annex": "Annex {}",
    "only annex": "Annex",
    "note": "Note:",
}


@pytest.mark.parametrize(
    ("elements", "announced", "text"),
    [
        ([NewElement("3.1", text="a\nb")], ["3.1"], "3.1. a\nb"),
        ([NewElement("3", "Head", "a"), NewElement("3.1", text="b")], ["3"], "Article 3. Head\na\n3.1. b"),
        ([NewElement("4(3)", text="a"), NewElement("4(4)", text="b")], ["4(3)", "4(4)"], "3. a\n4. b"),
        (
            [NewElement("chapter 2", "HEAD"), NewElement("9", "Head", "a"), NewElement("9.1", text="b")],
            ["chapter 2"],
            "Chapter 2. HEAD\nArticle 9. Head\na\n9.1. b",
        ),
        ([NewElement("45 note", text="a")], ["45 note"], "Note: a"),
        ([NewElement("45 note point 2", text="a")], ["45 note point 2"], "2. a"),
        (
            [NewElement("4(3)(a)", text="x"), NewElement("4(3)(b)", text="y")],
            ["4(3)(a)", "4(3)(b)"],
            "a) x\nb) y",
        ),
        ([NewElement("4(3)(2-1)", text="x")], ["4(3)(2-1)"], "2-1) x"),
        ([NewElement("11(g)", text="x")], ["11(g)"], "g) x"),
        ([NewElement("11(IV)", text="x")], ["11(IV)"], "IV. x"),
        ([NewElement("annex 2", "List", "a")], ["annex 2"], "Annex 2 List\na"),
        ([NewElement("title", text="On\nFerries")], ["title"], "On\nFerries"),
        ([NewElement("3.1", text="see\n3.2. which is quoted")], ["3.1"], "3.1. see\n3.2. which is quoted"),
    ],
)
def test_quoted_text_is_printed_and_read_back(elements, announced, text):
    assert quoting.printed(elements, LABELS) == text
    assert quoting.read(text, announced, LABELS) == elements


def test_a_label_on_a_line_of_its_own_is_read_back_with_the_heading_below_it():
    labels = {**LABELS, "chapter 2": "II fəsil\n"}
    elements = [NewElement("chapter 2", "Head"), NewElement("9", "Own", "a")]
    text = "II fəsil\nHead\nArticle 9. Own\na"
    assert quoting.printed(elements, labels) == text
    assert quoting.read(text, ["chapter 2"], labels) == elements


@pytest.mark.parametrize("text", ["Note. a", "Note: a"])
def test_a_label_may_be_followed_by_another_mark(text):
    assert quoting.read(text, ["45 note"], LABELS) == [NewElement("45 note", text="a")]


def test_a_heading_of_a_part_is_printed_above_its_text():
    assert quoting.printed([NewElement("3.1", "Head", "a")], LABELS) == "3.1. Head\na"


@pytest.mark.parametrize(
    ("text", "announced"), [("4.1. x", ["3.1"]), ("3.1. x", ["3.1", "3.2"]), ("x", ["3"])]
)
def test_a_text_that_is_not_what_was_announced_is_unread(text, announced):
    with pytest.raises(Unread):
        quoting.read(text, announced, LABELS)


@pytest.mark.parametrize(
    ("label", "said"),
    [("Annex {}", "Annex"), ("Schedule {}.", "Schedule"), ("Приложение № {}", "Приложение")],
)
def test_the_only_annex_has_the_label_of_numbered_ones_where_a_plugin_gives_none(label, said):
    labels = {**LABELS, "annex": label}
    del labels["only annex"]
    text = f"{said} List\na"
    assert quoting.printed([NewElement("annex", "List", "a")], labels) == text
    assert quoting.read(text, ["annex"], labels) == [NewElement("annex", "List", "a")]
