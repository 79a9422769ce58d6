import pytest

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.tree import Element, Kind, Tree, text_hash
from tests.amendments.instructions.conftest import act, texts

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


REFUSALS = [
    (Operation(Op.REPLACE_WORDS, "9", old="a", new="b"), "missing_target"),
    (Operation(Op.REPLACE_WORDS, "1.1", old="nowhere", new="b"), "missing_anchor"),
    (Operation(Op.REPLACE_WORDS, "1", old="Scope", new="b"), "missing_anchor"),
    (Operation(Op.REPLACE_WORDS, "1.1", old="data", new="b"), "ambiguous_anchor"),
    (Operation(Op.REPLACE_WORDS, "1.1", old="data", new="b", qualifier="all", count=3), "count_mismatch"),
    (Operation(Op.REPLACE_WORDS, "1.2", old="short", new="b", qualifier="second"), "count_mismatch"),
    (Operation(Op.GLOBAL_REPLACE, "*", old="part", new="b", count=7), "count_mismatch"),
    (Operation(Op.GLOBAL_REPLACE, "*", old="firs", new="b"), "count_needed"),
    (Operation(Op.REPLACE_WORDS, "1.1", old="data", new="b", qualifier="every_case"), "every_case"),
    (Operation(Op.REPLACE_WORDS, "1.1", old="data"), "new_text_needed"),
    (Operation(Op.INSERT_AFTER, "1.1", new="x"), "anchor_needed"),
    (Operation(Op.DELETE_WORDS, "1.1"), "anchor_needed"),
    (Operation(Op.DELETE_WORDS, "1.1", level="sentence:3"), "missing_level"),
    (Operation(Op.REPLACE_WORDS, "1.1", level="sentence:3", old="a", new="b"), "missing_level"),
    (Operation(Op.RESTATE, "1.1"), "new_text_needed"),
    (Operation(Op.RESTATE, targets=("2.1", "2.2"), new="x"), "new_text_needed"),
    (Operation(Op.RESTATE, "1.1", level="sentence:3", new="x"), "missing_level"),
    (Operation(Op.RESTATE_HEADING, "1", level="heading"), "new_text_needed"),
    (Operation(Op.RESTATE_SENTENCE, "1.1", new="x"), "level_needed"),
    (Operation(Op.ADD_SENTENCE, "1.1"), "new_text_needed"),
    (Operation(Op.ADD_SENTENCE, "1.1", level="sentence:4", new="x"), "missing_level"),
    (Operation(Op.INSERT_ELEMENT, "1.3"), "new_text_needed"),
    (Operation(Op.INSERT_ELEMENT, "*", new="Data."), "number_needed"),
    (Operation(Op.INSERT_ELEMENT, "1.2", new="x"), "target_exists"),
    (Operation(Op.INSERT_ELEMENT, "1.3", new="x", after="1.9"), "missing_after"),
    (Operation(Op.INSERT_ELEMENT, "8.1", new="x"), "missing_parent"),
    (Operation(Op.INSERT_ELEMENT, "1.3", new="x", creates={"1.3": "2.1"}), "target_exists"),
    (Operation(Op.INSERT_ELEMENT, "1(жз)", new="x"), "bad_number"),
    (Operation(Op.RENUMBER_AND_ADD, "2.1", children=(NewElement("2.2"),)), "target_exists"),
    (Operation(Op.RENUMBER_AND_ADD, "1", children=(NewElement("1.9"),)), "missing_anchor"),
    (Operation(Op.RENUMBER_AND_ADD, "2", children=(NewElement("3"), NewElement("2"))), "new_text_needed"),
    (Operation(Op.RESTATE, "1.1", new="x", target_text_hash="0"), "stale_base"),
    (Operation(Op.RENUMBER_AND_ADD, "2", new="y", children=(NewElement("3-a"),)), "number_needed"),
    (Operation(Op.GLOBAL_REPLACE, targets=("1.1", "1.2"), old="10", new="b"), "missing_anchor"),
]


@pytest.mark.parametrize(("operation", "code"), REFUSALS, ids=[f"{o.op}-{c}" for o, c in REFUSALS])
def test_what_does_not_fit_is_refused_with_its_place_in_the_list(operation, code):
    first = Operation(Op.COMMENCEMENT, "*", new="x")
    with pytest.raises(Refused) as refusal:
        run(first, operation)
    assert (refusal.value.code, refusal.value.index) == (code, 1)
    assert str(refusal.value)


def test_a_repealed_provision_is_not_amended_again():
    for operation in (Operation(Op.REPEAL, "1.2"), Operation(Op.REPLACE_WORDS, "1.2", old="part", new="x")):
        with pytest.raises(Refused) as refusal:
            run(Operation(Op.REPEAL, "1.2"), operation)
        assert refusal.value.code == "target_repealed"


def test_the_hash_of_the_base_is_of_the_base_and_not_of_the_draft():
    known = text_hash(ACT.by_key["1.2"])
    twice = [
        Operation(Op.REPLACE_WORDS, "1.2", old=old, new=new, target_text_hash=known)
        for old, new in (("short", "long"), ("long", "wide"))
    ]
    assert texts(run(*twice))["1.2"] == "This part is wide;"


def test_two_provisions_with_one_number_are_told_apart_or_refused():
    tree = Tree(
        (
            Element("a", Kind.ARTICLE, "1", "art_1", text="x"),
            Element("b", Kind.ARTICLE, "1", "art_1_2", text="y"),
        )
    )
    with pytest.raises(Refused) as refusal:
        run(Operation(Op.RESTATE, "1", new="z"), tree=tree)
    assert refusal.value.code == "ambiguous_target"
    assert run(Operation(Op.RESTATE, "art_1_2", new="z"), tree=tree).by_key["b"].text == "z"


def test_a_restatement_that_leaves_out_the_part_above_a_point_is_refused():
    tree = act(("2", "Terms", "In this Law:"), ("2.1", "first:"), ("2.1.1", "a."))
    operation = Operation(Op.RESTATE, "2", new="x", children=(NewElement("2.1.1", text="b."),))
    with pytest.raises(Refused) as refusal:
        run(operation, tree=tree)
    assert refusal.value.code == "missing_parent"
