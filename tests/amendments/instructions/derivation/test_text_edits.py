import pytest
from hypothesis import given, strategies as st

from amendments.instructions.derivation.text_edits import text_edits
from amendments.instructions.fragments import execute_on_text
from amendments.instructions.operations import Op
from amendments.provisions.sentences import sentences

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
        # words change and a sentence or paragraph is added: each is an instruction of its own
        ("The fee is 10 coins.", "The fee is 12 coins. Dogs are free.",
         [("replace_number", "10", "12"), ("add_sentence", "", "Dogs are free.")]),
        ("The fee is 10 coins. It is paid once.", "The fee is 12 coins. Dogs are free. It is paid once.",
         [("replace_number", "10", "12"), ("add_sentence", "", "Dogs are free.")]),
        ("The fee is 10 coins. It is paid once. Cats pay half.", "The fee is 12 coins. Cats pay half. Dogs are free.",
         [("replace_number", "10", "12"), ("delete_words", "", ""), ("add_sentence", "", "Dogs are free.")]),
        ("The fee is high. It is paid.\nCats pay half.", "The fee is high. It is paid. Dogs too.\nCats pay all.",
         [("add_sentence", "", "Dogs too."), ("replace_words", "half", "all")]),
        ("The fee is 10 coins.\nCats pay half.", "Dogs do not pay.\nThe fee is 12 coins.\nCats pay half.\nBirds fly.",
         [("replace_number", "10", "12"), ("add_sentence", "", "Dogs do not pay."), ("add_sentence", "", "Birds fly.")]),
        # the words of a sentence that is split are changed, not given up and added again
        ("The fee is 10 coins and it is paid once.", "The fee is 10 coins. It is paid once.",
         [("replace_words", "and it", ". It")]),
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


SENTENCES = [
    "The fee is 10 coins.",
    "Dogs travel free of charge.",
    "It is paid within 3 days.",
    "Rafts are exempt.",
]
ADDED = ["Nobody sails at night.", "Children wear a vest.", "Luggage weighs 9 kilograms at most."]


@st.composite
def reworded(draw):
    """A text, the same with other words and with whole sentences or paragraphs more, and what is added."""
    joint = draw(st.sampled_from([" ", "\n"]))
    old = draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4, unique=True))
    new = [
        sentence.replace("is", "was").replace("travel", "go") if draw(st.booleans()) else sentence
        for sentence in old
    ]
    added = draw(st.lists(st.sampled_from(ADDED), min_size=1, max_size=3, unique=True))
    for sentence in added:
        new.insert(draw(st.integers(0, len(new))), sentence)
    return joint.join(old), joint.join(new), joint, added


@given(reworded())
def test_what_is_added_as_a_whole_is_an_instruction_of_its_own_beside_words_that_change(case):
    before, after, joint, added = case
    operations = text_edits(before, after)
    assert execute_on_text(before, operations) == after
    wholes = [o.new for o in operations if o.op is Op.ADD_SENTENCE]
    assert sorted(part for whole in wholes for part in _parts(whole, joint)) == sorted(added)


def _parts(whole, joint):
    return whole.split("\n") if joint == "\n" else [whole[start:end] for start, end in sentences(whole)]
