"""Translations of comments are found by those who may read the comment."""

from amendments.audit.actor import Actor
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.values import Visibility
from tests.factories import consultation as make
from tests.search.asking import search


def translated(world, visibility):
    said = make.content(make.chosen(world.draft, "2.1"), rationale="Too dear.", visibility=visibility)
    row = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(row.submission, world.ngo_focal)
    row.refresh_from_db()
    TranslateComment(row, "az", "Çünki çox bahadır.", actor=Actor.now(world.secretary)).execute()
    return row


def test_the_readers_of_a_comment_alone_find_its_translation(world):
    translated(world, Visibility.COMMITTEE)
    assert search("bahadır", world.anonymous).total == 0
    (card,) = search("bahadır", world.chair).cards
    assert (card.language, card.is_translation) == ("az", True)


def test_a_withdrawn_comment_takes_its_translation_out_of_the_index(world):
    row = translated(world, Visibility.PUBLIC)
    assert search("bahadır", world.anonymous).total == 1
    WithdrawComment(row, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    assert search("bahadır", world.anonymous).total == 0
