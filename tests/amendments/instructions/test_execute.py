from dataclasses import replace

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.tree import Element, Kind, LiftedMark, Tree
from azerbaijan.schemes import SCHEMES
from tests.amendments.instructions.conftest import act, demo_drafts, texts

ACT = act(
    ("1", "Scope", ""),
    ("1.1", "The authority keeps data. The data are deleted after 10 days."),
    ("1.2", "This part is short;"),
    ("2", "Terms", "In this Law:"),
    ("2.1", "first – one;"),
    ("2.2", "second – two."),
)


def run(*operations, tree=ACT):
    return execute(tree, operations)


@pytest.mark.parametrize(("base", "operations", "result"), list(demo_drafts()))
def test_the_drafts_of_the_demonstration_come_out_word_for_word(base, operations, result):
    executed = execute(base, operations)
    assert [(e.number, e.heading, e.text, e.repealed) for e in executed] == [
        (p["num"], p["heading"], p["text"], p.get("repealed", False)) for p in result
    ]
    created = {key for operation in operations for key in operation.creates.values()}
    assert created == {e.key for e in executed} - {e.key for e in base}


@pytest.mark.parametrize(
    ("operation", "number", "text"),
    [
        (Operation(Op.REPLACE_WORDS, "1.2", old="short", new="brief"), "1.2", "This part is brief;"),
        (Operation(Op.REPLACE_NUMBER, "1.1", old="10", new="15"), "1.1", "…after 15 days."),
        (
            Operation(Op.INSERT_AFTER, "1.2", anchor="part", new=", as all,"),
            "1.2",
            "This part, as all, is short;",
        ),
        (Operation(Op.INSERT_BEFORE, "1.2", anchor="part", new="small"), "1.2", "This small part is short;"),
        (Operation(Op.DELETE_WORDS, "1.2", old="short"), "1.2", "This part is;"),
        (Operation(Op.DELETE_WORDS, "1.1", level="sentence:1"), "1.1", "The data are deleted after 10 days."),
        (Operation(Op.RESTATE, "1.2", new="Anew."), "1.2", "Anew."),
        (
            Operation(Op.RESTATE_SENTENCE, "1.1", level="sentence:1", new="It keeps none."),
            "1.1",
            "It keeps none. …",
        ),
        (Operation(Op.ADD_SENTENCE, "1.2", new="And more."), "1.2", "This part is short; And more."),
        (Operation(Op.ADD_SENTENCE, "1.1", level="sentence:1", new="First."), "1.1", "First. The authority…"),
        (
            Operation(Op.ADD_SENTENCE, "1.2", level="paragraph:2", new="Below."),
            "1.2",
            "This part is short;\nBelow.",
        ),
        (Operation(Op.REPEAL, "1.2"), "1.2", ""),
        (Operation(Op.REPEAL, "1.1", level="sentence:2"), "1.1", "The authority keeps data."),
        (Operation(Op.REPLACE_WORDS, "2", old="two", new="three"), "2.2", "second – three."),
    ],
)
def test_an_operation_changes_the_words_it_names(operation, number, text):
    given = texts(run(operation))[number]
    start, _, end = text.partition("…")
    assert given.startswith(start)
    assert given.endswith(end)
    assert "…" in text or given == text


def test_a_heading_is_restated_and_edited():
    changed = run(
        Operation(Op.RESTATE_HEADING, "1", level="heading", new="Field"),
        Operation(Op.REPLACE_WORDS, "2", level="heading", old="Terms", new="Definitions"),
    )
    assert [changed.by_key[key].heading for key in ("1", "2")] == ["Field", "Definitions"]


def test_words_are_replaced_in_several_targets_and_throughout():
    both = Operation(Op.REPLACE_WORDS, targets=("2.1", "2.2"), old="–", new="means")
    assert texts(run(both))["2.1"] == "first means one;"
    everywhere = Operation(Op.GLOBAL_REPLACE, "*", old="data", new="files", count=2)
    assert texts(run(everywhere))["1.1"] == "The authority keeps files. The files are deleted after 10 days."


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [
        ("first", "x a b w"),
        ("second", "w a b x"),
        ("both", "x a b x"),
        ("all", "x a b x"),
    ],
)
def test_a_qualifier_chooses_among_occurrences(qualifier, text):
    tree = act(("1", "w a b w"))
    operation = Operation(Op.REPLACE_WORDS, "1", old="w", new="x", qualifier=qualifier)
    assert texts(run(operation, tree=tree))["1"] == text


def test_a_new_article_stands_after_the_one_that_is_named():
    operation = Operation(
        Op.INSERT_ELEMENT,
        "1-1",
        heading="New",
        children=(NewElement("1-1.1", text="Words."),),
        after="1",
        creates={"1-1": "k1"},
    )
    executed = run(operation)
    assert [e.number for e in executed] == ["1", "1.1", "1.2", "1-1", "1-1.1", "2", "2.1", "2.2"]
    assert executed.by_key["k1"].kind is Kind.ARTICLE
    assert executed.elements[4].parent == "k1"


def test_a_new_part_without_a_neighbour_is_placed_by_its_number():
    assert [e.number for e in run(Operation(Op.INSERT_ELEMENT, "1.1-1", new="x"))][:4] == [
        "1",
        "1.1",
        "1.1-1",
        "1.2",
    ]


def test_keys_of_new_provisions_are_the_same_every_time():
    operation = Operation(Op.INSERT_ELEMENT, "1.3", new="x")
    assert run(operation) == run(operation)


def test_appending_to_a_list_turns_its_full_stop_into_a_semicolon():
    operation = Operation(Op.APPEND_ELEMENT, "2.3", new="third – three.", after="2.2")
    assert list(texts(run(operation)).values())[-2:] == ["second – two;", "third – three."]


def test_appending_after_a_semicolon_changes_nothing_before():
    assert (
        texts(run(Operation(Op.APPEND_ELEMENT, "1.3", new="x", after="1.2")))["1.2"] == "This part is short;"
    )


def test_repeal_keeps_the_number_of_a_provision_and_of_all_under_it():
    executed = run(Operation(Op.REPEAL, "2"))
    assert [(e.number, e.text, e.repealed) for e in executed][3:] == [
        ("2", "", True),
        ("2.1", "", True),
        ("2.2", "", True),
    ]


def test_restating_with_children_replaces_what_lies_under():
    operation = Operation(
        Op.RESTATE, "2", new="Here:", children=(NewElement("2.2", text="b;"), NewElement("2.3", text="c."))
    )
    executed = run(operation)
    assert texts(executed) | {"1.1": "", "1.2": ""} == {
        "1": "", "1.1": "", "1.2": "", "2": "Here:", "2.2": "b;", "2.3": "c."
    }  # fmt: skip
    assert "2.2" in executed.by_key


def test_several_provisions_are_restated_by_their_numbers():
    operation = Operation(
        Op.RESTATE,
        targets=("2.1", "2.2"),
        children=(NewElement("2.1", text="a;"), NewElement("2.2", text="b.")),
    )
    assert list(texts(run(operation)).values())[-2:] == ["a;", "b."]


def test_the_text_of_an_article_becomes_its_first_part():
    tree = act(("5", "Old", "Whole text."), ("6", "Next", "x"))
    operation = Operation(
        Op.RENUMBER_AND_ADD,
        "5",
        children=(NewElement("5.1"), NewElement("5.2", text="More.")),
        creates={"5.2": "k"},
    )
    executed = execute(tree, [operation])
    assert [(e.number, e.heading, e.text) for e in executed] == [
        ("5", "Old", ""),
        ("5.1", "", "Whole text."),
        ("5.2", "", "More."),
        ("6", "Next", "x"),
    ]
    assert execute(tree, [Operation(Op.RENUMBER_AND_ADD, "5", new="More.")]).elements[2].text == "More."


def test_a_provision_is_redesignated_with_what_lies_under_it():
    operation = Operation(
        Op.RENUMBER_AND_ADD, "2", children=(NewElement("3"), NewElement("2", "Again", "Words."))
    )
    executed = run(operation)
    assert [e.number for e in executed][3:] == ["2", "3", "3.1", "3.2"]
    assert executed.by_key["2.1"].number == "3.1"


def test_commencement_changes_no_wording():
    assert run(Operation(Op.COMMENCEMENT, "*", new="This Law enters into force tomorrow.")) == ACT


def test_footnote_marks_keep_their_place():
    mark = LiftedMark("3", "text", 8, " [3]")
    element = Element(
        "1", Kind.ARTICLE, "1", text="a wording here", marks=(mark, LiftedMark("4", "text", 14, " [4]"))
    )
    edited = execute(Tree((element,)), [Operation(Op.REPLACE_WORDS, "1", old="wording", new="text")])
    assert [m.offset for m in edited.elements[0].marks] == [6, 11]
    shortened = execute(Tree((element,)), [Operation(Op.DELETE_WORDS, "1", old="here")])
    assert [m.offset for m in shortened.elements[0].marks] == [8, 9]
    heading = replace(element, heading="a heading")
    edited = execute(
        Tree((heading,)), [Operation(Op.REPLACE_WORDS, "1", level="heading", old="heading", new="x")]
    )
    assert edited.elements[0].marks == element.marks
    restated = execute(Tree((element,)), [Operation(Op.RESTATE, "1", new="b")])
    assert [m.offset for m in restated.elements[0].marks] == [1, 1]


def test_targets_are_found_in_the_words_of_the_language_of_the_act():
    tree = Tree(
        (
            Element("c", Kind.CHAPTER, "1", "chp_1", "OLD"),
            Element("a", Kind.ARTICLE, "1", "art_1", "Ad", "mətn", "c"),
            Element("b", Kind.ARTICLE, "2", "art_2", "Ad", "mətn", "c"),
        )
    )
    (scheme,) = SCHEMES
    operations = [
        Operation(Op.RESTATE_HEADING, "1-ci fəsil", level="heading", new="NEW"),
        Operation(Op.REPLACE_WORDS, targets=("1-ci maddə", "2"), old="mətn", new="söz"),
        Operation(Op.COMMENCEMENT, "*", new="x"),
    ]
    executed = execute(tree, operations, scheme)
    assert (executed.by_key["c"].heading, executed.by_key["a"].text, executed.by_key["b"].text) == (
        "NEW",
        "söz",
        "söz",
    )
    with pytest.raises(Refused) as refusal:
        execute(tree, [Operation(Op.REPEAL, "9-cu maddə")], scheme)
    assert refusal.value.code == "missing_target"


def test_a_restatement_may_bring_a_heading_or_be_of_a_heading_alone():
    changed = run(
        Operation(Op.RESTATE, "2", heading="Words", new="Here:"),
        Operation(Op.RESTATE, "1", level="heading", new="Field"),
    )
    assert [(changed.by_key[key].heading, changed.by_key[key].text) for key in "21"] == [
        ("Words", "Here:"),
        ("Field", ""),
    ]
    only = run(Operation(Op.RESTATE, "2", heading="Words"))
    assert (only.by_key["2"].heading, only.by_key["2"].text) == ("Words", "In this Law:")


def test_a_redesignation_leaves_local_numbers_and_other_eids_alone():
    tree = Tree(
        (
            Element("a", Kind.ARTICLE, "1", "art_1", text="x"),
            Element("p", Kind.PART, "1", "art_1__para_1", text="y", parent="a"),
            Element("q", Kind.PART, "2", "odd", text="z", parent="a"),
        )
    )
    executed = execute(tree, [Operation(Op.RENUMBER_AND_ADD, "1", children=(NewElement("7"),))])
    assert [(e.key, e.number, e.eid) for e in executed] == [
        ("a", "7", "art_7"),
        ("p", "1", "art_7__para_1"),
        ("q", "2", "odd"),
    ]
