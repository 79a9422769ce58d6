"""What follows from an issued opinion shows nobody either: readers of the opinion read it at once, and for good."""

import pytest
from django.urls import reverse

from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_follow_up import TakeBackFollowUp
from rights.actions.recommended_steps.take_back_recommendation_reply import TakeBackRecommendationReply
from rights.errors import ShowsSomebody
from rights.models import RecommendationReply
from rights.values import FollowUpValue
from tests.rights.actions.issuing.test_people_in_opinions import LEGAL, PASSPORT
from tests.rights.actions.recommended_steps.conftest import follow
from tests.rights.drafts import next_draft
from tests.rights.pages import signed_in, text_of

SHOWN = "“AZE7654321” would show who somebody is (the number of a document)"


def test_an_answer_with_an_identifier_is_refused_and_stays_in_the_form(office, row, client):
    second = next_draft(office, "20 coins", "30 coins")
    with pytest.raises(ShowsSomebody, match="AZE7654321"):
        follow(office, row, second, note=PASSPORT)
    told = {"text": second.pk, "value": "in_part", "seen": "0", "note": PASSPORT}
    answer = signed_in(client, office.analyst).post(reverse("rights:follow_up", args=[row.pk]), told)
    assert (answer.status_code, row.follow_ups.exists()) == (422, False)
    assert SHOWN in text_of(answer)
    assert f"{PASSPORT}</textarea>" in text_of(answer)


def test_the_reason_for_which_an_answer_is_taken_back_shows_nobody(office, row, client):
    given = follow(office, row, next_draft(office, "20 coins", "30 coins"))
    with pytest.raises(ShowsSomebody, match="AZE7654321"):
        TakeBackFollowUp(given, actor=office.act(reason=PASSPORT)).execute()
    url = reverse("rights:take_follow_up_back", args=[row.pk])
    told = {"seen": given.pk, "reason": PASSPORT}
    answer = signed_in(client, office.analyst).post(url, told)
    assert (answer.status_code, SHOWN in text_of(answer)) == (422, True)
    assert f'value="{PASSPORT}"' in text_of(answer)  # it stays in the form
    TakeBackFollowUp(given, actor=office.act(reason=LEGAL)).execute()
    assert row.follow_ups.get().taken_back_because == LEGAL


def test_a_reply_to_a_recommendation_and_the_reason_for_which_it_is_taken_back_show_nobody(
    office, row, client
):
    focal = office.world.body_focal
    with pytest.raises(ShowsSomebody, match="AZE7654321"):
        ReplyToRecommendation(row, PASSPORT, actor=office.act(focal)).execute()
    url = reverse("rights:reply_to_recommendation", args=[row.pk])
    answer = signed_in(client, focal).post(url, {"text": PASSPORT})
    assert (answer.status_code, RecommendationReply.objects.exists()) == (422, False)
    assert SHOWN in text_of(answer)
    assert f"{PASSPORT}</textarea>" in text_of(answer)
    given = ReplyToRecommendation(row, LEGAL, actor=office.act(focal)).execute()
    with pytest.raises(ShowsSomebody, match="AZE7654321"):
        TakeBackRecommendationReply(row, given.pk, actor=office.act(focal, PASSPORT)).execute()
    assert row.taken_back_replies.count() == 0


def test_the_words_of_the_law_stay(office, row):
    second = next_draft(office, "20 coins", "30 coins")
    given = FollowUpRecommendation(
        row, second, FollowUpValue.IN_PART, actor=office.act(), note=LEGAL
    ).execute()
    assert given.note == LEGAL
