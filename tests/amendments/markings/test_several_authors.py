"""What several people mark beside and inside each other's changes, taken in as it is offered, gives the accepted text."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings, strategies as st

from amendments.importers.tracked_stream import END, Tracked, Tracker, markup_of, reading
from amendments.instructions.execute import execute
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import CannotFold, Item
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.markings.test_placed_changes import ACT, stored
from tests.examples import examples

TABLED = f"""{ACT}2.3. The fines are:
No\tKind\tFee
1\tLate landing\t10 (ten)
2\tFine for speed\t120
3\tUnpaid fare\tunpaid, 120
"""
BASE = stored(TABLED)
PIECE = re.compile(r"\w+|[^\w ]")
AUTHORS = ("Vera Lex", "Emil Word", "Ann Other")


def file_of(*parts):
    """A marked file: words that stay as text, changes as (sign, author, words); of what comes a part may go again."""
    tracker, stream = Tracker(), ""
    for part in parts:
        if isinstance(part, str):
            stream += part
            continue
        sign, author, *words = part
        inner = "".join(
            each if isinstance(each, str) else f"{tracker.begin(Tracked(False, each[1], ''))}{each[2]}{END}"
            for each in words
        )
        stream += f"{tracker.begin(Tracked(sign == '+', author, ''))}{inner}{END}"
    return markup_of(stream, tracker, []), reading(stream, tracker, accepted=True)


def beside(old, *parts, text=TABLED):
    before, after = text.split(old)
    return file_of(before, *parts, after)


def taken_in(markup, text=TABLED):
    """What is offered, taken into the draft one after the other as drafters do."""
    base = stored(text)
    placing = place(markup, base, base, ENGLISH)
    tree, items = base, ()
    for change in placing.changes:
        for number, operation in enumerate(change.operations):
            item = Item(f"{change.number}-{number}", operation)
            try:
                folded = fold(base, items, item, ENGLISH)
            except CannotFold as refusal:  # the drafter is told and offered to restate the provision
                folded = fold(base, items, replace(item, operation=refusal.offer), ENGLISH)
            tree, items = folded.tree or tree, folded.items
    return tree, placing


def said(tree):
    """All words, signs and cells; a blank before a comma is none, nor is an empty last cell."""
    return [
        (each.number, PIECE.findall(each.heading), PIECE.findall(each.text.rstrip("\t"))) for each in tree
    ]


V, E, A = AUTHORS


@pytest.mark.parametrize(
    ("old", "parts"),
    [
        ("speed\t120", ["speed\t", ("-", V, "120"), ("+", E, "150")]),
        ("10 (ten)", [("-", V, "10 (ten)"), ("+", E, "12 (twelve)")]),
        ("unpaid,", [("+", E, "overdue"), ("-", V, "unpaid"), ","]),
        ("free of charge", [("-", V, "free "), ("-", E, "of"), ("+", A, "without"), " charge"]),
        ("rafts", ["rafts", ("+", V, " of wood"), ("+", E, " and iron")]),
        ("1.2.2. rafts.\n", [("-", V, "1.2.2. rafts.\n"), ("+", E, "1.2.2. boats.\n")]),
    ],
)
def test_what_one_deletes_and_another_inserts_is_one_replacement_by_both(old, parts):
    markup, accepted = beside(old, *parts)
    tree, placing = taken_in(markup)
    assert said(tree) == said(ENGLISH.parse(accepted).tree)
    assert placing.left == []
    (change,) = placing.changes
    assert set(change.author.split("\n")) == {part[1] for part in parts if not isinstance(part, str)}


def test_lines_that_two_people_insert_at_one_place_keep_their_order():
    behind = ("+", V, "2.3. Dogs pay.\n"), ("+", E, "2.4. Cats pay.\n")
    markup, accepted = file_of(ACT, *behind)
    tree, placing = taken_in(markup, ACT)
    assert said(tree) == said(ENGLISH.parse(accepted).tree)
    assert [change.author for change in placing.changes] == [f"{V}\n{E}"]


def test_what_two_delete_beside_what_the_draft_has_is_proposed_for_each():
    letters = "(b) rafts;\n", "(c) canoes;\n"
    text = f"Article 1. Scope\n(a) boats;\n{letters[0]}{letters[1]}(d) ships.\n"
    parts = ("-", V, letters[0]), ("-", A, letters[1]), ("+", E, "(b-1) rowing boats;\n")
    markup, _accepted = beside("".join(letters), *parts, text=text)
    base = stored(text)
    taken = next(each for each in place(markup, base, base, ENGLISH).changes if each.author == E)
    again = place(markup, base, execute(base, taken.operations, ENGLISH), ENGLISH)
    assert [(each.author, each.operations[0].target) for each in again.changes] == [(V, "1(b)"), (A, "1(c)")]
    assert [each.author for each in again.standing] == [E]
    assert again.left == []


def test_a_new_letter_behind_a_part_that_goes_belongs_to_the_part_above():
    letter, animals = "(b) children travel free.\n", "2.2. Fares of animals:\n(a) dogs pay half.\n"
    text = f"Article 2. Fares\n2.1. Fares of persons:\n(a) grown persons pay;\n{letter}{animals}2.3. Fares are low.\n"
    parts = ("-", E, letter), ("-", V, animals), ("+", A, "(b) infants travel quite free.\n")
    markup, accepted = beside(letter + animals, *parts, text=text)
    tree, placing = taken_in(markup, text)
    assert [operation.target for each in placing.changes for operation in each.operations] == [
        "2.2",
        "2.1(b)",
    ]
    assert said(each for each in tree if not each.repealed) == said(ENGLISH.parse(accepted).tree)


def test_what_one_inserts_and_another_deletes_again_is_no_proposal_but_is_told():
    markup, accepted = beside("rafts", ("+", V, "heavy ", ("-", E, "old ")), "rafts")
    tree, placing = taken_in(markup)
    assert said(tree) == said(ENGLISH.parse(accepted).tree)
    assert [(each.old, each.author) for each in placing.left] == [("old ", E)]


# a line of words: its number or the number of its row stays
LINE = re.compile(r"(?:\d[\d.]*[ \t]|Article \d+\. )(.+)$", re.M)


@st.composite
def marked_files(draw):
    """Words of several authors in one provision or in a few, close to each other."""
    lines = draw(st.lists(st.sampled_from(list(LINE.finditer(TABLED))), min_size=1, max_size=2, unique=True))
    parts, done = [], 0
    for line in sorted(lines, key=lambda each: each.start()):
        parts.append(TABLED[done : line.start(1)])
        parts += draw(marked_words(re.split(r"(\W)", line[1])))
        done = line.end(1)
    return [*parts, TABLED[done:]]


@st.composite
def marked_words(draw, pieces):
    parts = []
    while pieces:
        author = draw(st.sampled_from(AUTHORS))
        kind = draw(st.sampled_from("===--+"))
        if kind == "+":
            new = draw(st.sampled_from(["ten", "12 ", " and so", "120", "of ", " "]))
            gone = ("-", draw(st.sampled_from(AUTHORS)), "very ")
            parts.append(("+", author, new, *([gone] if draw(st.booleans()) else [])))
        length = draw(st.integers(1, 4))
        some, pieces = pieces[:length], pieces[length:]
        parts.append("".join(some) if kind == "=" or "\t" in some else ("-", author, "".join(some)))
    return parts


@given(marked_files())
@settings(max_examples=examples(60), deadline=None)
def test_all_that_is_offered_gives_the_accepted_text(parts):
    markup, accepted = file_of(*parts)
    wanted = ENGLISH.parse(accepted).tree
    # a row whose cells are all emptied is read as no row
    assume([each.kind for each in wanted] == [each.kind for each in BASE])
    tree, placing = taken_in(markup)
    assert said(tree) == said(wanted)
    assert len(placing.left) == len(markup.overwritten)
