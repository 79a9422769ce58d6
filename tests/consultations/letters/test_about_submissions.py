"""Who is told of what an institution or a person sends."""

import pytest
from django.core import mail

from amendments.audit.actor import Actor
from consultations.actions.submissions.enter_on_behalf import EnterOnBehalf, Received
from consultations.actions.submissions.nil_return import NilReturn
from consultations.actions.submissions.return_submission import ReturnSubmission
from consultations.models import Comment
from tests.factories import consultation as make
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db


def written(world, **more):
    return make.draft(world.round, world.ngo_author, world.ngo, make.content(**more)).submission


def test_the_focal_point_is_asked_to_sign_off_and_the_author_hears_of_the_return(world, told):
    submission = written(world)
    make.ask(submission, world.ngo_author)
    assert told() == [f"ngo_focal: Comments wait for your sign-off: {submission.reference}"]
    ReturnSubmission(submission, actor=Actor.now(world.ngo_focal, reason="The secret reason.")).execute()
    assert told() == [f"ngo_author: Comments returned to their authors: {submission.reference}"]
    assert "secret" not in mail.outbox[0].body
    make.ask(submission, world.ngo_author)
    assert len(told()) == 1  # asked again, told again


def test_the_receipt_has_number_hash_and_how_to_verify_it(world, told):
    submission = written(world, rationale="What I think of it.")
    make.ask(submission, world.ngo_author)
    told()
    make.send(submission, world.ngo_focal)
    submission.refresh_from_db()
    assert told() == [
        f"ngo_author: Received: {submission.reference}",
        f"ngo_focal: Received: {submission.reference}",
    ]
    body = mail.outbox[0].body
    assert submission.sha256 in body
    assert "It has 1 comment." in body
    assert "To verify it" in body
    assert f"/consultations/submissions/{submission.pk}/receipt/" in body
    assert f"/consultations/submissions/{submission.pk}/\n" in body
    assert "What I think" not in body


def test_a_person_gets_the_receipt_of_an_individual_view(world, told):
    submission = make.draft(world.round, world.citizen, None, make.content()).submission
    make.send(submission, world.citizen)
    assert told() == [f"citizen: Received: {submission.reference}"]


def test_a_nil_return_has_its_receipt(world, told):
    NilReturn(world.round, world.ngo, actor=Actor.now(world.ngo_focal)).execute()
    assert [line.partition(":")[0] for line in told()] == ["ngo_focal"]
    assert "nil return" in mail.outbox[0].body


def test_an_institution_is_told_what_was_entered_for_it(world, told):
    received = Received("Letter of yesterday", NOW - DAY)
    actor = Actor(world.secretary, NOW)
    EnterOnBehalf(world.round, world.ngo, [make.content()], received, actor=actor).execute()
    assert [line.partition(":")[0] for line in told()] == ["ngo_focal"]


def test_a_later_submission_does_not_tell_of_the_earlier_one_again(world, told):
    first = make.send(written(world), world.ngo_focal)
    told()
    second = make.send(written(world, rationale="More."), world.ngo_focal, supersedes=True)
    assert {line.partition(": ")[2] for line in told()} == {f"Received: {second.reference}"}
    assert first.reference != second.reference
    assert Comment.objects.filter(submission=first).exists()


def test_whoever_sent_an_individual_view_is_addressed_as_a_person(world, told):
    view = make.draft(world.round, world.citizen, None, make.content())
    make.send(view.submission, world.citizen)
    told()
    (receipt,) = [message for message in mail.outbox if message.to == [world.citizen.email]]
    assert f"What you sent on “{world.amendment.title}” was received on " in " ".join(receipt.body.split())
