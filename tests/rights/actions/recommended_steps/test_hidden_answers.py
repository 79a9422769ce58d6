"""An answer of the office on a text that an addressee may not read tells the addressee nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.models import Letter, Seat
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.models import Opinion, TakenBackReply
from rights.my_work import RightsWork
from rights.opinion_letters import OVERDUE, RemindReplies
from rights.values import FollowUpValue
from tests.factories import law
from tests.rights.actions.recommended_steps.conftest import follow
from tests.rights.conftest import issue

pytestmark = pytest.mark.whole


@pytest.fixture
def issued(office, opinion):
    Opinion.objects.update(reply_by=timezone.localdate())
    return issue(office, Opinion.objects.get())


@pytest.fixture
def overtaken(office, row):
    """A draft that the committee reads and the addressee does not; the office says that the recommendation is overtaken."""
    text = of_committee(office)
    follow(office, row, text, FollowUpValue.OVERTAKEN)
    return text.draft


def of_committee(office):
    """The text of a draft that is open to the committee alone, in which the addressee has no seat."""
    world = office.world
    Seat.objects.filter(institution=world.body).delete()
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "committee", world.drafter, world.secretary)
    return law.text_in(draft)


def asked(office):
    tasks = RightsWork().tasks(office.world.body_focal, timezone.now())
    return [task.title for task in tasks if task.title.startswith("Reply to 1 recommendation")]


def reminded(office):
    """Who is reminded tomorrow, when the day of the replies is over, and whether the letter is still sent."""
    RemindReplies().run((timezone.localtime() + timedelta(days=1)).replace(hour=9))
    letters = Letter.objects.filter(kind="recommendation_overdue")
    return [(one.person, OVERDUE.readable(one, timezone.now()) is not None) for one in letters]


def test_an_answer_on_a_hidden_draft_ends_no_task_and_no_reminder(office, overtaken):
    assert asked(office)
    assert reminded(office) == [(office.world.body_focal, True)]


def test_once_the_addressee_reads_the_draft_the_answer_ends_both(office, overtaken):
    world = office.world
    law.release(overtaken, "public", world.drafter, world.secretary)
    assert not asked(office)
    assert reminded(office) == []


def test_a_reminder_that_waits_is_not_sent_once_the_draft_is_released(office, overtaken):
    world = office.world
    assert reminded(office) == [(world.body_focal, True)]
    law.release(overtaken, "public", world.drafter, world.secretary)
    assert reminded(office) == [(world.body_focal, False)]


def test_a_reply_is_taken_back_where_the_office_has_answered_on_a_hidden_draft_alone(office, row, client):
    world = office.world
    hidden = of_committee(office)
    given = ReplyToRecommendation(row, "We agree.", actor=office.act(world.body_focal)).execute()
    answered = follow(office, row, hidden, FollowUpValue.IN_PART)
    assert answered.at > given.at
    client.force_login(world.body_focal, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("rights:take_reply_back", args=[row.pk])
    page = client.get(row.opinion.url).content.decode()
    assert url in page
    assert "has gone on from this reply" not in page
    client.post(url, {"seen": given.pk, "reason": "A slip."})
    assert TakenBackReply.objects.get().pk == given.pk
