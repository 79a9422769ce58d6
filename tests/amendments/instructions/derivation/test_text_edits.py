import pytest

from amendments.instructions.derivation.text_edits import text_edits
from amendments.instructions.fragments import execute_on_text
from amendments.instructions.operations import Op

TWICE = "The permit is issued for one year. It may be extended for one year."


@pytest.mark.parametrize(
    ("before", "after", "operations"),
    [
        ("a b c", "a x c", [("replace_words", "b", "x")]),
        ("within 10 days", "within 15 days", [("replace_number", "10", "15")]),
        ("keeps the data of the person.", "keeps the personal data of the person.", [("insert_before", "data", "personal")]),
        ("a b c d e f", "a b d e f", [("delete_words", "c", "")]),
        ("One. Two.", "One. Two. Three.", [("add_sentence", "", "Three.")]),
        ("One. Two. Three.", "One. Three.", [("delete_words", "", "")]),
        ("One thing here. Two.", "Quite something else. Two.", [("restate_sentence", "", "Quite something else.")]),
        ("One. Two.", "One. Two. Three. Four.", [("add_sentence", "", "Three. Four.")]),
        ("One. Two.", "One. Three. Four. Two.", [("add_sentence", "", "Three. Four.")]),
        ("One\nTwo", "One\nTwo\nThree", [("add_sentence", "", "Three")]),
        ("abc", "xyz", [("restate", "", "xyz")]),
        ("", "xyz", [("restate", "", "xyz")]),
        ("4 (dörd) gün müddətində", "5 (beş) gün müddətində", [("replace_words", "4 (dörd)", "5 (beş)")]),
    ],
)  # fmt: skip
def test_the_smallest_readable_edit_is_chosen(before, after, operations):
    assert [(o.op.value, o.anchor or o.old, o.new) for o in text_edits(before, after)] == operations


def test_the_same_edit_at_every_place_is_one_operation():
    (operation,) = text_edits("a centre and the other centre here", "a camp and the other camp here")
    assert (operation.old, operation.new, operation.qualifier) == ("centre", "camp", "both")


def test_words_that_stand_twice_are_named_without_doubt():
    (operation,) = text_edits(TWICE, TWICE.replace("for one year. It", "for two years. It"))
    assert operation.old != "one year"


def test_a_heading_is_edited_as_a_heading():
    (operation,) = text_edits("Refusal of a permit", "Refusal of a visa", is_heading=True)
    assert (operation.op, operation.level) == (Op.REPLACE_WORDS, "heading")


def test_a_short_word_is_not_an_anchor_of_its_own_where_more_can_be_quoted():
    (operation,) = text_edits("stays for 15 il in all cases", "stays for 15 il (or 20) in all cases")
    assert operation.anchor == "15 il"
    (operation,) = text_edits("il", "il və ay")
    assert operation.anchor == "il"


def test_a_word_between_its_twins_is_named_by_more_words_or_its_place():
    text = "x y x y x y x"
    for i, word in enumerate(text.split()):
        changed = text.split()
        changed[i] = "new"
        (operation,) = text_edits(text, " ".join(changed))
        assert operation.old != word or operation.qualifier


def test_a_bracket_before_the_words_is_quoted_with_them():
    (operation,) = text_edits("for (five days) in all other cases", "for (ten days) in all other cases")
    assert operation.old == "five"
    (operation,) = text_edits("for five (5) days in all other cases", "for ten (10) days in all other cases")
    assert operation.old == "five (5)"
    (operation,) = text_edits(
        "within (five) days of notice in all cases", "within (ten) weeks of notice in all cases"
    )
    assert operation.old == "(five) days"


def test_what_words_cannot_say_is_restated():
    (operation,) = text_edits("one two three four five", "one two three four five ")
    assert operation.op is Op.RESTATE
    operations = text_edits("first line here\none two three four", "first line here\none two three four ")
    assert [(o.op, o.level) for o in operations] == [(Op.RESTATE, "paragraph:2")]


def test_the_same_edit_at_every_place_is_not_one_operation_where_the_words_stand_elsewhere_too():
    before = "the box stands near the door, another box near the wall; but the box stays here for good"
    after = before.replace("box", "case", 2)
    assert len(text_edits(before, after)) == 2
    assert execute_on_text(before, text_edits(before, after)) == after
