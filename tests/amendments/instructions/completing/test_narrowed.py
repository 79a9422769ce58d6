"""A restatement names what it words, so that the act takes away nothing that stays in the text."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.drafting_checks import doubts
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, from_json
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood
from amendments.provisions.english_scheme import ENGLISH
from azerbaijan.wordings import Azerbaijani

ACT = ENGLISH.parse(
    "CHAPTER 1. BOATS\n\nArticle 1. Fees\n\n1. A boat pays:\n(a) in May;\n(b) in June.\n2. A raft does not.\n\n"
    "Article 2. Rafts\n\nA raft is free.\nIt bears a sign.\n\nArticle 3. Nets\n\n3.1. A net:\nof any kind:\n3.1.1. is fine;\n"
    "3.1.2. is long.\n"
).tree


def typed(**data):
    return completed(ACT, from_json(data), ENGLISH)


@pytest.mark.parametrize(
    ("data", "level"),
    [
        ({"target": "1(1)", "new": "Each boat pays:"}, "paragraph:1"),
        ({"target": "1(1)", "new": "1. Each boat pays:"}, "paragraph:1"),
        ({"target": "1(1)", "new": "Each boat pays:", "level": "text"}, "paragraph:1"),
        ({"target": "1(1)", "new": "Each boat pays.\nIt does so"}, "paragraph:1"),
        ({"target": "1(1)", "new": "Each:", "children": [{"number": "1(1)(a)", "text": "x"}]}, ""),
        ({"target": "1(1)", "new": "Each:\n(a) in May."}, ""),
        ({"target": "1(2)", "new": "A raft pays."}, ""),
        ({"target": "1", "new": "All pay:"}, ""),
        ({"target": "2", "new": "A raft pays."}, "text"),
        ({"target": "2", "new": "A raft pays.", "heading": "Rafts"}, ""),
        ({"target": "3.1", "new": "Any net:"}, ""),
    ],
)
def test_words_before_points_that_stay_are_restated_alone(data, level):
    operation = typed(op="restate", **data)
    assert (operation.op, operation.level) == (Op.RESTATE, level)


@pytest.mark.parametrize("target", ["chapter 1", "1", "2"])
def test_a_heading_is_restated_alone(target):
    operation = typed(op="restate", target=target, heading="Ships")
    assert (operation.op, operation.new, operation.heading) == (Op.RESTATE_HEADING, "Ships", "")
    whole = from_json({"op": "restate", "target": target, "heading": "Ships"})
    assert execute(ACT, [operation], ENGLISH) == execute(ACT, [whole], ENGLISH)


@pytest.mark.parametrize("wording", [Azerbaijani(), English(), Russian()])
@pytest.mark.parametrize(("target", "new"), [("1(1)", "Each boat pays:"), ("2", "A raft pays.\nIt is long.")])
def test_the_act_reads_back_to_what_is_carried_out(wording, target, new):
    data = {"op": "restate", "target": target, "new": new}
    operation = typed(**data)
    (read,) = wording.parse(wording.word(operation, Mood.IMPERATIVE))
    assert (read.target, read.level, read.new, read.children) == (
        target,
        operation.level,
        operation.new,
        operation.children,
    )
    assert execute(ACT, [read], ENGLISH) == execute(ACT, [operation], ENGLISH)
    assert not list(doubts(ACT, operation))


def test_nothing_else_goes():
    operation = typed(op="restate", target="1(1)", new="Each boat pays:")
    after = execute(ACT, [operation], ENGLISH)
    assert after == execute(
        ACT, [from_json({"op": "restate", "target": "1(1)", "new": "Each boat pays:"})], ENGLISH
    )
    assert [element.text for element in after if element.number in ("a", "b")] == ["in May;", "in June."]


def test_several_paragraphs_before_points_that_stay_are_doubted():
    assert len(list(doubts(ACT, typed(op="restate", target="3.1", new="Any net:")))) == 1


def test_points_of_a_paragraph_are_refused_where_those_of_its_article_bear_the_same_letters():
    """Both are cited as Article 1(a): new ones would stand among those of the article."""
    text = (
        "Article 1. Fees\n\nA boat pays:\n(a) in May;\n(b) in June.\nA raft pays:\n(a) in July;\n(b) never.\n"
    )
    act = ENGLISH.parse(text).tree
    given = {"op": "restate", "target": "art_1__p_1", "new": "A raft pays:\n(a) never;\n(c) in May."}
    with pytest.raises(Refused, match="cannot bring it under"):
        completed(act, from_json(given), ENGLISH)


def test_rows_that_stay_below_the_words_of_a_table_are_doubted():
    act = ENGLISH.parse("Article 4. Rates\n\n4.1. Rates:\nNo\tKind\n4.1.1\tboats\n4.1.2\trafts\n").tree
    operation = from_json({"op": "restate", "target": "4.1 table 1", "new": "No\tThing"})
    assert completed(act, operation, ENGLISH) == operation
    assert len(list(doubts(act, operation))) == 1
