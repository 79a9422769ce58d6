"""The database keeps what was sent and decided; whoever drops a trigger, changes a row and puts it back is found."""

import random

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, transaction

from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError, NotAllowed
from amendments.queries.proof.chain_faults import chain_faults
from amendments.record import inspection, seals
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.co_sign_comment import CoSignComment
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.comments.discard_comment import DiscardComment
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.sent_event import Shown
from consultations.actions.submissions.enter_on_behalf import EnterOnBehalf, Received
from consultations.actions.submissions.nil_return import NilReturn
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.models import Attachment, Comment, CoSignature, Disposition, SentEvent, Submission
from consultations.rules.answer_kinds import Answer
from tests.consultations.sent_and_decided import build
from tests.consultations.ways_of_tampering import OF_KIND, WAYS
from tests.factories import consultation as make
from tests.shares import telling

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def standing_world(standing_world, add):
    """With what can be tampered with."""
    add(lambda: build(standing_world))
    return standing_world


def named(world, told):
    rows = ("sent", "said", "beside", "view", "gone", "replaced", "later")
    keys = {name: vars(world)[name].pk for name in rows}
    for kind, name in OF_KIND.items():
        keys[kind] = SentEvent.objects.filter(comment=vars(world)[name], kind=kind).values_list("pk").get()[0]
    return told.format(**keys, co_signature=CoSignature.objects.get().pk)


@pytest.mark.parametrize("what", telling(WAYS, *list(WAYS)[::3]), ids=str)
def test_what_whoever_owns_the_tables_changes_is_refused_and_found(world, what):
    way = WAYS[what]
    told = named(world, way.told)
    if way.is_refused:
        with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
            way.do(world)
    with make.behind_the_seals():
        way.do(world)
    assert inspection.faults(connection) == []
    found = chain_faults()
    assert any(fault.startswith(told) for fault in found), found


def test_nothing_is_found_where_nothing_was_changed(world):
    assert len(WAYS) >= 60
    assert chain_faults() == []
    call_command("verify_seals")


def test_verify_fails_and_hides_nothing_behind_one_change(world, capsys):
    with make.behind_the_seals():
        WAYS["a word"].do(world)
        WAYS["what was decided"].do(world)
        WAYS["a withdrawal taken back"].do(world)
    with pytest.raises(CommandError, match="do not stand"):
        call_command("verify_seals")
    told = capsys.readouterr().err
    for what in ("a word", "what was decided", "a withdrawal taken back"):
        assert named(world, WAYS[what].told) in told


def test_no_insert_replaces_what_was_sent(world):
    for model in (Submission, Comment, Attachment, Disposition, SentEvent):
        table = model._meta.db_table
        key = "comment_id" if model in (Attachment, Disposition) else "id"
        row = world.sent if model is Submission else world.said
        rows = (
            f"SELECT * FROM {table} WHERE {key} = '{row.pk.hex}'"
            if model is not SentEvent
            else f"SELECT * FROM {table}"
        )
        statement = (
            f"INSERT OR REPLACE INTO {table} {rows}"
            if connection.vendor == "sqlite"
            else f"INSERT INTO {table} {rows} ON CONFLICT DO NOTHING"
        )
        with (
            pytest.raises(DatabaseError, match=seals.REFUSAL),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_drafts_and_proposals_change_freely(world):
    said = make.content(make.chosen(world.draft, "2.1"), files=(make.attached(),), rights=("E03",))
    comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    other = make.content(make.chosen(world.draft, "2.2"), rationale="Other.", rights=("B01",))
    SaveCommentDraft(world.round, other, actor=Actor.now(world.ngo_author), comment=comment).execute()
    DiscardComment(comment, actor=Actor.now(world.ngo_author)).execute()
    for answer in (Answer.NOTED, Answer.NOT_ACCEPTED, Answer.OUT_OF_SCOPE):
        by = Actor.now(world.secretary, reason="Because.")
        ProposeDisposition(world.later, answer, actor=by).execute()
    assert chain_faults() == []


def test_a_short_name_of_an_institution_that_changes_leaves_what_it_sent(world):
    type(world.ngo).objects.filter(pk=world.ngo.pk).update(slug="another-name")
    assert chain_faults() == []


class Walk:
    """Somebody does something with a comment, again and again; a refusal in words is an answer too."""

    def __init__(self, world, seed):
        self.world, self.chance = world, random.Random(seed)  # noqa: S311 - chances, no secrets
        self.done = []

    def step(self):
        action = self.chance.choice(STEPS)
        try:
            made = action(self)
            with transaction.atomic():
                made.execute()
        except (AmendmentsError, NotAllowed, IndexError):
            return
        self.done.append(type(made).__name__)

    def actor(self, who):
        return Actor.now(vars(self.world)["people"][who], reason="Because.")

    def comment(self, **which):
        return self.chance.choice(list(Comment.objects.filter(**which)))

    def submission(self):
        return self.chance.choice(list(Submission.objects.filter(institution=self.world.ngo)))

    def said(self):
        number = self.chance.choice(["1.1", "2.1", "2.2"])
        files = (make.attached(),) if self.chance.random() < 0.3 else ()
        return make.content(
            make.chosen(self.world.draft, number),
            rationale=f"Words {self.chance.random()}",
            rights=("E03",),
            files=files,
        )


STEPS = (
    lambda w: SaveCommentDraft(w.world.round, w.said(), actor=w.actor("ngo_author"), institution=w.world.ngo),
    lambda w: SaveCommentDraft(
        w.world.round,
        w.said(),
        actor=w.actor("ngo_author"),
        comment=w.comment(submission__institution=w.world.ngo),
    ),
    lambda w: SaveCommentDraft(w.world.round, w.said(), actor=w.actor("citizen")),
    lambda w: DiscardComment(w.comment(state="draft"), actor=w.actor("ngo_author")),
    lambda w: SignOffSubmission(w.submission(), actor=w.actor("ngo_focal")),
    lambda w: Submit(w.submission(), actor=w.actor("ngo_focal"), supersedes=w.chance.random() < 0.3),
    lambda w: Submit(w.comment(state="draft").submission, actor=w.actor("citizen")),
    lambda w: NilReturn(w.world.round, w.world.body, actor=w.actor("body_focal")),
    lambda w: EnterOnBehalf(
        w.world.round,
        w.world.body,
        [w.said(), w.said()],
        Received("A letter.", make.NOW),
        actor=w.actor("secretary"),
    ),
    lambda w: CoSignComment(w.comment(), w.world.body, actor=w.actor("body_focal")),
    lambda w: TranslateComment(w.comment(), "ru", "Слова.", actor=w.actor("secretary")),
    lambda w: CoverWords(w.comment(), Shown(w.chance.choice([None, "", "[…]"])), actor=w.actor("secretary")),
    lambda w: WithdrawComment(w.comment(submission__institution=w.world.ngo), actor=w.actor("ngo_focal")),
    lambda w: WithdrawSubmission(w.submission(), actor=w.actor("ngo_focal")),
    lambda w: GroupComments(w.comment(), [w.comment(), w.comment()], actor=w.actor("secretary")),
    lambda w: ProposeDisposition(
        w.comment(), w.chance.choice([Answer.NOTED, Answer.NOT_ACCEPTED]), actor=w.actor("secretary")
    ),
    lambda w: DecideDisposition(w.comment(disposition__decided_at=None), actor=w.actor("chair")),
)


@pytest.mark.parametrize("seed", telling(range(4), 0))
def test_every_action_on_comments_and_answers_goes_through_with_the_seals(world, seed):
    walk = Walk(world, seed)
    for _ in range(80):
        walk.step()
    assert len(walk.done) > 20, walk.done
    assert chain_faults() == []
