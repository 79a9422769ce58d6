"""Replies to a recommendation, and answers on what became of it, are taken back with a reason."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from amendments.errors import NotAllowed
from consultations.errors import ReasonNeeded
from consultations.letters.due_letters import write_due
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_follow_up import TakeBackFollowUp
from rights.actions.recommended_steps.take_back_recommendation_reply import TakeBackRecommendationReply
from rights.errors import NewerAnswer, RepliedAnew, RepliedSince, ReplyUsed
from rights.models import FollowUp, TakenBackReply
from rights.my_work import RightsWork
from rights.values import FollowUpValue
from tests.rights.actions.recommended_steps.conftest import follow, story
from tests.rights.drafts import next_draft
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole


def reply_to(office, row, words="We agree."):
    return ReplyToRecommendation(row, words, actor=office.act(office.world.body_focal)).execute()


def test_a_reply_to_a_recommendation_is_taken_back_and_readers_still_read_it(office, row, client):
    world, given = office.world, reply_to(office, row)
    for person in (world.body_author, world.ngo_focal, world.drafter, office.head):
        with pytest.raises(NotAllowed):
            TakeBackRecommendationReply(row, given.pk, actor=office.act(person, reason="A slip.")).execute()
    with pytest.raises(ReasonNeeded):
        TakeBackRecommendationReply(row, given.pk, actor=office.act(world.body_focal)).execute()
    focal = signed_in(client, world.body_focal)
    url = reverse("rights:take_reply_back", args=[row.pk])
    assert url in text_of(focal.get(row.opinion.url))
    assert focal.post(url, {"seen": given.pk, "reason": ""}).status_code == 422
    page = text_of(focal.post(url, {"seen": given.pk, "reason": "The wrong ministry."}, follow=True))
    assert "Reply for Border Service" in page
    (task,) = RightsWork().tasks(world.body_focal, timezone.now())
    assert task.title.startswith("Reply to 1 recommendation of HRO-")
    reply_to(office, row, "We do not.")
    client.logout()
    page = text_of(client.get(row.opinion.url))
    assert "We do not." in page
    assert "Why: The wrong ministry." in page
    assert "We agree." in page
    assert url not in page
    wrong = office.act(world.body_focal, reason="The wrong ministry.")
    again = TakeBackRecommendationReply(row, given.pk, actor=wrong)
    assert again.execute() == TakenBackReply.objects.get()  # the second click of the first time
    with pytest.raises(RepliedAnew):
        TakeBackRecommendationReply(
            row, row.pk, actor=office.act(world.body_focal, reason="A slip.")
        ).execute()


def test_a_reply_that_the_office_has_answered_stands_and_so_does_an_answer_with_a_reply(office, row, client):
    second = next_draft(office, "20 coins", "30 coins")
    answer = follow(office, row, second)
    given = reply_to(office, row)
    with pytest.raises(RepliedSince):
        TakeBackFollowUp(answer, actor=office.act(reason="A slip.")).execute()
    page = text_of(signed_in(client, office.analyst).get(row.opinion.url))
    assert reverse("rights:take_follow_up_back", args=[row.pk]) not in page
    assert "this answer cannot be taken back" in page
    follow(office, row, second, FollowUpValue.NOT_ACCEPTED)
    with pytest.raises(ReplyUsed):
        TakeBackRecommendationReply(
            row, given.pk, actor=office.act(office.world.body_focal, reason="No.")
        ).execute()
    page = text_of(signed_in(client, office.world.body_focal).get(row.opinion.url))
    assert reverse("rights:take_reply_back", args=[row.pk]) not in page
    assert "has gone on from this reply" in page


def test_an_answer_of_the_office_is_taken_back_with_a_reason_and_the_one_before_counts(office, row, client):
    second = next_draft(office, "20 coins", "30 coins")
    first = follow(office, row, second)
    newer = follow(office, row, second, FollowUpValue.OVERTAKEN, note="Gone.")
    assert story(office, row).is_closed
    with pytest.raises(NotAllowed):
        TakeBackFollowUp(newer, actor=office.act(office.world.secretary, reason="No.")).execute()
    with pytest.raises(ReasonNeeded):
        TakeBackFollowUp(newer, actor=office.act()).execute()
    with pytest.raises(NewerAnswer):
        TakeBackFollowUp(first, actor=office.act(reason="A slip.")).execute()
    analyst = signed_in(client, office.analyst)
    url = reverse("rights:take_follow_up_back", args=[row.pk])
    shown = text_of(analyst.get(row.opinion.url))
    assert shown.count("Everybody reads this reason.") == shown.count(url) == 1
    page = text_of(analyst.post(url, {"seen": newer.pk, "reason": "Read again."}, follow=True))
    assert "“Overtaken” was taken back on" in page
    assert "Read again." in page
    found = story(office, row)
    assert (found.newest, found.is_closed, found.seen) == (first, False, 2)
    assert FollowUp.objects.count() == 2
    client.logout()
    page = text_of(client.get(row.opinion.url))
    assert "Read again." in page
    assert url not in page
    assert follow(office, row, second, FollowUpValue.OVERTAKEN, note="Gone.") != newer


def test_the_office_is_told_of_a_reply_once_and_of_one_that_is_taken_back(office, row):
    since, given = timezone.now(), reply_to(office, row)
    replied = f"Border Service replied to recommendation 1 of {row.opinion.number}"

    def told(person):
        return [
            one.title
            for one in RightsWork().updates(person, since, timezone.now())
            if "reply" in one.title or "replied" in one.title
        ]

    write_due(timezone.now() + timedelta(days=1))
    mailed = [(*one.to, one.subject) for one in mail.outbox if one.subject == replied]
    assert sorted(mailed) == sorted((person.email, replied) for person in (office.analyst, office.head))
    assert told(office.analyst) == told(office.head) == [replied]
    assert told(office.world.drafter) == told(office.world.body_focal) == []
    actor = office.act(office.world.body_focal, reason="A slip.")
    TakeBackRecommendationReply(row, given.pk, actor=actor).execute()
    (back,) = told(office.analyst)
    assert back == f"Border Service took its reply to recommendation 1 of {row.opinion.number} back"
