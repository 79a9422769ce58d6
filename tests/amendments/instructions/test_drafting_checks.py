from dataclasses import replace

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.drafting_checks import (
    doubts,
    doubts_of_entry,
    doubts_of_new,
    doubts_of_order,
    doubts_of_typing,
    worded_anew,
)
from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.losses.punctuation import uneven_ends
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import Azerbaijani
from tests.amendments.instructions.conftest import act

ACT = act(
    ("1", "Scope", ""),
    ("1.1", "The authority keeps the data for 10 days."),
    ("1.2", "Another part, with the data."),
    ("2", "Final", "The end."),
)
STAYS = (
    "What lies under 1 stays, but the act will say that all of 1 is restated. Write what lies under it too, "
    "or restate its heading and each paragraph by an instruction of its own."
)
JOINED = "“and with” would be joined to the word before it without a space."


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (Operation(Op.RESTATE, "1", new="x"), [STAYS]),
        (Operation(Op.RESTATE, "1", new="x", level="heading"), []),
        (Operation(Op.RESTATE, "1", new="x", children=(NewElement("1.1", text="y"),)), []),
        (Operation(Op.RESTATE, "1", level="text", new="x"), [STAYS]),
        (
            Operation(
                Op.RESTATE,
                targets=("2", "1"),
                children=(NewElement("2", text="x"), NewElement("1", text="y")),
            ),
            [STAYS],
        ),
        (Operation(Op.RESTATE, "2", new="x"), []),
        (Operation(Op.RESTATE, "9", new="x"), []),
        (Operation(Op.REPLACE_WORDS, "1.2", old=", with", new="and with"), [JOINED]),
        (Operation(Op.REPLACE_WORDS, "1.2", old=", with", new=" , and with"), []),
        (Operation(Op.REPLACE_WORDS, "1.2", old="with", new="and with"), []),
    ],
)
def test_what_is_perhaps_not_meant_is_said(operation, said):
    assert [str(doubt) for doubt in doubts(ACT, operation)] == said


@pytest.mark.parametrize(
    ("words", "wording", "day"),
    [
        ("31 February 2027", English(), "31 February 2027"),
        ("This Law enters into force on February 30, 2027.", English(), "February 30, 2027"),
        ("This Law enters into force in parts, the last on 31.04.2027.", None, "31.04.2027"),
        ("2027-13-01", None, "2027-13-01"),
        ("31 февраля 2027 года", English(), "31 февраля 2027 года"),
        ("31 fevral 2027", Azerbaijani(), "31 fevral 2027"),
        ("Bu Qanun 2027-ci il fevralın 31-dən qüvvəyə minir.", Azerbaijani(), "2027-ci il fevralın 31-dən"),
        ("29 February 2028", English(), ""),
        ("This Law enters into force on the day of its publication.", English(), ""),
    ],
)
def test_a_day_of_entry_that_no_calendar_has_is_said(words, wording, day):
    said = [f"No calendar has the day “{day}”. Correct the entry into force."] if day else []
    assert [str(doubt) for doubt in doubts_of_entry(words, {}, wording)] == said


def test_another_entry_into_force_of_the_amendment_is_said():
    others = {"a02": "This Law enters into force on 1 May 2027.", "a03": "2 May 2027"}
    (said,) = doubts_of_entry("1 May 2027", others, English())
    assert str(said).startswith("Instruction a03 says another entry into force")


LIST = "Article 3. Aims\nThe aims are:\n(a) light;\n(b) water;\n(c) order;\n(d) peace.\n"


def said_of_new(*operations):
    """What is doubted of the provisions that a list brings to a law with lettered points."""
    before = ENGLISH.parse(LIST).tree
    after = execute(before, operations, ENGLISH)
    return [str(each) for each in doubts_of_new(after, set(after.by_key) - set(before.by_key))]


@pytest.mark.parametrize(
    ("operations", "said"),
    [
        (
            [Operation(Op.INSERT_ELEMENT, "3(e)", new="saving.")],
            ["3(d) ends with “.”, the rest of its list with “;”."],
        ),
        (
            [
                Operation(Op.INSERT_ELEMENT, "3(e)", new="saving."),
                Operation(Op.REPLACE_WORDS, "3(d)", old=".", new=";"),
            ],
            [],
        ),
        ([Operation(Op.INSERT_ELEMENT, "3(b-1)", new="air;")], []),
        (
            [Operation(Op.INSERT_ELEMENT, "3(b-1)", new="air.")],
            ["3(b-1) ends with “.”, the rest of its list with “;”."],
        ),
        (
            [Operation(Op.INSERT_ELEMENT, "3(b-1)", new="f) air;")],
            [
                (
                    "The words of 3(b-1) begin with “f)”, which is not its number. Take it out, or name the provision "
                    "that is meant."
                )
            ],
        ),
        ([Operation(Op.REPLACE_WORDS, "3(a)", old="light;", new="light,")], []),
    ],
)
def test_new_points_end_as_their_list_does_and_begin_with_no_other_number(operations, said):
    assert said_of_new(*operations) == said


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        ("3(b)", "air.", ["3(b) ends with “.”, the rest of its list with “;”."]),
        ("3(b)", "air;", []),
        ("3(d)", "peace", ["3(d) ends without a full stop."]),
        ("3", "The aims were:", []),
        (
            "3(b)",
            "f) air;",
            [
                (
                    "The words of 3(b) begin with “f)”, which is not its number. Take it out, or name the provision "
                    "that is meant."
                )
            ],
        ),
    ],
)
def test_restated_points_end_as_their_list_does_and_begin_with_no_other_number(number, words, said):
    before = ENGLISH.parse(LIST).tree
    after = execute(before, [Operation(Op.RESTATE, number, new=words)], ENGLISH)
    keys = worded_anew(before, after, after.by_key)
    assert [str(each) for each in doubts_of_new(after, keys)] == said


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        ("3(a)", "light.", ["3(a) ends with “.”, the rest of its list with “;”."]),
        ("3(b)", "water;", ["3(b) ends without a full stop."]),
        ("3(a)", "lights;", []),
        ("3(b)", "waters.", []),
    ],
)
def test_a_restated_point_of_two_ends_as_the_law_ends_them(number, words, said):
    before = ENGLISH.parse("Article 3. Aims\nThe aims are:\n(a) light;\n(b) water.\n").tree
    after = execute(before, [Operation(Op.RESTATE, number, new=words)], ENGLISH)
    assert [str(each) for each in doubts_of_new(after, worded_anew(before, after, after.by_key))] == said


COUNTED = (
    "Article 1. A\nOne.\n\nArticle 2. B\nTwo.\n\nArticle 3. C\n1. Three:\n(a) four;\n(b) five.\n2. Six.\n"
)


@pytest.mark.parametrize(
    ("operations", "said"),
    [
        ([Operation(Op.RENUMBER_AND_ADD, "1", children=(NewElement("9"),))], ["2 follows 9."]),
        ([Operation(Op.RENUMBER_AND_ADD, "3", children=(NewElement("9"),))], []),
        ([Operation(Op.RENUMBER_AND_ADD, "3(1)", children=(NewElement("3(7)"),))], ["3(2) follows 3(7)."]),
        ([Operation(Op.RENUMBER_AND_ADD, "3(1)(a)", children=(NewElement("3(1)(k)"),))], ["3(1)(b) follows 3(1)(k)."]),
        ([Operation(Op.INSERT_ELEMENT, "8", heading="D", new="Seven.", after="1")], ["2 follows 8."]),
        ([Operation(Op.INSERT_ELEMENT, "1-1", heading="D", new="Seven.")], []),
        ([Operation(Op.REPEAL, "2")], []),
    ],
)  # fmt: skip
def test_a_number_that_stands_after_a_larger_one_is_said(operations, said):
    before = ENGLISH.parse(COUNTED).tree
    after = execute(before, operations, ENGLISH)
    numbers = {each.key: each.number for each in before}
    keys = [each.key for each in after if numbers.get(each.key) != each.number]
    assert [str(each) for each in doubts_of_order(after, keys)] == said


def test_what_the_law_had_before_is_not_said_of_a_restated_point():
    before = ENGLISH.parse(LIST.replace("(b) water;", "(b) water,")).tree
    after = execute(before, [Operation(Op.RESTATE, "3(b)", new="air,")], ENGLISH)
    assert worded_anew(before, after, after.by_key) == []


def test_letters_are_counted_as_the_whole_list_counts_them():
    letters = ["a", "b", "c", "ç", "d", "e", "ə", "f", "g", "ğ", "h", "x", "ı", "i", "j", "k", "q", "l", "m"]
    points = "\n".join(f"{letter}) bənd {letter};" for letter in letters)
    law = SCHEMES[0].parse(f"Maddə 1. Siyahı\n1.1. Bunlardır:\n{points}\n").tree
    assert [each.number for each in law if each.number in letters] == letters
    assert list(doubts_of_order(law, [each.key for each in law])) == []


def test_a_list_of_small_roman_numerals_is_in_order():
    points = "\n".join(
        f"({numeral}) item {numeral};"
        for numeral in ["i", "ii", "iii", "iii-1", "iv", "v", "vii", "viii", "ix", "x"]
    )
    law = ENGLISH.parse(f"Article 1. List\n(1) These are:\n(a) one:\n{points}\n").tree
    assert list(doubts_of_order(law, [each.key for each in law])) == []
    (last,) = (each for each in law if each.number == "x")
    wrong = law.changed([replace(last, number="vi")])
    assert [str(each) for each in doubts_of_order(wrong, [last.key])] == ["1(1)(a)(vi) follows 1(1)(a)(ix)."]


def test_a_list_whose_points_all_end_alike_is_even():
    assert list(uneven_ends([("a", "."), ("b", "."), ("c", ".")])) == []
    assert list(uneven_ends([], ["."])) == list(uneven_ends([])) == []


TYPED = "Article 1. A\nOne.\n\nArticle 3. Aims\nThe aims are:\n1) light;\n2) water;\n3) order.\n"


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (Operation(Op.INSERT_ELEMENT, "4", heading="D", new="They are:\n1) a;\n3) b;\n2) c."), [("4(2)", "4(3)")]),
        (Operation(Op.INSERT_ELEMENT, "4", heading="D", new="They are:\n2) a;\n1) b."), [("4(1)", "4(2)")]),
        (Operation(Op.INSERT_ELEMENT, "4", heading="D", new="They are:\n1) a;\n2) b;\n3) c."), []),
        (Operation(Op.RESTATE, "3", heading="Aims", new="They are:\n1) a;\n3) b;\n2) c."), [("3(2)", "3(3)")]),
        (Operation(Op.RESTATE, "3", heading="Aims", new="They are:\n1) a;\n2) b;\n3) c."), []),
        (
            Operation(Op.INSERT_ELEMENT, "7", heading="D", new="D.", children=(NewElement("9", "E", "E."), NewElement("8", "F", "F."))),
            [("8", "9")],
        ),
        (Operation(Op.RENUMBER_AND_ADD, "3(1)", children=(NewElement("3(5)"), NewElement("3(1)", text="a;"))), []),
        (
            Operation(Op.RENUMBER_AND_ADD, "1", children=(NewElement("1(1)"), NewElement("1(3)", text="A."), NewElement("1(2)", text="B."))),
            [("1(2)", "1(3)")],
        ),
    ],
)  # fmt: skip
def test_provisions_that_are_typed_in_another_order_than_the_text_has_them_are_said(operation, said):
    before = ENGLISH.parse(TYPED).tree
    operation = completed(before, operation, ENGLISH)
    after = execute(before, [operation], ENGLISH)
    assert [str(each) for each in doubts_of_typing(after, operation)] == [
        f"{here} is written after {other}, but stands before it in the text. Write them in the order of the text."
        for here, other in said
    ]
