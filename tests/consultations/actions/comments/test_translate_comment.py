"""The secretary adds translations of sent comments; earlier ones are kept."""

import pytest

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, NothingChanged
from amendments.errors.of_translations import SameLanguage
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.errors import NothingToTranslate
from consultations.errors.of_states import NotSentYet
from tests.factories import consultation as make

REASONS, WORDS = "Because it is too dear.", "Çünki çox bahadır."


def write(world):
    said = make.content(make.chosen(world.draft, "2.1"), rationale=REASONS)
    return make.draft(world.round, world.ngo_author, world.ngo, said)


@pytest.fixture
def comment(world):
    row = write(world)
    make.send(row.submission, world.ngo_focal)
    row.refresh_from_db()
    return row


def translate(comment, person, words=WORDS, language="az"):
    return TranslateComment(comment, language, words, actor=Actor.now(person)).execute()


def test_a_correction_is_added_and_the_earlier_words_are_kept(world, comment):
    translate(comment, world.secretary)
    translate(comment, world.secretary, "Bahadır.")
    assert [row.rationale for row in comment.translations.all()] == [WORDS, "Bahadır."]


@pytest.mark.parametrize(("language", "words", "refusal"), [
    ("en", WORDS, SameLanguage), ("fr", WORDS, SameLanguage), ("az", " ", NothingToTranslate),
])  # fmt: skip
def test_what_is_no_translation_is_refused(world, comment, language, words, refusal):
    with pytest.raises(refusal):
        translate(comment, world.secretary, words, language)


def test_the_same_words_again_change_nothing(world, comment):
    translate(comment, world.secretary)
    with pytest.raises(NothingChanged):
        translate(comment, world.secretary)


def test_a_draft_of_a_comment_is_not_translated(world):
    row = write(world)
    for person in (world.secretary, world.ngo_author):
        with pytest.raises((NotAllowed, NotSentYet)):
            translate(row, person)
