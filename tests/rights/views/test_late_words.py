"""Whoever comes too late with a reply, a follow-up or a reason is told so, and finds the words again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_follow_up import TakeBackFollowUp
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.models import Recommendation
from rights.values import FollowUpValue, IssueState
from tests.rights.conftest import content, issue
from tests.rights.drafts import next_draft
from tests.rights.pages import signed_in, text_of

KEPT = '<p class="muted small">This was not sent. Your words were:</p> <p>Late words.</p>'


@pytest.fixture
def row(office, opinion):
    return Recommendation.objects.get(opinion=issue(office, opinion))


def test_a_late_reply_to_a_question_is_told_and_kept(office, client):
    led = EditIssue(office.issue, content(lead=office.world.body), 1, actor=office.act()).execute()
    due = timezone.localdate() + timedelta(days=9)
    asked = AskReply(led, "Why ten coins?", due, actor=office.act()).execute()
    focal = office.world.body_focal
    GiveReply(asked, "First words.", actor=office.act(focal)).execute()
    answer = signed_in(client, focal).post(asked.url, {"text": "Late words."})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Your institution has replied already." in page
    assert KEPT in page
    assert "First words." in page
    assert KEPT not in text_of(client.get(asked.url))


def test_a_question_that_a_colleague_asked_meanwhile_is_not_repeated_unseen(office, client):
    led = EditIssue(office.issue, content(lead=office.world.body), 1, actor=office.act()).execute()
    due = timezone.localdate() + timedelta(days=9)
    asked = AskReply(led, "Why ten coins?", due, actor=office.act()).execute()
    url, other = reverse("rights:ask", args=[led.pk]), "And why so many?"
    head = signed_in(client, office.head)
    for typed, seen in (("Why ten coins?", asked.pk), (other, "")):
        answer = head.post(url, {"question": typed, "due": due, "seen": seen})
        assert answer.status_code == 422
        assert f"The question of {office.analyst} waits for a reply already." in text_of(answer)
        assert f"{typed}</textarea>" in text_of(answer)
    assert f'name="seen" value="{asked.pk}"' in text_of(answer)
    for _press in range(2):
        assert head.post(url, {"question": other, "due": due, "seen": asked.pk}).status_code == 302
    assert led.requests.count() == 2


def test_a_late_reply_to_a_recommendation_is_kept(office, row, client):
    focal = office.world.body_focal
    ReplyToRecommendation(row, "First words.", actor=office.act(focal)).execute()
    url = reverse("rights:reply_to_recommendation", args=[row.pk])
    page = text_of(signed_in(client, focal).post(url, {"text": "Late words."}))
    assert "Your institution has replied already." in page
    assert page.count(KEPT) == 1


def test_a_late_follow_up_is_kept(office, row, client):
    text = next_draft(office, "20 coins", "30 coins")
    in_part = FollowUpRecommendation(row, text, FollowUpValue.IN_PART, actor=office.act(office.head))
    in_part.execute()
    sent = {"text": text.pk, "value": FollowUpValue.OVERTAKEN, "seen": 0, "note": "Late words."}
    url = reverse("rights:follow_up", args=[row.pk])
    page = text_of(signed_in(client, office.analyst).post(url, sent))
    assert "Somebody else has said meanwhile" in page
    assert page.count(KEPT) == 1
    page = text_of(signed_in(client, office.head).post(url, sent))
    assert "You have said meanwhile" in page


def test_a_reason_for_taking_back_what_somebody_else_took_back_is_kept(office, row, client):
    text = next_draft(office, "20 coins", "30 coins")
    in_part = FollowUpRecommendation(row, text, FollowUpValue.IN_PART, actor=office.act())
    answer = in_part.execute()
    TakeBackFollowUp(answer, actor=office.act(office.head, reason="First words.")).execute()
    url = reverse("rights:take_follow_up_back", args=[row.pk])
    page = text_of(signed_in(client, office.analyst).post(url, {"seen": answer.pk, "reason": "Late words."}))
    assert "head has taken this back already" in page
    assert page.count(KEPT) == 1
    signed_in(client, office.head)
    page = text_of(client.post(url, {"seen": answer.pk, "reason": "First words."}, follow=True))
    assert "The answer is taken back." in page  # the second click


@pytest.mark.parametrize("is_opened", [False, True])
def test_a_reason_for_a_step_that_somebody_else_took_is_kept(office, client, is_opened):
    states = [IssueState.CLOSED, IssueState.UNDER_ANALYSIS][: 1 + is_opened]
    for state in states:
        MoveIssue(office.issue, state, actor=office.act(office.head, "First words.")).execute()
    url = reverse("rights:move", args=[office.issue.pk, states[-1]])
    answer = signed_in(client, office.analyst).post(url, {"reason": "Late words."})
    assert answer.status_code == 422
    assert f"{office.head} has taken this step on " in text_of(answer)
    assert text_of(answer).count(KEPT) == 1
    signed_in(client, office.head)
    for words in ("First words.", ""):  # the second click
        assert client.post(url, {"reason": words}).status_code == 302
    assert "Late words." not in text_of(client.get(office.issue.url))
