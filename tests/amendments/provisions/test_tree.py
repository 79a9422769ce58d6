"""A tree that came from another one by changes is the tree that is made of the same provisions."""

import pickle
from dataclasses import replace

from hypothesis import given, settings, strategies as st

from amendments.provisions.tree import Element, Kind, Tree
from tests.examples import examples

KINDS = (Kind.CHAPTER, Kind.ARTICLE, Kind.PART, Kind.POINT)
NUMBERS = ("", "1", "2", "II", "a", "12-1", "9.3", "12–1")


def looked_up(tree):
    """Everything that a tree answers."""
    keys = [element.key for element in tree]
    return {
        "elements": tree.elements,
        "length": len(tree),
        "by_key": {key: tree.by_key[key] for key in keys},
        "by_eid": dict(tree.by_eid),
        "children": {key: tree.children(key) for key in ["", *keys]},
        "family": {key: tree.family(tree.by_key[key]) for key in keys},
        "numbered": {number: tree.numbered(number) for number in NUMBERS},
        "cited": {(kind, n): tree.cited(kind, n) for kind in KINDS for n in ("1", "2", "a", "12-1", "9.3")},
        "of_kind": {kind: tree.of_kind(kind) for kind in Kind},
        "before": {key: tree.before(tree.by_key[key]) for key in keys},
    }


@st.composite
def changed_trees(draw):
    """A tree that came about by steps, and the provisions that it should hold."""
    elements = [Element(f"k{at}", Kind.ARTICLE, str(at), f"art_{at}", text="x") for at in range(5)]
    tree = Tree(elements, "\n")
    for step in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(elements)))
        what = (
            draw(st.sampled_from(["insert", "insert", "change", "remove"]))
            if at < len(elements)
            else "insert"
        )
        if what == "insert":
            parent = draw(st.sampled_from(["", *(element.key for element in elements[:at])]))
            number, kind = draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(KINDS))
            new = Element(f"n{step}", kind, number, draw(st.sampled_from(["", f"e_{step}_1"])), parent=parent)
            tree = tree.inserted(new, elements[at - 1].key if at else "")
            elements.insert(at, new)
        elif what == "change":
            new = replace(elements[at], text=f"t{step}", number=draw(st.sampled_from(NUMBERS)))
            tree = tree.changed([new])
            elements[at] = new
        else:
            tree = tree.without([elements.pop(at)])
    return tree, elements


@settings(max_examples=examples(300), deadline=None)
@given(changed_trees())
def test_it_answers_like_a_tree_that_was_made_anew(given_):
    tree, elements = given_
    assert looked_up(tree) == looked_up(Tree(elements, "\n"))
    assert tree == Tree(elements, "\n")
    assert hash(tree) == hash(Tree(elements, "\n"))
    assert looked_up(pickle.loads(pickle.dumps(tree))) == looked_up(tree)  # noqa: S301 - our own


@settings(deadline=None)
@given(changed_trees())
def test_the_tree_before_a_change_stays_as_it_was(given_):
    tree, elements = given_
    before = looked_up(tree)
    for element in elements:
        tree.changed([replace(element, number="7")])
        tree.inserted(replace(element, key="new"), element.key)
        tree.without([element])
    assert looked_up(tree) == before


def test_only_what_was_changed_differs():
    tree = Tree(Element(f"k{at}", Kind.ARTICLE, str(at), f"art_{at}") for at in range(1000))
    edited = tree.changed([replace(tree.by_key["k5"], text="new")])
    longer = edited.inserted(Element("n", Kind.ARTICLE, "5-1"), "k5").without([tree.by_key["k9"]])
    assert longer.differing(tree) == {"k5", "n", "k9"}
    assert longer.differing(edited) == {"n", "k9"}


def test_a_tree_is_no_list():
    assert Tree() != []
    assert len(Tree()) == 0
