"""A list of operations gives what its operations give one by one, each on a tree made anew."""

from hypothesis import given, settings, strategies as st

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.tree import Tree
from azerbaijan.schemes import SCHEMES
from tests.amendments.instructions.test_printed_acts import ACT
from tests.examples import examples

(AZ,) = SCHEMES
BASE = AZ.parse(ACT).tree
TARGETS = st.sampled_from(
    ["1", "1.1", "1.2", "2", "2(1)", "2(1)(a)", "2(1)(c)", "2(2)", "2(3)", "3", "3 note", "4", "1-1", "1.3",
     "1.1-1", "chapter 1", "chapter 2", "chapter 3", "annex 1", "annex 1 article 2", "art_2__para_1", "title", "1 note"]
)  # fmt: skip
WORDS = st.sampled_from(["bir", "İkinci", "Ad", "Mətn", "20", "yeni söz", "hissə:"])
LEVELS = st.sampled_from(["", "", "", "heading", "sentence:1", "paragraph:1", "table"])


@st.composite
def operations(draw):
    """Any operation on the act, most of which fit it."""
    op = draw(st.sampled_from(list(Op)))
    target, new = draw(TARGETS), draw(WORDS)
    children = ()
    brings = op in (Op.RESTATE, Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RENUMBER_AND_ADD)
    if brings and not target.startswith("art_") and draw(st.booleans()):
        ends = (".1", ".2") if target.replace(".", "").isdigit() else ("(1)",)
        children = tuple(NewElement(f"{target}{end}", text=new) for end in ends)
    return Operation(
        op,
        draw(st.sampled_from([target, target, "*"])) if op is Op.GLOBAL_REPLACE else target,
        level=draw(LEVELS),
        old=draw(WORDS),
        anchor=draw(WORDS) if op in (Op.INSERT_AFTER, Op.INSERT_BEFORE) else "",
        new=new,
        children=children,
        after=draw(st.sampled_from(["", "", "1", "2(1)"])),
        qualifier=draw(st.sampled_from(["", "first", "all"])),
    )


def carried_out(trees, list_):
    """The operations that are not refused, and what they give."""
    tree, fit = BASE, []
    for operation in list_:
        try:
            tree = execute(trees(tree), [operation], AZ)
        except Refused:
            continue
        fit.append(operation)
    return fit, tree


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(operations(), max_size=15))
def test_the_list_gives_what_its_operations_give_one_by_one(list_):
    fit, stepwise = carried_out(lambda tree: Tree(tree.elements, tree.tail), list_)
    assert execute(BASE, fit, AZ) == stepwise
    assert carried_out(lambda tree: tree, list_) == (fit, stepwise)
    assert AZ.parse(ACT).tree == BASE


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(operations(), max_size=15))
def test_every_provision_stays_under_another_one_or_at_the_top_and_has_an_eid_of_its_own(list_):
    _, tree = carried_out(lambda tree: tree, list_)
    assert {element.parent for element in tree} <= {"", *tree.by_key}
    assert len({element.eid for element in tree}) == len(tree)
