"""An answer of the office on a text that an addressee may not read tells the addressee nothing."""

from django.urls import reverse

from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.models import TakenBackReply
from rights.values import FollowUpValue
from tests.factories import law


def test_a_reply_is_taken_back_where_the_office_has_answered_on_a_hidden_draft_alone(office, row, client):
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    hidden = law.seal(world.amendment, world.drafter)
    given = ReplyToRecommendation(row, "We agree.", actor=office.act(world.body_focal)).execute()
    law.join(world.drafter, "rights_analyst")
    answered = FollowUpRecommendation(
        row, law.text_in(hidden), FollowUpValue.IN_PART, actor=office.act(world.drafter)
    ).execute()
    assert answered.at > given.at
    client.force_login(world.body_focal, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("rights:take_reply_back", args=[row.pk])
    page = client.get(row.opinion.url).content.decode()
    assert url in page
    assert "has gone on from this reply" not in page
    client.post(url, {"seen": given.pk, "reason": "A slip."})
    assert TakenBackReply.objects.get().pk == given.pk
