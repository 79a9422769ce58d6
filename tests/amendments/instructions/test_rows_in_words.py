"""Rows of tables in official words: named as a drafter names them, and never by an identifier of a program."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from amendments.instructions import wordings
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.designations import is_eid
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import Mood
from amendments.models import Instruction
from amendments.provisions import schemes
from amendments.queries.drafting import marked_files
from amendments.queries.drafting.amending_acts import _in_words
from amendments.views.cms.frame import gist
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS
from tests.tables_of_strangers import act_with_table

ARTICLES = {"az": "Maddə {}.", "en": "Article {}.", "ru": "Статья {}."}
ROW = "art_2__para_1__table_1__tr_1"
OPERATIONS = {
    Op.REPLACE_WORDS: {"old": "boat", "new": "ship"},
    Op.REPLACE_NUMBER: {"old": "5", "new": "7"},
    Op.INSERT_AFTER: {"anchor": "boat", "new": "or raft"},
    Op.INSERT_BEFORE: {"anchor": "boat", "new": "small"},
    Op.DELETE_WORDS: {"old": "boat"},
    Op.RESTATE: {"new": "Raft\t1"},
    Op.RESTATE_HEADING: {"new": "Raft"},
    Op.RESTATE_SENTENCE: {"level": "sentence:1", "new": "Raft."},
    Op.ADD_SENTENCE: {"level": "sentence:2", "new": "Raft."},
    Op.REPEAL: {},
    Op.INSERT_ELEMENT: {"target": "2 row 4", "new": "Raft\t1"},
}


def tree_of(language):
    country = "az" if language == "az" else ""
    scheme = schemes.find([*schemes.DEFAULTS, *SCHEMES], country, language)
    return scheme.parse(act_with_table(ARTICLES[language])).tree


def wording_of(language):
    return wordings.find([*wordings.DEFAULTS, *WORDINGS], "az" if language == "az" else "", language)


@pytest.mark.parametrize(
    ("language", "row", "ferry", "motor_boat"),
    [
        (
            "en",
            "in row 1 of Article 2.1, the word “boat” ",
            "in row 3 of Article 2, the word “boat” ",
            "in the second row 2.1 of Article 2, the word “boat” ",
        ),
        (
            "ru",
            "в строке 1 статьи 2.1 слово «boat» ",
            "в строке 3 статьи 2 слово «boat» ",
            "в строке 2.1 (второй по счёту) статьи 2 слово «boat» ",
        ),
        (
            "az",
            "2.1-ci maddənin 1-ci sətrində “boat” ",
            "2-ci maddənin 3-cü sətrində “boat” ",
            "2-ci maddənin ikinci 2.1-ci sətrində “boat” ",
        ),
    ],
)
def test_a_row_is_named_in_what_its_table_stands_in(language, row, ferry, motor_boat):
    """One whose number is printed twice is counted among those that print it."""
    tree = tree_of(language)
    rows = (ROW, row), ("art_2__tr_1_2__tr_3", ferry), ("art_2__tr_1_2", motor_boat)
    for eid, words in rows:
        operation = Operation(Op.REPLACE_WORDS, cite(tree, tree.by_eid[eid]), old="boat", new="ship")
        assert find(tree, operation.target).eid == eid
        said = wording_of(language).word(operation, Mood.IMPERATIVE)
        assert said.lower().startswith(words.lower())
        assert [each.target for each in wording_of(language).parse(said)] == [operation.target]


@pytest.mark.parametrize("language", ARTICLES)
def test_the_list_of_a_marked_file_names_such_a_row_with_its_words(language, monkeypatch):
    tree = tree_of(language)
    monkeypatch.setattr(marked_files, "citation_in_words", lambda act, tree, element: cite(tree, element))
    draft = SimpleNamespace(act=SimpleNamespace(instrument=None), tree=tree)
    assert marked_files._name(draft, tree.by_eid["art_2__tr_1_2"]) == "2.1 “Motor boat”"


def test_a_number_that_rows_share_is_no_name_and_the_refusal_says_how_to_write_it():
    with pytest.raises(Refused, match=r"names 2 provisions \(2 row 2.1:1, 2 row 2.1:2\)"):
        find(tree_of("en"), "2 row 2.1")


def test_a_number_that_rows_print_too_is_that_of_the_provision():
    assert find(tree_of("en"), "2.1").eid == "art_2__para_1"


@pytest.mark.parametrize("language", ARTICLES)
@pytest.mark.parametrize("op", OPERATIONS)
def test_no_operation_on_a_row_says_an_identifier(op, language):
    tree, wording = tree_of(language), wording_of(language)
    rows = [element for element in tree if element.kind in ("row", "table")]
    assert len({element.number for element in rows}) < len(rows) == 7
    for element in rows:
        target = cite(tree, element)
        operation = Operation(op, **{"target": target, **OPERATIONS[op]})
        if op is Op.INSERT_ELEMENT:
            operation = replace(operation, after=target)
        given = {"target": target, **OPERATIONS[op]}
        said = [_in_words(operation, language), gist(given), Instruction(op=op, operation=given).in_words]
        for mood in Mood:
            said.append(wording.word(operation, mood))
        assert not is_eid(target)
        assert not [words for words in said if "__" in words or element.eid in words]


@pytest.mark.parametrize("language", ARTICLES)
def test_a_quoted_row_begins_with_its_number_and_quoted_words_of_a_table_with_none(language):
    for target, words in (("2.1 row 1", "1. Raft"), ("2 row 2.1:2", "2.1. Raft"), ("2 table 2", "Raft")):
        said = wording_of(language).word(Operation(Op.RESTATE, target, new="Raft"), Mood.IMPERATIVE)
        assert said.rstrip(".").strip("”»").partition("“" if language != "ru" else "«")[2] == words
        (read,) = wording_of(language).parse(said)
        assert (f"{read.target} {read.level.replace(':', ' ')}".strip(), read.new) == (target, "Raft")
