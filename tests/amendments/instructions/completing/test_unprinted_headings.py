"""A heading typed for what the law prints without one is refused; what is kept is printed."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import from_json
from amendments.provisions.english_scheme import ENGLISH

ACT = "Article 1. Boats\n\n1. A boat pays:\n(a) in May;\n(b) in June.\n2. A raft does not.\n\nArticle 2. Fees\n\n2.1. They are low.\n"


def typed(**data):
    return completed(ENGLISH.parse(ACT).tree, from_json(data), ENGLISH)


@pytest.mark.parametrize(
    "data",
    [
        {"op": "insert_element", "target": "1(3)", "heading": "Ships", "new": "A ship pays."},
        {"op": "append_element", "target": "2.2", "heading": "Ships", "new": "A ship pays."},
        {"op": "insert_element", "target": "1(1)(c)", "heading": "Ships", "new": "in July."},
        {"op": "insert_element", "target": "2 note", "heading": "Ships", "new": "A ship is a boat."},
        {"op": "insert_element", "target": "3", "heading": "Ships",
         "children": [{"number": "3.1", "heading": "Large", "text": "They pay."}]},
        {"op": "restate", "target": "2.1", "heading": "Fees", "new": "They are high."},
        {"op": "restate_heading", "target": "2.1", "new": "Fees"},
    ],
)  # fmt: skip
def test_a_heading_that_the_law_does_not_print_is_refused(data):
    with pytest.raises(Refused) as refused:
        typed(**data)
    assert refused.value.code == "no_heading"
    assert "has no heading" in str(refused.value)


@pytest.mark.parametrize(
    "data",
    [
        {"op": "insert_element", "target": "3", "heading": "Ships", "children": [{"number": "3.1", "text": "They pay."}]},
        {"op": "insert_element", "target": "annex 1", "heading": "Ships", "new": "A ship pays."},
        {"op": "restate_heading", "target": "2", "new": "Ships"},
        {"op": "restate", "target": "1", "heading": "Ships", "new": "They pay."},
    ],
)  # fmt: skip
def test_the_heading_of_an_article_or_chapter_is_printed(data):
    assert "Ships" in ENGLISH.render(execute(ENGLISH.parse(ACT).tree, [typed(**data)], ENGLISH))


def test_what_cannot_be_carried_out_is_refused_where_it_is():
    assert typed(op="insert_element", target="9.1", heading="Ships", new="They pay.").heading == "Ships"


def test_a_form_without_a_field_for_a_heading_is_told_of_no_such_field():
    with pytest.raises(Refused, match=r"above them\. Restate its text instead\."):
        typed(op="restate_heading", target="1(2)", new="Fees")
