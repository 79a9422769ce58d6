"""What the ways of tampering are tried on: comments that were sent, and what happened to them."""

from typing import Any

from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.write_answer import Target
from consultations.actions.comments.co_sign_comment import CoSignComment
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.sent_event import Shown
from consultations.models import Comment
from consultations.rules.answer_kinds import Answer
from consultations.rules.benchmarks import TreatyArticle
from tests.factories import consultation as make

NAMED = {"rights": ("E03", "B01"), "grounds": ("sex",), "treaties": (TreatyArticle("CRC", "3"),)}


def build(world: Any) -> None:
    """Adds to the world: a submission of two comments, one merged with the first, one withdrawn, one replaced; a decision."""
    said = make.content(
        make.chosen(world.draft, "2.1", "20"),
        proposed_text="8 coins",
        files=(make.attached(), make.attached("Notes.txt")),
        **NAMED,
    )
    world.said = make.draft(world.round, world.ngo_author, world.ngo, said)
    world.beside = make.draft(
        world.round, world.ngo_author, world.ngo, make.content(make.chosen(world.draft, "2.2"))
    )
    world.sent = make.send(world.said.submission, world.ngo_focal)
    world.view = _view(world, "2.1", "Mine.")
    world.gone = _view(world, "2.2", "Gone.")
    WithdrawComment(world.gone, actor=Actor.now(world.citizen, reason="Said elsewhere.")).execute()
    world.replaced = _of_body(world, "Before.")
    world.later = _of_body(world, "Instead.", supersedes=True)
    by_secretary = Actor.now(world.secretary, reason="Because.")
    GroupComments(world.said, [world.view], actor=by_secretary).execute()
    place = Target(provision=world.text.entries.get(number="2.1").provision)
    ProposeDisposition(world.said, Answer.ALREADY_COVERED, [place], actor=by_secretary).execute()
    DecideDisposition(world.said, actor=by_secretary, decided_in="meeting 3").execute()
    CoSignComment(world.said, world.body, actor=Actor.now(world.body_focal)).execute()
    CoverWords(world.later, Shown(shown_rationale="[…] much."), actor=by_secretary).execute()
    for name in ("said", "beside", "view", "gone", "replaced", "later"):
        vars(world)[name] = Comment.objects.get(pk=vars(world)[name].pk)


def _view(world: Any, number: str, words: str) -> Comment:
    said = make.content(make.chosen(world.draft, number), rationale=words)
    comment = make.draft(world.round, world.citizen, None, said)
    make.send(comment.submission, world.citizen)
    return comment


def _of_body(world: Any, words: str, *, supersedes: bool = False) -> Comment:
    said = make.content(make.chosen(world.draft, "1.1"), rationale=words)
    comment = make.draft(world.round, world.body_author, world.body, said)
    make.send(comment.submission, world.body_focal, supersedes=supersedes)
    return comment
