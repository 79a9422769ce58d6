"""What changed in consultations since a person's last visit, what lies ahead, and what waits, for whom."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.models import Amendment
from amendments.states import State
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.discard_comment import DiscardComment
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.my_work import ConsultingWork
from consultations.queries.my_tasks.ahead import dates_for
from consultations.queries.my_tasks.since import updates_for
from consultations.queries.my_tasks.waiting import tasks_for
from consultations.queries.rounds.watching import watched_rounds
from consultations.rules.answer_kinds import Answer
from consultations.values import Identity, RoundAudience, Visibility
from tests.factories import consultation as make, law

pytestmark = pytest.mark.whole
BEFORE = timezone.now() - timedelta(hours=1)
PEOPLE = ("ngo_author", "ngo_focal", "stranger_focal", "secretary", "drafter", "chair", "citizen", "admin")


def told(world, person, since=BEFORE):
    return [update.title for update in updates_for(getattr(world, person), since, timezone.now())]


@pytest.fixture
def sent(world):
    """A comment that Harbour Legal Aid has sent."""
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.send(comment.submission, world.ngo_focal)
    comment.refresh_from_db()
    return comment


def test_a_decided_answer_is_told_to_the_institution_only(world, sent):
    ProposeDisposition(sent, Answer.NOTED, actor=Actor.now(world.secretary)).execute()
    words = f"{sent.reference} is answered: Noted (no change requested)"
    assert words not in told(world, "ngo_author")
    DecideDisposition(sent, actor=Actor.now(world.chair)).execute()
    assert {person for person in PEOPLE if words in told(world, person)} == {"ngo_author", "ngo_focal"}


def test_an_author_is_told_who_discarded_their_draft(world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    DiscardComment(comment, actor=Actor.now(world.ngo_focal)).execute()
    words = f"{world.ngo_focal} discarded your draft {comment.reference}"
    assert [person for person in PEOPLE if words in told(world, person)] == ["ngo_author"]
    own = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    DiscardComment(own, actor=Actor.now(world.ngo_author)).execute()
    assert own.reference not in str(told(world, "ngo_author"))


def test_comments_that_came_in_are_counted_for_those_who_answer_them(world, sent):
    words = "1 comment came in on draft 1"
    assert {person for person in PEOPLE if words in told(world, person)} == {"secretary", "drafter", "chair"}


def test_what_came_in_tells_no_name(world):
    comment = make.draft(
        world.round,
        world.ngo_author,
        world.ngo,
        make.content(visibility=Visibility.COMMITTEE, identity=Identity.WITHHELD),
    )
    make.send(comment.submission, world.ngo_focal)
    for person in ("secretary", "drafter", "chair"):
        assert "Harbour" not in str(updates_for(getattr(world, person), BEFORE, timezone.now()))


def test_an_extension_is_told_with_its_reason_to_those_who_may_see_the_round(world):
    closed = make.open_round(world.draft, world.secretary, world.ngo, audience=RoundAudience.INVITED)
    actor = Actor.now(world.secretary, reason="Many asked for it.")
    ExtendRound(closed, closed.closes + make.DAY, actor=actor).execute()
    reading = {
        person
        for person in PEOPLE
        for update in updates_for(getattr(world, person), BEFORE, timezone.now())
        if update.detail == "Many asked for it." and update.url == closed.url
    }
    assert reading == {"ngo_author", "ngo_focal", "drafter", "chair"}


def test_a_cancelled_round_invites_nobody_any_more(world):
    since = BEFORE - 60 * make.DAY
    assert any("comments are invited until" in title for title in told(world, "ngo_focal", since))
    CancelRound(world.round, actor=Actor.now(world.secretary, reason="A new draft comes.")).execute()
    assert told(world, "ngo_focal", since) == ["Draft 1: the round was cancelled"]


def test_what_lies_ahead_is_of_rounds_that_the_person_may_see(world):
    planned = make.open_round(
        world.draft,
        world.secretary,
        world.ngo,
        audience=RoundAudience.INVITED,
        opens=make.NOW + 2 * make.DAY,
        closes=make.NOW + 9 * make.DAY,
    )
    seen = {
        person: [
            date.title for date in dates_for(getattr(world, person), make.NOW) if date.url == planned.url
        ]
        for person in ("ngo_author", "citizen")
    }
    assert seen == {"ngo_author": ["Round on Draft 1 opens", "Round on Draft 1 closes"], "citizen": []}


def test_an_author_is_told_of_the_invitation_until_somebody_writes(world):
    words = "Comment on Draft 1 for your institution"
    titles = [task.title for task in tasks_for(world.ngo_author, make.NOW)]
    assert titles == [words]
    make.draft(world.round, world.ngo_author, world.ngo, make.content())
    assert words not in [task.title for task in tasks_for(world.ngo_author, make.NOW)]


def test_a_released_draft_without_a_round_waits_for_the_secretary(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="20", new="30")
    draft = law.seal(world.amendment, world.drafter)
    words = "Open a round on Draft 2"
    assert words not in [task.title for task in tasks_for(world.secretary, make.NOW)]
    law.release(draft, "committee", world.drafter, world.secretary)
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.COMMITTEE_REVIEW)
    assert words not in [task.title for task in tasks_for(world.secretary, make.NOW)]
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.REVISED)
    assert words in [task.title for task in tasks_for(world.secretary, make.NOW)]
    for person in ("drafter", "chair", "ngo_focal", "admin"):
        assert words not in [task.title for task in tasks_for(getattr(world, person), make.NOW)]


def test_comments_can_be_consolidated_when_every_round_is_over(world):
    words = "Begin to consolidate the comments"
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)
    over = world.round.closes + timedelta(minutes=1)
    assert words not in [task.title for task in tasks_for(world.secretary, make.NOW)]
    assert words in [task.title for task in tasks_for(world.secretary, over)]
    for person in ("drafter", "chair", "ngo_focal", "admin"):
        assert words not in [task.title for task in tasks_for(getattr(world, person), over)]


def test_the_secretary_sees_how_many_have_answered(world, sent):
    (row,) = watched_rounds(world.secretary, make.NOW)
    assert (row.round, row.invited, row.answered) == (world.round, 2, 1)
    for person in ("drafter", "ngo_focal", "citizen"):
        assert watched_rounds(getattr(world, person), make.NOW) == []


def test_the_navigation_has_what_the_role_uses(world):
    labels = {
        person: [link.label for link in ConsultingWork().places(getattr(world, person))]
        for person in ("secretary", "ngo_author", "citizen")
    }
    assert labels == {"secretary": ["Secretariat"], "ngo_author": ["My institution"], "citizen": []}


@pytest.mark.parametrize("person", ["secretary", "drafter", "ngo_focal"])
def test_the_number_of_queries_does_not_grow(world, sent, person, django_assert_max_num_queries):
    for _ in range(3):
        make.open_round(world.draft, world.secretary, world.ngo, world.body)
    someone = get_user_model().objects.get(pk=getattr(world, person).pk)
    with django_assert_max_num_queries(45):
        tasks_for(someone, make.NOW)
        updates_for(someone, BEFORE, make.NOW)
        dates_for(someone, make.NOW)
        watched_rounds(someone, make.NOW)
