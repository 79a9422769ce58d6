"""Trees of provisions: who is who, and what happened to whom."""

from hypothesis import given, strategies as st

from amendments.provisions.tree import Element, Kind, Tree
from amendments.redline.compare import compare
from amendments.redline.provision_redline import Change, ProvisionRedline
from tests.amendments.redline.notation import TEXTS, accepted, marked, rejected

PARAGRAPHS = [
    "The Commissioner examines complaints about violations of human rights by state bodies and officials.",
    "A complaint is filed within one year from the day on which the violation became known to the applicant.",
    "The Commissioner may enter any government institution, place of detention and military unit without notice.",
    "Officials who hinder the activity of the Commissioner are liable under the Code of Administrative Offences.",
]


def parsed(*provisions: tuple[str, str, str]) -> Tree:
    """A tree as a parser makes it: (number, heading, text), identified by the printed place only."""
    return Tree(
        tuple(
            Element(f"art_{number}", Kind.ARTICLE, number, f"art_{number}", heading, text)
            for number, heading, text in provisions
        )
    )


def stored(*provisions: tuple[str, str, str]) -> Tree:
    """A tree of stored provisions: (identity, number, text)."""
    return Tree(
        tuple(
            Element(key, Kind.ARTICLE, number, f"art_{number}", "", text) for key, number, text in provisions
        )
    )


def told(before: Tree, after: Tree) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(str(p.change), p.before, p.after) for p in compare(before, after).provisions]


def test_identity_decides_whatever_the_number_and_the_words() -> None:
    before = stored(("a", "1", PARAGRAPHS[0]), ("b", "2", PARAGRAPHS[1]))
    after = stored(("a", "7", PARAGRAPHS[1]), ("c", "8", PARAGRAPHS[0]), ("b", "9", PARAGRAPHS[2]))
    assert told(before, after) == [
        ("renumbered", ("a",), ("a",)),
        ("inserted", (), ("c",)),
        ("renumbered", ("b",), ("b",)),
    ]


def test_identities_without_any_partner_do_not_hide_equal_words() -> None:
    before, after = stored(("a", "1", PARAGRAPHS[0])), stored(("x", "1", PARAGRAPHS[0]))
    assert told(before, after) == [("unchanged", ("a",), ("x",))]


def test_number_and_heading_decide_without_identity() -> None:
    before = parsed(("1", "Purpose", PARAGRAPHS[0]), ("2", "Complaints", PARAGRAPHS[1]))
    after = parsed(("1", "Purpose", PARAGRAPHS[2]), ("2", "Complaints", PARAGRAPHS[1]))
    assert told(before, after) == [("edited", ("art_1",), ("art_1",)), ("unchanged", ("art_2",), ("art_2",))]


def test_an_inserted_provision_renumbers_what_follows() -> None:
    before = parsed(*((str(k), "", text) for k, text in enumerate(PARAGRAPHS[:3], 1)))
    after = parsed(
        ("1", "", PARAGRAPHS[3]), *((str(k), "", text) for k, text in enumerate(PARAGRAPHS[:3], 2))
    )
    assert [change for change, _, _ in told(before, after)] == ["inserted", *["renumbered"] * 3]
    first = compare(before, after).provisions[1]
    assert marked(first.number) == "{-1-}{+2+}"
    assert marked(first.text) == PARAGRAPHS[0]


def test_a_moved_provision_stands_at_both_places_with_its_inner_redline() -> None:
    before = parsed(*((str(k), "", text) for k, text in enumerate(PARAGRAPHS, 1)))
    moved = PARAGRAPHS[0].replace("state bodies", "municipal bodies")
    after = parsed(
        ("2", "", PARAGRAPHS[1]), ("3", "", PARAGRAPHS[2]), ("4", "", PARAGRAPHS[3]), ("5", "", moved)
    )
    found = [p for p in compare(before, after).provisions if p.change is Change.MOVED]
    assert [(p.before, p.after, p.is_new_place) for p in found] == [
        (("art_1",), ("art_5",), False),
        (("art_1",), ("art_5",), True),
    ]
    assert all("by {-state-}{+municipal+} bodies" in marked(p.text) for p in found)


def test_a_split_provision_is_told_as_such() -> None:
    before = parsed(("1", "", f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}"), ("2", "", PARAGRAPHS[2]))
    after = parsed(("1", "", PARAGRAPHS[0]), ("1-1", "", PARAGRAPHS[1]), ("2", "", PARAGRAPHS[2]))
    assert told(before, after) == [
        ("split", ("art_1",), ("art_1", "art_1-1")),
        ("unchanged", ("art_2",), ("art_2",)),
    ]
    assert (
        marked(compare(before, after).provisions[0].text) == f"{PARAGRAPHS[0]}{{- -}}{{+\n+}}{PARAGRAPHS[1]}"
    )


def test_merged_provisions_are_told_as_such() -> None:
    before = parsed(("1", "", PARAGRAPHS[0]), ("2", "", PARAGRAPHS[1]), ("3", "", PARAGRAPHS[2]))
    after = parsed(("1", "", f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}"), ("3", "", PARAGRAPHS[2]))
    assert told(before, after)[0] == ("merged", ("art_1", "art_2"), ("art_1",))


def test_a_provision_restated_at_its_place_is_edited_not_gone() -> None:
    before = parsed(("1", "", PARAGRAPHS[0]), ("2", "", PARAGRAPHS[1]), ("3", "", PARAGRAPHS[2]))
    after = parsed(("1", "", PARAGRAPHS[0]), ("2", "", "Repealed."), ("3", "", PARAGRAPHS[2]))
    assert told(before, after)[1] == ("edited", ("art_2",), ("art_2",))


def test_a_provision_is_inserted_into_nothing_and_deleted_to_nothing() -> None:
    some = parsed(("1", "Purpose", PARAGRAPHS[0]))
    assert told(Tree(), some) == [("inserted", (), ("art_1",))]
    assert told(some, Tree()) == [("deleted", ("art_1",), ())]
    assert told(Tree(), Tree()) == []


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Trees whose provisions share keys, numbers and texts now and then."""
    keys = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6))
    texts = st.sampled_from(PARAGRAPHS) | TEXTS
    is_stored = draw(st.booleans())
    elements = []
    for key in keys:
        number = draw(st.sampled_from(["1", "2", "3", "4-1", ""]))
        heading = draw(st.sampled_from(["", "Purpose", "Terms used"]))
        elements.append(Element(key, Kind.ARTICLE, number, "" if is_stored else key, heading, draw(texts)))
    return Tree(tuple(elements))


@given(trees(), trees())
def test_every_provision_comes_back_once_on_each_side_with_its_words(before: Tree, after: Tree) -> None:
    provisions = compare(before, after).provisions
    old = [p for p in provisions if p.before and not (p.change is Change.MOVED and p.is_new_place)]
    new = [p for p in provisions if p.after and not (p.change is Change.MOVED and not p.is_new_place)]
    assert [key for p in old for key in p.before] == [element.key for element in before]
    assert [key for p in new for key in p.after] == [element.key for element in after]
    for p in provisions:
        check_words(p, before, after)


def check_words(provision: ProvisionRedline, before: Tree, after: Tree) -> None:
    for field, spans in (("text", provision.text), ("heading", provision.heading)):
        old = [getattr(before.by_key[key], field) for key in provision.before]
        new = [getattr(after.by_key[key], field) for key in provision.after]
        assert rejected(spans) == "\n".join(filter(None, old))
        assert accepted(spans) == "\n".join(filter(None, new))


@given(trees(), trees())
def test_the_same_trees_give_the_same_redline(before: Tree, after: Tree) -> None:
    assert compare(before, after) == compare(before, after)


@given(trees())
def test_a_tree_is_unchanged_beside_itself(tree: Tree) -> None:
    assert {p.change for p in compare(tree, tree).provisions} <= {Change.UNCHANGED}
