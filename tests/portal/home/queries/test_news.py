"""What the home page tells to whom."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.rules.answer_kinds import Answer
from consultations.values import MembershipRole, RoundAudience, Visibility
from portal.home.queries.news import latest_news
from tests.factories import consultation, law
from tests.factories.consultation import DAY, NOW
from tests.standing import copied

pytestmark = [pytest.mark.django_db, pytest.mark.whole]


def _build():
    section = law.make_section()
    drafter, secretary = law.make_drafter(section), consultation.make_person("secretary", "secretary")
    act = law.make_act(section, drafter)
    amendment = law.make_amendment(section, act, drafter, "Amending the fares")
    law.add(amendment, drafter, "replace_words", "2.1", old="10", new="12")
    return drafter, secretary, law.seal(amendment, drafter)


@pytest.fixture(scope="module")
def standing_draft(standing):
    return standing("news", _build)


@pytest.fixture
def drafted(standing_draft, db):
    """A secretary, a drafter, a sealed draft on a sealed act."""
    return copied(standing_draft)


def test_a_draft_is_news_for_the_audience_it_was_released_to(drafted):
    drafter, secretary, draft = drafted
    visitor = AnonymousUser()
    assert latest_news(visitor, NOW).redlines == []
    law.release(draft, "committee", drafter, secretary)
    assert latest_news(visitor, NOW).redlines == []
    member = consultation.make_person("member", "member")
    assert [line.title for line in latest_news(member, NOW).redlines] == ["Amending the fares"]
    law.release(draft, "public", drafter, secretary)
    (line,) = latest_news(visitor, NOW).redlines
    assert line.url.endswith("/v/1/redline/")


def test_a_draft_that_was_released_twice_is_one_piece_of_news(drafted):
    drafter, secretary, draft = drafted
    for audience in ("invited", "committee", "public"):
        law.release(draft, audience, drafter, secretary)
    assert len(latest_news(AnonymousUser(), NOW).redlines) == 1


@pytest.fixture
def public_round(drafted):
    """A round for everybody on the released draft."""
    drafter, secretary, draft = drafted
    law.release(draft, "public", drafter, secretary)
    return consultation.open_round(draft, secretary)


@pytest.mark.parametrize(("days", "is_news"), [(-11, False), (0, True), (19, True), (21, False)])
def test_a_round_is_news_while_it_is_open(public_round, days, is_news):
    assert bool(latest_news(AnonymousUser(), NOW + days * DAY).rounds) is is_news


def test_the_nearest_deadline_comes_first(public_round, drafted):
    _drafter, secretary, draft = drafted
    consultation.open_round(draft, secretary, closes=NOW + 5 * DAY)
    deadlines = [line.deadline for line in latest_news(AnonymousUser(), NOW).rounds]
    assert deadlines == [NOW + 5 * DAY, NOW + 20 * DAY]


def test_a_round_for_the_invited_is_no_news_for_others(drafted):
    drafter, secretary, draft = drafted
    law.release(draft, "public", drafter, secretary)
    body = consultation.make_institution(secretary, "harbour-aid")
    author = consultation.make_member(secretary, body, "author", MembershipRole.AUTHOR)
    consultation.open_round(draft, secretary, body, audience=RoundAudience.INVITED)
    assert latest_news(AnonymousUser(), NOW).rounds == []
    assert len(latest_news(author, NOW).rounds) == 1


def answered(round_, draft, secretary, **more):
    """A comment of a body, submitted and answered."""
    body = consultation.make_institution(secretary, "harbour-aid")
    focal = consultation.make_member(secretary, body, "focal", MembershipRole.FOCAL_POINT)
    said = consultation.content(consultation.chosen(draft, "2.1"), **more)
    comment = consultation.draft(round_, focal, body, said)
    consultation.send(comment.submission, focal)
    ProposeDisposition(
        comment, Answer.NOT_ACCEPTED, actor=Actor.now(secretary, reason="The fare is low.")
    ).execute()
    return comment


def test_an_answer_is_news_when_it_is_decided(public_round, drafted):
    _drafter, secretary, draft = drafted
    comment = answered(public_round, draft, secretary)
    assert latest_news(AnonymousUser(), NOW).answers == []
    DecideDisposition(comment, decided_in="meeting 3", actor=Actor.now(secretary)).execute()
    (line,) = latest_news(AnonymousUser(), NOW).answers
    assert (line.reference, line.reason) == (comment.reference, "The fare is low.")


def test_the_answer_to_a_comment_for_the_committee_stays_in_the_committee(public_round, drafted):
    _drafter, secretary, draft = drafted
    comment = answered(public_round, draft, secretary, visibility=Visibility.COMMITTEE)
    DecideDisposition(comment, decided_in="meeting 3", actor=Actor.now(secretary)).execute()
    assert latest_news(AnonymousUser(), NOW).answers == []
    assert len(latest_news(consultation.make_person("member", "member"), NOW).answers) == 1


def test_the_home_page_shows_the_three_kinds_of_news(client, public_round, drafted):
    _drafter, secretary, draft = drafted
    comment = answered(public_round, draft, secretary)
    DecideDisposition(comment, decided_in="meeting 3", actor=Actor.now(secretary)).execute()
    shown = client.get("/en/").content.decode()
    left = timezone.localdate(public_round.closes) - timezone.localdate()
    assert f"{left.days} days left" in shown
    assert reverse("consultations:comment", args=[comment.pk]) in shown
    assert "/v/1/redline/" in shown
    assert "Harbour" not in shown
