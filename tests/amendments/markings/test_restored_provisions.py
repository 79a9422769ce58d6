"""Words that a file brings back where the draft repeals a provision: the instruction that repeals it is to be withdrawn."""

import pytest

from amendments.importers.markup import Markup, TrackedEdit
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.text.saying import say
from tests.amendments.markings.test_placed_changes import ACT, BASE, change

PART = "The fare is 10 coins. It is paid before the crossing."
DRAFT = execute(BASE, [Operation(Op.REPEAL, target="2.1")], ENGLISH)
TEXT = ENGLISH.render(DRAFT)
WHY = "2.1 is repealed. Withdraw the instruction that repeals it, or insert the words under another number."


def inserted(behind, words, text=TEXT):
    at = text.index(behind) + len(behind)
    return TrackedEdit(at, at, words, "Vera Lex", "")


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (inserted("Fares\n2.1.", f" {PART}"), TEXT),
        (inserted("Fares\n2.1.", PART), TEXT),
        (inserted("Fares\n2.1.", f"\n2.1. {PART}"), TEXT),
        (inserted("Fares\n2.1.\n", f"2.1. {PART}\n"), TEXT),
        (inserted("Article 2. Fares\n", f"2.1. {PART}\n"), TEXT),
        (change("10", "12"), ACT),
        (change(f"2.1. {PART}\n", f"2.1. {PART} Dogs pay.\n"), ACT),
    ],
)
def test_words_in_a_repealed_provision_are_listed_with_what_to_do(edit, text):
    assert "\n2.1.\n" in TEXT
    placing = place(Markup(text, (edit,)), BASE, DRAFT, ENGLISH)
    assert (placing.changes, placing.standing) == ([], [])
    assert [say(each.why) for each in placing.left] == [WHY]
