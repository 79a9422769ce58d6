"""From the form to the receipt: what is missing, sign-off, sending, nil return, and forms sent by a script."""

import re

import pytest
from django.urls import reverse

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.submissions.submit import Submit
from consultations.errors import RoundNotOpen
from consultations.models import Comment, Submission
from consultations.values import SubmissionState
from tests.factories import consultation as make
from tests.factories.writing import typed


def test_a_script_is_told_where_to_go_on_and_the_person_keeps_the_message(author, world, address):
    data, headers = {**typed(world), "save": "1"}, {"X-Requested-With": "fetch"}
    for _ in range(2):  # the first answer was lost on the way: the same form arrives again
        told = author.post(address, data, headers=headers)
        assert (told.status_code, told["X-Received"]) == (204, "1")
    assert "is saved as a draft" in author.get(told["X-Location"]).content.decode()
    assert (Comment.objects.count(), Submission.objects.count()) == (1, 1)
    step = reverse("consultations:submission_step", args=[Submission.objects.get().pk, "ask"])
    assert author.post(step, headers=headers)["X-Received"] == "1"


def test_a_script_is_told_that_nothing_was_received_without_a_session(client, world, address):
    told = client.post(address, {**typed(world), "save": "1"}, headers={"X-Requested-With": "fetch"})
    assert "/login/" in told["X-Location"]
    assert not told.has_header("X-Received")


def test_what_is_missing_is_said_beside_its_field(author, world, address):
    answer = author.post(address, {**typed(world, rationale=""), "send": "1"}, follow=True)
    page = answer.content.decode()
    assert answer.context["form"].errors.keys() == {"rationale"}
    assert 'href="#id_rationale"' in page
    assert "data-takes-focus" in page
    submission = Submission.objects.get()
    assert submission.state == SubmissionState.DRAFT
    review = author.get(reverse("consultations:submission", args=[submission.pk])).content.decode()
    assert (
        f"{reverse('consultations:edit_comment', args=[Comment.objects.get().pk])}?check=1#id_rationale"
        in review
    )


def test_one_comment_is_left_out_on_the_page_of_the_submission(client, world):
    one, other = (make.draft(world.round, world.ngo_author, world.ngo, make.content()) for _ in range(2))
    client.force_login(world.ngo_focal)
    assert (
        str(one.pk)
        in client.get(reverse("consultations:submission", args=[one.submission.pk])).content.decode()
    )
    step = reverse("consultations:submission_step", args=[one.submission.pk, "sign-and-send"])
    client.post(step, {"leave_out": [str(one.pk)], "confirmed": "1"})
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, other.state) == ("draft", "submitted")


def test_an_author_asks_and_the_focal_point_signs_and_sends_on_one_page(client, world, address):
    client.force_login(world.ngo_author)
    client.post(address, {**typed(world), "send": "1"})
    submission = Submission.objects.get()
    assert submission.state == SubmissionState.IN_REVIEW
    client.force_login(world.ngo_focal)
    page = reverse("consultations:submission", args=[submission.pk])
    assert "Sign off and submit" in client.get(page).content.decode()
    step = reverse("consultations:submission_step", args=[submission.pk, "sign-and-send"])
    assert "Confirm first" in client.post(step, follow=True).content.decode()
    receipt = client.post(step, {"confirmed": "1"}, follow=True).content.decode()
    submission.refresh_from_db()
    assert submission.sha256 in receipt
    again = client.post(step, follow=True).content.decode()
    assert submission.sha256 in again
    assert Submission.objects.get().history.count() == submission.history.count()


def test_two_clicks_at_once_get_one_receipt(client, world, monkeypatch):
    draft = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    client.force_login(world.ngo_focal)
    step = reverse("consultations:submission_step", args=[draft.submission.pk, "sign-and-send"])

    def waits_for_the_other(submission):
        monkeypatch.undo()
        client.post(step, {"confirmed": "1"})
        hold(submission)

    monkeypatch.setattr("consultations.views.submissions.hold", waits_for_the_other)
    answer = client.post(step, {"confirmed": "1"})
    assert answer.url == reverse("consultations:receipt", args=[draft.submission.pk])


def test_a_refused_step_is_told_in_words(client, world, address):
    client.force_login(world.ngo_author)
    client.post(address, {**typed(world, rationale=""), "save": "1"})
    submission = Submission.objects.get()
    step = reverse("consultations:submission_step", args=[submission.pk, "ask"])
    assert "still lacks" in client.post(step, follow=True).content.decode()
    unknown = reverse("consultations:submission_step", args=[submission.pk, "explode"])
    assert client.post(unknown, follow=True).status_code == 404


def test_the_focal_point_returns_the_submission(client, world, address):
    client.force_login(world.ngo_author)
    client.post(address, {**typed(world), "send": "1"})
    submission = Submission.objects.get()
    client.force_login(world.ngo_focal)
    client.post(
        reverse("consultations:submission_step", args=[submission.pk, "return"]),
        {"reason": "Name the article."},
    )
    client.force_login(world.ngo_author)
    assert (
        "Name the article."
        in client.get(reverse("consultations:edit_comment", args=[Comment.objects.get().pk])).content.decode()
    )


def test_a_nil_return_is_asked_once_more_and_receives_a_receipt(client, world):
    client.force_login(world.ngo_focal)
    address = reverse("consultations:nil_return", args=[world.round.pk, world.ngo.pk])
    assert client.get(address).status_code == 200
    assert Submission.objects.count() == 0
    page = client.post(address, follow=True).content.decode()
    assert Submission.objects.get().sha256 in page


def test_the_receipt_says_what_was_withdrawn_since(world, client):
    row = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.send(row.submission, world.ngo_focal)
    row.refresh_from_db()
    WithdrawComment(row, actor=Actor(world.ngo_focal, make.NOW, reason="A mistake.")).execute()
    client.force_login(world.ngo_focal)
    page = client.get(reverse("consultations:receipt", args=[row.submission.pk])).content.decode()
    assert "Withdrawn" in page


def test_the_receipt_leads_to_what_was_sent_and_to_what_was_not(client, world):
    said = make.content(files=(make.attached("Study.pdf"),))
    sent, left = (make.draft(world.round, world.ngo_author, world.ngo, content) for content in (said, said))
    client.force_login(world.ngo_focal)
    step = reverse("consultations:submission_step", args=[sent.submission.pk, "sign-and-send"])
    page = client.post(step, {"leave_out": [str(left.pk)], "confirmed": "1"}, follow=True).content.decode()
    assert sent.url in page
    assert sent.attachments.get().sha256 in page
    assert left.url not in page
    left.refresh_from_db()
    assert re.search(
        rf'{reverse("consultations:submission", args=[left.submission.pk])}"[^>]*>\s*1 comment is not sent',
        page,
    )


def test_an_error_is_tied_to_its_field(author, world, address):
    author.post(address, {**typed(world, stance="", rationale="", proposed_text="Other."), "save": "1"})
    edit = reverse("consultations:edit_comment", args=[Comment.objects.get().pk])
    page = author.get(f"{edit}?check=1").content.decode()
    assert 'href="#id_stance"' in page
    assert re.search(r'<fieldset[^>]*id="id_stance" tabindex="-1"\s+aria-describedby="id_stance_error"', page)
    assert 'id="id_stance_error"' in page
    too_long = author.post(address, {**typed(world, rationale="x" * 20_001), "save": "1"}).content.decode()
    assert 'aria-describedby="rationale-hint id_rationale_error"' in too_long
    assert 'id="id_rationale_error"' in too_long


@pytest.mark.parametrize("kind", ["nil", "late", "enter"])
def test_the_other_forms_are_sent_in_the_background_too(client, world, kind):
    closed = make.open_round(
        world.draft, world.secretary, world.ngo, opens=make.NOW - 9 * make.DAY, closes=make.NOW - make.DAY
    )
    person, address, data = {
        "nil": (
            world.ngo_focal,
            reverse("consultations:nil_return", args=[world.round.pk, world.ngo.pk]),
            {},
        ),
        "late": (
            world.ngo_focal,
            reverse("consultations:ask_late", args=[closed.pk, world.ngo.pk]),
            {"reason": "Late."},
        ),
        "enter": (
            world.secretary,
            reverse("consultations:enter_on_document", args=[world.round.pk]),
            {
                **typed(world),
                "institution": world.ngo.pk,
                "channel": "letter",
                "source": "Letter 5",
                "received": make.minute_ago(),
            },
        ),
    }[kind]
    client.force_login(person)
    page = client.get(address).content.decode()
    assert "data-sends" in page
    assert "sending.js" in page
    for _ in range(2):  # the first answer was lost on the way
        told = client.post(address, data, headers={"X-Requested-With": "fetch"})
        assert (told.status_code, told["X-Received"]) == (204, "1")
    assert client.get(told["X-Location"]).status_code == 200
    assert Submission.objects.count() == (0 if kind == "late" else 1)


def test_what_cannot_be_sent_is_not_signed_off_either(client, world, monkeypatch):
    draft = make.draft(world.round, world.ngo_author, world.ngo, make.content())

    def refuse(action):
        raise RoundNotOpen

    monkeypatch.setattr(Submit, "perform", refuse)
    client.force_login(world.ngo_focal)
    step = reverse("consultations:submission_step", args=[draft.submission.pk, "sign-and-send"])
    assert client.post(step, {"confirmed": "1"}).status_code == 302
    draft.submission.refresh_from_db()
    assert draft.submission.state == SubmissionState.DRAFT


@pytest.mark.parametrize("name", ["ask_late", "withdraw_comment"])
def test_a_refused_reason_is_not_lost(client, world, monkeypatch, name):
    if name == "ask_late":
        days = {"opens": make.NOW - 9 * make.DAY, "closes": make.NOW - make.DAY}
        closed = make.open_round(world.draft, world.secretary, world.ngo, **days)
        keys, action = [closed.pk, world.ngo.pk], AskLate
    else:
        comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
        make.send(comment.submission, world.ngo_focal)
        keys, action = [comment.pk], WithdrawComment

    def refuse(action):
        raise RoundNotOpen

    monkeypatch.setattr(action, "perform", refuse)
    client.force_login(world.ngo_focal)
    address = reverse(f"consultations:{name}", args=keys)
    told = client.post(address, {"reason": "The ferry was late."}, headers={"X-Requested-With": "fetch"})
    assert told.status_code == 422
    page = told.content.decode()
    assert "The ferry was late.</textarea>" in page
    assert str(RoundNotOpen()) in page
