"""An answer of the office on a text that an addressee may not read tells the addressee nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.models import Letter
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_follow_up import TakeBackFollowUp
from rights.models import Opinion, TakenBackReply
from rights.my_work import RightsWork
from rights.opinion_letters import OVERDUE, RemindReplies
from rights.queries.annual_report import annual_report
from rights.values import FollowUpValue
from tests.factories import law
from tests.rights.actions.recommended_steps.conftest import follow, story
from tests.rights.conftest import issue
from tests.rights.drafts import next_draft

pytestmark = pytest.mark.whole


@pytest.fixture
def issued(office, opinion):
    Opinion.objects.update(reply_by=timezone.localdate())
    return issue(office, Opinion.objects.get())


@pytest.fixture
def overtaken(office, row):
    """A draft that its drafting body alone reads; somebody of the office who drafts there says that it is overtaken."""
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    draft = law.seal(world.amendment, world.drafter)
    law.join(world.drafter, "rights_analyst")
    actor = office.act(world.drafter)
    FollowUpRecommendation(row, law.text_in(draft), FollowUpValue.OVERTAKEN, actor=actor).execute()
    return draft


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


def test_an_answer_on_a_hidden_draft_holds_no_answer_that_a_colleague_would_take_back(office, row):
    given = follow(office, row, next_draft(office, "20 coins", "25 coins"))
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="25 coins", new="30 coins")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    law.join(world.drafter, "rights_analyst")
    actor = office.act(world.drafter)
    FollowUpRecommendation(row, hidden, FollowUpValue.OVERTAKEN, actor=actor).execute()
    assert story(office, row).may_take_back == given
    taken = TakeBackFollowUp(given, actor=office.act(reason="A slip.")).execute()
    assert taken.taken_back_at is not None


def outcomes(person):
    report = annual_report(person, timezone.localdate().year)
    (table,) = [one for one in report.tables if one.slug == "outcomes"]
    return table.rows


def test_the_annual_report_says_nothing_of_a_draft_that_its_reader_may_not_read(office, overtaken):
    assert outcomes(office.world.drafter) == (("Overtaken", "1"),)
    assert outcomes(office.head) == (("Not judged by the office yet", "1"),)


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
