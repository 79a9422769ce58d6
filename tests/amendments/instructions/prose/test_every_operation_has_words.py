"""Every kind of operation on every kind of provision has a sentence in each language that holds all of its new words."""

import pytest

from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.quoted_rows import BRINGS
from amendments.instructions.wording import Mood
from azerbaijan.wordings import Azerbaijani

WORDINGS = [Azerbaijani(), English(), Russian()]
# A provision of each kind with what may lie under it.
PROVISIONS = {
    "12-1": ("12-1(1)", "12-1(1)(a)", "12-1(2)", "12-1(a)", "12-1.1", "12-1.1.1", "12-1 note", "12-1 row 1"),
    "12.3": ("12.3.1", "12.3(1)", "12.3(a)", "12.3(a)(1)", "12.3 row 2"),
    "4(3)": ("4(3)(1)", "4(3)(a)", "4(3)(1)(a)", "4(3) row 1"),
    "4(3)(a)": ("4(3)(a)(1)",),
    "45 note": ("45 note point 1", "45 note point 2"),
    "annex note": ("annex note point 1",),
    "chapter 3": ("30-1", "30-1(1)", "30-1.1"),
    "section 2": ("chapter 4", "40"),
    "division 2": ("41", "41(1)"),
    "annex 2": ("annex 2 article 1", "annex 2(1)", "annex 2(1)(a)", "annex 2 row 1"),
    "annex 2 article 7": ("annex 2 article 7(1)",),
    "annex 2 row 3": (),
    "4(1) table 2": ("4(1) table 2 row 1",),
    "4(1) table 2 row 7": (),
}
ORDERS = {
    Op.REPLACE_WORDS: {"old": "boat", "new": "ship"},
    Op.REPLACE_NUMBER: {"old": "5", "new": "77"},
    Op.INSERT_AFTER: {"anchor": "boat", "new": "or raft"},
    Op.INSERT_BEFORE: {"anchor": "boat", "new": "small"},
    Op.DELETE_WORDS: {"old": "boat"},
    Op.RESTATE: {"heading": "Rafts", "new": "A raft:"},
    Op.RESTATE_HEADING: {"new": "Rafts"},
    Op.RESTATE_SENTENCE: {"level": "sentence:1", "new": "A raft."},
    Op.ADD_SENTENCE: {"level": "sentence:2", "new": "A raft."},
    Op.INSERT_ELEMENT: {"heading": "Rafts", "new": "A raft:"},
    Op.APPEND_ELEMENT: {"heading": "Rafts", "new": "A raft:"},
    Op.REPEAL: {},
    Op.GLOBAL_REPLACE: {"old": "boat", "new": "ship"},
    Op.COMMENCEMENT: {"target": "*", "new": "This Law enters into force on 1 May 2027."},
}


def words_of(operation):
    brought = [words for child in operation.children for words in (child.heading, child.text)]
    return [words for words in (operation.heading, operation.new, *brought) if words]


def missing(wording, operation):
    said = wording.word(operation, Mood.IMPERATIVE)
    return [words for words in words_of(operation) if words not in said]


@pytest.mark.parametrize("wording", WORDINGS, ids=["az", "en", "ru"])
@pytest.mark.parametrize("target", PROVISIONS)
@pytest.mark.parametrize("op", [op for op in Op if op is not Op.RENUMBER_AND_ADD])
def test_its_words_are_all_said(op, target, wording):
    operation = Operation(op, **{"target": target, **ORDERS[op]})
    below = [NewElement(number, text=f"words of {number};") for number in PROVISIONS[target]]
    lists = [(), *((each,) for each in below), tuple(below)] if op in BRINGS else [()]
    for children in lists:
        whole = Operation(op, **{"target": target, **ORDERS[op], "children": children})
        assert missing(wording, whole) == []
    if op not in BRINGS and op is not Op.COMMENCEMENT:
        assert operation.new in wording.word(operation, Mood.IMPERATIVE)


@pytest.mark.parametrize("wording", WORDINGS, ids=["az", "en", "ru"])
@pytest.mark.parametrize("target", ["12", "12.3", "4(3)"])
def test_what_is_added_behind_a_redesignated_provision_is_all_said(target, wording):
    joint = ".{}" if "(" not in target else "({})"
    first, second, third = (f"{target}{joint.format(n)}" for n in (1, 2, 3))
    added = (NewElement(first), NewElement(second, text="two"), NewElement(third, text="three"))
    assert missing(wording, Operation(Op.RENUMBER_AND_ADD, target, children=added)) == []


@pytest.mark.parametrize("wording", WORDINGS, ids=["az", "en", "ru"])
def test_several_new_articles_are_named_without_what_lies_in_them(wording):
    children = tuple(
        NewElement(number, text=f"{number};") for number in ("7-1(1)", "7-2", "7-2(a)", "7-2 note")
    )
    operation = Operation(Op.INSERT_ELEMENT, "7-1", new="Words:", children=children)
    order = wording.word(operation, Mood.IMPERATIVE).split("\n")[0]
    assert "7-1" in order
    assert "7-2" in order
    assert not set("(“") & set(order)
