"""A provision or a row that a file takes away and brings back under its number: no instruction says an order."""

import pytest

from amendments.importers.markup import Markup
from amendments.instructions.operations import Op
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.markings.test_marked_by_two import (
    OLD,
    ROWS,
    E,
    V,
    act,
    gone,
    gone_row,
    new,
    new_row,
    par,
    stored,
)
from tests.amendments.markings.test_placed_changes import ACT, behind, change, placed, said
from tests.amendments.markings.test_several_authors import beside

MOVED = "Moved in the file: no instruction says it. Repeal the provision and insert it under a new number."
POINT, PART = "1.2.1. rowing boats;\n", "2.1. The fare is 10 coins. It is paid before the crossing.\n"
TWO = "1.2.1. rowing boats;\n1.2.2. rafts.\n"
ARTICLE = ACT[ACT.index("Article 1.") : ACT.index("\nArticle 2")]


@pytest.mark.parametrize(
    "edits",
    [
        (change(POINT, ""), behind("rafts.", f"\n{POINT[:-1]}")),
        (change(PART, ""), behind("free of charge.", f"\n{PART[:-1]}")),
        (change(TWO, ""), behind("free of charge.", f"\n{TWO[:-1]}")),  # both, to another article
        (change(POINT, ""), behind("rafts.", f"\n{POINT[:-1]}\n1.2.3. canoes.")),  # with a new one
        (change(ARTICLE, ""), behind("free of charge.", f"\n\n{ARTICLE[:-1]}")),
        (change(" rowing boats;", ""), behind("rafts.", f"\n{POINT[:-1]}")),  # its number stayed
    ],
)
def test_neither_half_of_what_only_changes_its_order_is_proposed(edits):
    found = placed(*edits)
    assert (found.changes, found.standing) == ([], [])
    assert {str(each.why) for each in found.left} == {MOVED}
    assert {each.author for each in found.left} == {"Author A", "Author B"}


BOATS, RAFTS, CANOES = "(a) rowing boats;\n", "(b) rafts;\n", "(c) canoes.\n"
LETTERED = f"""LAW OF THE REPUBLIC OF CASPIA
On Ferries

Article 1. Scope
{BOATS}{RAFTS}{CANOES}
Article 2. Fares
2.1. Grown persons pay.
2.2. Children travel free.

Article 3. Fines
Late landing costs 10 coins.
"""
FARES = "2.1. Grown persons pay.\n", "2.2. Children travel free.\n"
FIRST = f"Article 1. Scope\n{BOATS}{RAFTS}{CANOES}\n"
SECOND = f"Article 2. Fares\n{FARES[0]}{FARES[1]}\n"
REORDERED = {
    "letters": (BOATS + RAFTS, RAFTS + BOATS),
    "all letters": (BOATS + RAFTS + CANOES, "(c) canoes;\n(b) rafts;\n(a) rowing boats.\n"),
    "letters and a new one": (BOATS + RAFTS, RAFTS + BOATS + "(b-1) ships;\n"),
    "a new letter between": (BOATS + RAFTS, RAFTS + "(a-1) ships;\n" + BOATS),
    "letters of which one goes": (BOATS + RAFTS + CANOES, "(c) canoes;\n(a) rowing boats.\n"),
    "letters with other words": (BOATS + RAFTS, "(b) barges;\n(a) rowing boats of wood;\n"),
    "parts": (FARES[0] + FARES[1], FARES[1] + FARES[0]),
    "articles": (FIRST + SECOND, SECOND + FIRST),
}


@pytest.mark.parametrize("authors", [(V, V), (V, E)])
@pytest.mark.parametrize("case", REORDERED)
def test_what_is_deleted_and_typed_again_in_another_order_is_listed(case, authors):
    old, new = REORDERED[case]
    first, second = authors
    markup, _accepted = beside(old, ("-", first, old), ("+", second, new), text=LETTERED)
    base = stored(LETTERED)
    found = place(markup, base, base, ENGLISH)
    assert (found.changes, found.standing) == ([], [])
    assert {str(each.why) for each in found.left} == {MOVED}
    assert {name for each in found.left for name in each.author.split("\n")} == {*authors}


def test_what_goes_and_is_written_anew_under_its_number_at_the_same_place_is_reworded():
    found = placed(change(POINT, "1.2.1. canoes;\n"))
    assert [each.op for each in found.changes[0].operations] == [Op.RESTATE]


def test_a_provision_that_moves_under_a_new_number_goes_and_comes():
    found = placed(change(POINT, ""), behind("rafts.", "\n1.2.3. rowing boats;"))
    assert [said(each.operations[0])[:2] for each in found.changes] == [
        ("repeal", "1.2.1"),
        ("insert_element", "1.2.3"),
    ]


def test_a_row_that_is_deleted_and_inserted_lower_is_listed_twice():
    plain, _ = act()
    file, _ = act(rows=[OLD[0], gone_row(V, *ROWS[1]), OLD[2], new_row(E, *ROWS[1]), OLD[3]])
    base = stored(plain.text)
    found = place(file.markup, base, base, ENGLISH)
    assert (found.changes, found.standing) == ([], [])
    assert [str(each.why) for each in found.left] == [MOVED] * 2


def test_a_paragraph_that_is_cut_and_pasted_is_listed_twice():
    last = "2.1. The fare is 10 coins. It is paid before the crossing."
    file, _ = act(
        first=par(gone(V, last), **{"del": V}),
        last=par("2.2. Children travel free of charge.") + par(new(V, last), ins=V),
    )
    base = stored(act()[0].text)
    found = place(file.markup, base, base, ENGLISH)
    assert (found.changes, found.standing) == ([], [])
    assert [str(each.why) for each in found.left] == [MOVED] * 2


def test_what_the_draft_moved_under_a_new_number_stands_already():
    """The file is of the text in force: what it calls 1.2.1 is not taken away a second time as 1.2.3 of the draft."""
    markup = Markup(ACT, (change(POINT, ""), behind("rafts.", "\n1.2.3. rowing boats;")))
    text = ACT.replace(POINT, "").replace("1.2.2. rafts.", "1.2.2. rafts.\n1.2.3. rowing boats;")
    found = place(markup, stored(text), stored(text), ENGLISH)
    assert [operation for each in found.changes for operation in each.operations] == []
