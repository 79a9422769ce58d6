"""Sentences that are refused, and what is no instruction."""

from dataclasses import replace

import pytest

from amendments.instructions.instruction_errors import Refused, Unread
from amendments.instructions.operations import Op, Operation
from amendments.instructions.prose.english_wording import GRAMMAR, English
from amendments.instructions.prose.prose_reading import read
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood

WORDINGS = [English(), Russian()]


@pytest.mark.parametrize("wording", WORDINGS, ids=["en", "ru"])
@pytest.mark.parametrize(
    "operation",
    [
        Operation(Op.REPLACE_WORDS, "3", old="a"),
        Operation(Op.RESTATE, "3"),
        Operation(Op.INSERT_ELEMENT, "3"),
        Operation(Op.COMMENCEMENT, "*"),
    ],
)
def test_an_order_without_its_text_is_refused(wording, operation):
    with pytest.raises(Refused) as refusal:
        wording.word(operation, Mood.IMPERATIVE)
    assert refusal.value.code == "new_text_needed"


@pytest.mark.parametrize("wording", WORDINGS, ids=["en", "ru"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing.",
        "In Article 3 something shall be done.",
        "The moon shall be repealed.",
        "Луна признана утратившей силу.",
    ],
)
def test_what_is_no_instruction_is_unread(wording, text):
    with pytest.raises(Unread):
        wording.parse(text)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "In Article 3, the word “a” shall be replaced by the word “b” shall be replaced by the word “c”.",
            ["replace_words 3: “a” → “b” shall be replaced by the word “c”", "replace_words 3: “a” shall be replaced by the word “b” → “c”"],
        ),
        (
            "In Article 3, after the word “a” the word “b” the word “c” shall be inserted.",
            ["insert_after 3: “a” → “b” the word “c”", "insert_after 3: “a” the word “b” → “c”"],
        ),
    ],
)  # fmt: skip
def test_a_sentence_with_two_readings_is_refused_and_names_both(text, readings):
    with pytest.raises(Unread) as refusal:
        English().parse(text)
    assert all(reading in str(refusal.value) for reading in readings)


def test_a_form_that_names_nothing_known_gives_way_to_the_next():
    """“Article” before the place leaves “3”, which names nothing."""
    sentences = {
        "repeal": "Article {place.obj} {verb.repealed.place}.",
        "restate": "{place.obj} shall be repealed{block}.",
    }
    assert read("Article 3 shall be repealed.", replace(GRAMMAR, sentences=sentences)) == Operation(
        Op.RESTATE, "3"
    )


def test_a_level_without_a_word_is_refused():
    with pytest.raises(Refused) as refusal:
        English().word(Operation(Op.DELETE_WORDS, "1", level="sentence:40"), Mood.PAST)
    assert refusal.value.code == "not_worded"


def test_a_place_without_a_name_is_refused_in_russian():
    for operation in (
        Operation(Op.REPEAL, "art_45__note_1"),
        Operation(Op.DELETE_WORDS, "1", level="sentence:40"),
    ):
        with pytest.raises(Refused) as refusal:
            Russian().word(operation, Mood.PAST)
        assert refusal.value.code == "not_worded"


@pytest.mark.parametrize(
    "text",
    [
        "Article 3 shall be deleted.",
        "The Law shall be repealed.",
        "The sentence of Article 3 shall be deleted.",
    ],
)
def test_what_means_a_whole_provision_or_act_is_unread(text):
    with pytest.raises(Unread):
        English().parse(text)
