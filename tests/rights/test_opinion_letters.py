"""Replies to several recommendations of one opinion are one letter."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from consultations.letters.due_letters import write_due
from consultations.models import Letter, LetterSettings
from consultations.models.letter import LetterGroup, Pace
from rights.actions.issuing.edit_recommendation import RecommendationContent
from rights.actions.issuing.write_recommendation import WriteRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_recommendation_reply import TakeBackRecommendationReply
from rights.models import Opinion
from tests.factories.consultation import DAY
from tests.rights.conftest import issue

pytestmark = pytest.mark.whole

SITE = "https://caspia.example"


@pytest.fixture
def rows(office, opinion, settings):
    """Three recommendations of an issued opinion."""
    settings.WAGTAILADMIN_BASE_URL = SITE
    text, body = office.world.text, office.world.body
    for number in ("2.2", "1.1"):
        words = RecommendationContent(f"On {number}", "Because.", addressee=body, rights=("B01",))
        place = text, text.entries.get(number=number).provision_id
        WriteRecommendation(opinion, place, words, actor=office.act()).execute()
    issued = issue(office, Opinion.objects.get(pk=opinion.pk))
    return list(issued.recommendations.order_by("place"))


def reply(office, row):
    return ReplyToRecommendation(row, "We agree.", actor=office.act(office.world.body_focal)).execute()


def mails(person, at):
    write_due(at)
    return [one for one in mail.outbox if one.to == [person.email] and "repl" in one.subject]


def named(row):
    url = f"{SITE}{row.url}"
    return f"Border Service replied to recommendation {row.place} of {row.opinion.number}: {url}\n"


def test_replies_to_one_opinion_go_in_one_letter_that_names_and_links_each(office, rows):
    for row in reversed(rows):
        reply(office, row)
    assert mails(office.analyst, timezone.now()) == []
    for person in (office.analyst, office.head):
        (one,) = mails(person, timezone.now() + timedelta(minutes=16))
        opinion = rows[0].opinion
        assert one.subject == f"3 replies to the recommendations of {opinion.number}: {opinion.about}"
        places = [one.body.index(named(row)) for row in rows]
        assert places == sorted(places)
        assert f"\n{SITE}{opinion.url}\n" in one.body
    assert Letter.objects.filter(kind="recommendation_replied", state="written").count() == 6


def test_a_reply_that_is_due_takes_those_with_it_that_were_given_since(office, rows):
    reply(office, rows[0])
    Letter.objects.filter(kind="recommendation_replied").update(due_at=timezone.now())
    reply(office, rows[1])
    (one,) = mails(office.analyst, timezone.now())
    assert one.subject.startswith("2 replies")


def test_a_reply_that_was_taken_back_is_not_among_them(office, rows):
    given = reply(office, rows[0])
    reply(office, rows[1])
    actor = office.act(office.world.body_focal, reason="A slip.")
    TakeBackRecommendationReply(rows[0], given.pk, actor=actor).execute()
    (one,) = mails(office.analyst, timezone.now() + DAY)
    assert one.subject == f"Border Service replied to recommendation 2 of {rows[0].opinion.number}"
    assert f"\n{SITE}{rows[1].url}\n" in one.body


def test_in_a_summary_they_stand_together_too(office, rows):
    paces = {LetterGroup.WORK: Pace.DAILY}
    LetterSettings.objects.update_or_create(person=office.analyst, defaults={"paces": paces})
    for row in rows:
        reply(office, row)
    write_due(timezone.now() + DAY)
    write_due(timezone.now() + 3 * DAY)
    (one,) = [sent for sent in mail.outbox if sent.to == [office.analyst.email]]
    assert "3 replies to the recommendations of" in one.subject + one.body
