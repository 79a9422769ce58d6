"""Words of a file that differ from the draft and are not marked: no instruction comes of them, and they are listed."""

import pytest

from amendments.importers.markup import Markup
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.markings.placed_changes import place
from amendments.markings.unmarked import MOST_LISTED
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.markings.test_placed_changes import ACT, BASE, WORKING, change, stored


def unmarked(text, *edits, base=BASE, working=BASE):
    found = place(Markup(text, edits), base, working, ENGLISH).unmarked
    return [(str(each.why).partition(":")[0], each.old, each.new) for each in found]


LONG = ACT + "".join(f"2.{number}. Fare number {number}.\n" for number in range(3, 40))


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (ACT, []),
        (ACT.replace("free of charge", "for nothing"), [("Article 2(2.2)", "free of charge", "for nothing")]),
        (
            ACT.replace(" It is paid before the crossing.", ""),
            [("Article 2(2.1)", "It is paid before the crossing.", "")],
        ),
        (ACT.rstrip() + " Dogs pay.\n", [("Article 2(2.2)", "", "Dogs pay.")]),
        (ACT + "2.3. Dogs pay.\n", [("Article 2(2.3)", "", "2.3. Dogs pay.")]),
        (ACT.replace("1.2.2. rafts.\n", ""), [("Article 1(1.2.2)", "1.2.2. rafts.", "")]),
        (ACT.replace("Scope", "Reach"), [("Article 1", "Scope", "Reach")]),
    ],
)
def test_a_change_that_nobody_tracked_is_listed(text, listed):
    assert [(old.strip(), new.strip()) for __, old, new in unmarked(text)] == [each[1:] for each in listed]


def test_tracked_and_untracked_words_of_one_provision_are_told_apart():
    text = ACT.replace("Children", "Pupils")
    assert [each[1:] for each in unmarked(text, change("charge", "duty", text=text))] == [
        ("Children", "Pupils")
    ]
    assert unmarked(ACT, change("charge", "duty")) == []


def test_what_has_no_name_is_listed_without_one():
    text = ACT.rstrip() + "\n\nAda Smith\nPresident of the Republic of Caspia\n"
    base = stored(text)
    (listed,) = unmarked(text.replace("Ada", "Eva"), base=base, working=base)
    assert listed == ("The file differs from the draft here, and no change is marked.", "Ada", "Eva")


@pytest.mark.parametrize("words", ["20 coins", "10 coins"])
def test_words_of_the_draft_and_of_the_text_in_force_differ_from_nothing(words):
    assert unmarked(ENGLISH.render(WORKING).replace("20 coins", words), working=WORKING) == []


def test_a_mark_that_is_in_the_draft_already_is_marked():
    working = execute(BASE, [Operation(Op.REPLACE_WORDS, target="2.1", old="10 coins", new="20 coins")])
    edits = change("10", "20"), change("before", "after")
    assert unmarked(ACT, *edits, base=working, working=working) == []


def test_another_text_is_one_line():
    base = stored(LONG)
    found = place(Markup(LONG.replace("Fare number", "Sum")), base, base, ENGLISH).unmarked
    assert len(found) == 1
    assert f"in {LONG.count('Fare number')} places" in str(found[0].why)
    assert LONG.count("Fare number") > MOST_LISTED


def test_what_the_draft_gained_since_the_file_left_is_no_difference():
    sealed = execute(BASE, [Operation(Op.REPLACE_WORDS, target="2.1", old="10 coins", new="20 coins")])
    more = [Operation(Op.INSERT_ELEMENT, target="2.3", new="Dogs pay.", creates={"2.3": "dogs"})]
    working = execute(sealed, more)
    text = ENGLISH.render(sealed).replace("Children", "Pupils")
    found = place(Markup(text), BASE, working, ENGLISH, left_from=sealed).unmarked
    assert [(each.old, each.new) for each in found] == [("Children", "Pupils")]
