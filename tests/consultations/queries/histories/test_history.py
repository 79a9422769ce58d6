"""The history of a comment is in the reader's language and shows only what the reader may read."""

from django.contrib.auth.models import Group, Permission
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime

from amendments.audit.actor import Actor
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.submissions.enter_on_behalf import EnterOnBehalf, Received
from consultations.queries.histories.history import history_of
from consultations.rules.benchmarks import TreatyArticle
from consultations.values import Visibility
from tests.factories import consultation as make


def sent(world, person=None, institution=None, focal=None, **said):
    passage = make.chosen(world.draft, "2.1", "It is paid before the crossing.")
    comment = make.draft(
        world.round, person or world.ngo_author, institution or world.ngo, make.content(passage, **said)
    )
    make.send(comment.submission, focal or world.ngo_focal)
    comment.refresh_from_db()
    return comment


def changes(user, comment):
    return {
        change.field: change.after for record in history_of(user, comment)[:] for change in record.changes
    }


def test_fields_and_moments_are_told_in_the_language_of_the_reader(world):
    comment = sent(world)
    received = localtime(comment.submission.received_at)
    for language, field in (("en", "received"), ("az", "alınıb"), ("ru", "получено")):
        with translation.override(language):
            told = changes(world.ngo_focal, comment)
            assert told[field] == date_format(received, "DATETIME_FORMAT")


def test_a_merged_comment_is_named_to_those_who_may_read_it(world):
    comment = sent(world)
    main = sent(world, world.body_author, world.body, world.body_focal, visibility=Visibility.COMMITTEE)
    GroupComments(main, [comment], actor=Actor.now(world.secretary)).execute()
    comment.refresh_from_db()
    assert changes(world.secretary, comment)["merged with"] == main.reference
    assert changes(world.ngo_focal, comment)["merged with"] == "a comment that you may not read"


def test_rights_grounds_and_treaties_are_told_by_name(world):
    named = {"grounds": ("sex",), "treaties": (TreatyArticle("CRC", "3"), TreatyArticle("ICCPR"))}
    comment = sent(world, rights=("B01", "E03"), **named)
    with translation.override("en"):
        told = changes(world.ngo_focal, comment)
    assert told["rights"] == "Right to life; Best interests of the child"
    assert told["grounds"] == "Sex"
    child, civil = "Convention on the Rights of the Child, 3", "Covenant on Civil and Political Rights"
    assert told["treaties"] == f"{child}; {civil}"
    with translation.override("az"):
        assert "Yaşamaq hüququ" in changes(world.ngo_focal, comment)["hüquqlar"]


def test_a_step_that_names_nothing_new_tells_no_change_of_rights(world):
    comment = sent(world, rights=("B01",))
    records = history_of(world.ngo_focal, comment)[:]
    assert [change.after for record in records for change in record.changes if change.field == "rights"] == [
        "Right to life"
    ]


def test_the_text_of_a_withdrawn_comment_is_closed_in_its_history_too(world):
    received = Received("Letter of yesterday", make.NOW - make.DAY)
    by_secretary = Actor.now(world.secretary)
    said = [make.content(rationale="Too dear.")]
    submission = EnterOnBehalf(world.round, world.ngo, said, received, actor=by_secretary).execute()
    comment = submission.comments.get()
    group = Group.objects.create(name="keepers of histories")
    group.permissions.add(Permission.objects.get(codename="read_comment_history"))
    world.legal_reader.groups.add(group)
    assert "Too dear." in changes(world.legal_reader, comment).values()
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    comment.refresh_from_db()
    for person, is_told in ((world.secretary, True), (world.ngo_focal, True), (world.legal_reader, False)):
        told = changes(person, comment)
        assert "state" in told
        assert ("Too dear." in told.values()) is is_told
