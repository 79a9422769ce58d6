"""A question to an institution leaves the office, and the reply comes to it: neither shows anybody."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rights.actions.issues.edit_issue import EditIssue
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.actions.replies.take_back_reply import TakeBackReply
from rights.errors import ShowsSomebody
from rights.models import ReplyRequest, TakenBackReply
from tests.rights.actions.issuing.test_people_in_opinions import LEGAL, PASSPORT
from tests.rights.conftest import content
from tests.rights.pages import signed_in, text_of

SOON = timezone.localdate() + timedelta(days=9)
SHOWN = "“AZE7654321” would show who somebody is (the number of a document)"


@pytest.fixture
def led(office):
    """The issue, with the border service in the lead."""
    return EditIssue(office.issue, content(lead=office.world.body), 1, actor=office.act()).execute()


@pytest.fixture
def asked(office, led):
    return AskReply(led, LEGAL, SOON, actor=office.act()).execute()


def test_a_question_with_an_identifier_is_not_sent_and_stays_in_the_form(office, led, client):
    with pytest.raises(ShowsSomebody, match="AZE7654321"):
        AskReply(led, PASSPORT, SOON, actor=office.act()).execute()
    url = reverse("rights:ask", args=[led.pk])
    answer = signed_in(client, office.analyst).post(url, {"question": PASSPORT, "due": SOON})
    assert (answer.status_code, ReplyRequest.objects.exists()) == (422, False)
    assert f"Question: {SHOWN}" in text_of(answer)
    assert f"{PASSPORT}</textarea>" in text_of(answer)


def test_a_reply_with_an_identifier_is_not_sent_and_stays_in_the_form(office, asked, client):
    focal = office.world.body_focal
    with pytest.raises(ShowsSomebody, match="AZE7654321"):
        GiveReply(asked, PASSPORT, actor=office.act(focal)).execute()
    answer = signed_in(client, focal).post(asked.url, {"text": PASSPORT})
    assert (answer.status_code, asked.question) == (422, LEGAL)
    assert f"Reply: {SHOWN}" in text_of(answer)
    assert f"{PASSPORT}</textarea>" in text_of(answer)


def test_a_reply_is_not_taken_back_with_an_identifier_and_the_reason_stays(office, asked, client):
    focal = office.world.body_focal
    given = GiveReply(asked, LEGAL, actor=office.act(focal)).execute()
    assert given.reply == LEGAL
    seen = given.replied_at.isoformat()
    with pytest.raises(ShowsSomebody, match="AZE7654321"):
        TakeBackReply(asked, seen, actor=office.act(focal, PASSPORT)).execute()
    url = reverse("rights:take_request_back", args=[asked.pk])
    answer = signed_in(client, focal).post(url, {"seen": seen, "reason": PASSPORT})
    assert (answer.status_code, TakenBackReply.objects.exists()) == (422, False)
    assert SHOWN in text_of(answer)
    assert f'value="{PASSPORT}"' in text_of(answer)
