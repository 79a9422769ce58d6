"""A list is carried out step by step. The common beginning of two lists is carried out once."""

from dataclasses import replace
from itertools import accumulate

import pytest

from amendments.instructions import course as courses
from amendments.instructions.course import Course, Listed
from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.tree import Element, Kind, Tree
from tests.amendments.instructions.conftest import act, texts

ACT = act(("1", "Scope", ""), ("1.1", "one two three"), ("2", "Terms", "a b"), ("2.1", "first."))


def replacing(target, old, new):
    return Operation(Op.REPLACE_WORDS, target, old=old, new=new)


LIST = [
    replacing("1.1", "one", "1"),
    replacing("1.1", "two", "2"),
    replacing("1.1", "nothing", "x"),
    replacing("1.1", "three", "3"),
]


def listed(operations):
    return [Listed(place, (place, ""), operation) for place, operation in enumerate(operations)]


@pytest.fixture
def carried_out(monkeypatch):
    """The operations that were carried out."""
    done = []

    def noted(tree, operations, scheme):
        done.extend(operations)
        return execute(tree, operations, scheme)

    monkeypatch.setattr(courses, "execute", noted)
    return done


def test_a_refused_operation_leaves_the_text_as_it_is_and_the_others_go_on():
    course = Course(ACT).continued(listed(LIST), None)
    assert [outcome.refusal.code if outcome.refusal else "" for outcome in course.outcomes] == [
        "", "", "missing_anchor", ""
    ]  # fmt: skip
    assert texts(course.tree)["1.1"] == "1 2 3"
    assert [texts(outcome.tree)["1.1"] for outcome in course.outcomes] == [
        "1 two three", "1 2 three", "1 2 three", "1 2 3"
    ]  # fmt: skip


def test_an_empty_list_leaves_the_base():
    assert Course(ACT).tree is ACT


def test_only_what_follows_the_first_change_is_carried_out_again(carried_out):
    course = Course(ACT).continued(listed(LIST), None)
    for changed, again in [
        (LIST, []),
        ([*LIST, replacing("2", "a", "A")], [replacing("2", "a", "A")]),
        ([*LIST[:3], replacing("1.1", "three", "III")], [replacing("1.1", "three", "III")]),
        ([LIST[0], *LIST[2:]], LIST[2:]),
        (LIST[:2], []),
        ([LIST[1], LIST[0], *LIST[2:]], [LIST[1], LIST[0], *LIST[2:]]),
    ]:
        carried_out.clear()
        other = course.continued(listed(changed), None)
        assert carried_out == again
        assert other.tree == Course(ACT).continued(listed(changed), None).tree


def test_one_more_stands_at_its_place_and_one_that_is_known_is_exchanged(carried_out):
    course = Course(ACT).continued(listed(LIST), None)
    carried_out.clear()
    more = Listed("more", (1, "a"), replacing("1.1", "2", "II"))
    assert texts(course.with_listed([more], None).tree)["1.1"] == "1 II 3"
    assert len(carried_out) == 3
    exchanged = course.with_listed([Listed(3, (3, ""), replacing("1.1", "three", "III"))], None)
    assert texts(exchanged.tree)["1.1"] == "1 2 III"
    assert texts(exchanged.of(3).tree)["1.1"] == "1 2 III"
    assert texts(course.tree)["1.1"] == "1 2 3"


def test_every_provision_that_is_touched_is_named():
    operations = [
        Operation(Op.REPEAL, "2"),
        Operation(Op.GLOBAL_REPLACE, "*", old="three", new="3", qualifier="all"),
        Operation(
            Op.INSERT_ELEMENT, "3", new="x", children=(NewElement("3.1", text="y"),), creates={"3": "k"}
        ),
    ]
    outcomes = Course(ACT).continued(listed(operations), None).outcomes
    assert [outcome.touched for outcome in outcomes] == [("2", "2.1"), ("1.1",), ("k", "art_3__para_1")]
    assert [outcome.created for outcome in outcomes] == [(), (), ("3", "3.1")]


LOCAL = Tree(
    (
        Element("a", Kind.ARTICLE, "1", "art_1", "Scope", "x"),
        Element("p", Kind.PART, "1", "art_1__para_1", text="one.", parent="a"),
        Element("q", Kind.PART, "2", "art_1__para_2", text="two.", parent="a"),
    )
)


@pytest.mark.parametrize(
    ("operation", "created"),
    [
        (
            Operation(Op.INSERT_ELEMENT, "1(3)", new="x", children=(NewElement("1(4)", text="y"),)),
            ("1(3)", "1(4)"),
        ),
        (Operation(Op.INSERT_ELEMENT, "1 note", new="x"), ("1 note",)),
        (Operation(Op.INSERT_ELEMENT, "1(1)(a)", new="x"), ("1(1)(a)",)),
        (Operation(Op.RENUMBER_AND_ADD, "1(2)"), ("1(2)(1)",)),
        (Operation(Op.RENUMBER_AND_ADD, "1(2)", new="more"), ("1(2)(1)", "1(2)(2)")),
    ],
)
def test_a_new_provision_has_the_name_by_which_its_key_is_found(operation, created):
    """A number that counts within its article, such as 3, names nothing in the act."""
    outcome = Course(LOCAL).continued(listed([operation]), None).outcomes[0]
    assert outcome.created == created
    keys = {name: f"k{place}" for place, name in enumerate(created)}
    keyed = Operation(**{f: getattr(operation, f) for f in operation.__slots__} | {"creates": keys})
    again = Course(LOCAL).continued(listed([keyed]), None).outcomes[0]
    assert set(keys.values()) <= set(again.touched)
    assert [element.number for element in again.tree] == [element.number for element in outcome.tree]


def test_rows_of_words_and_rows_with_one_number_keep_their_own_keys():
    """Under one key for several rows, all but the last were lost when the list was carried out again."""
    base = Tree(
        (
            Element("a", Kind.ARTICLE, "1", "art_1", "Fees"),
            Element("t", Kind.TABLE, "", "art_1__table_1", text="No\tKind\tFee", parent="a"),
            Element("r", Kind.ROW, "1", "art_1__table_1__tr_1", text="Boats\t10", parent="t"),
        )
    )
    new = "No\tKind\tFee\nBy day\t\t\n1\tBoats\t10\n2\tRafts\t20\nBy night\t\t\n1\tBoats\t15\n2\tRafts\t25"
    operation = Operation(Op.RESTATE, "1", level="table", new=new)
    outcome = Course(base).continued(listed([operation]), None).outcomes[0]
    keys = {name: f"k{place}" for place, name in enumerate(outcome.created)}
    keyed = replace(operation, creates=keys)
    again = Course(base).continued(listed([keyed]), None).outcomes[0]
    assert [(each.number, each.text) for each in again.tree] == [
        (each.number, each.text) for each in outcome.tree
    ]
    assert again.created == outcome.created
    assert {each.key for each in again.tree} == {"a", "t", "r", *keys.values()}


def test_an_operation_written_on_another_text_is_refused_with_what_changed():
    operation = Operation(Op.REPLACE_WORDS, targets=("1.1", "2"), old="a", new="b")
    (outcome,) = Course(ACT).continued([Listed(0, (0, ""), operation, stale=("2",))], None).outcomes
    assert outcome.refusal.code == "stale_base"
    assert "The text of 2 has changed" in str(outcome.refusal)
    assert outcome.tree is ACT


def test_every_beginning_of_a_list_has_the_course_of_that_list():
    whole = Course(ACT).continued(listed(LIST), None)
    for beginning in accumulate(([each] for each in listed(LIST)), lambda some, more: [*some, *more]):
        assert Course(ACT).continued(beginning, None).tree == whole.outcomes[len(beginning) - 1].tree
