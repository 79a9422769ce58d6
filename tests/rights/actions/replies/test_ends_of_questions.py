"""Whatever closes an issue ends its open questions, says so before and after, and steps in one order."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultations.letters.due_letters import write_due
from consultations.models import ConfidentialLogEntry
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.take_back_question import TakeBackQuestion
from rights.actions.replies.take_back_reply import TakeBackReply
from rights.personal_data import OwnRightsWork
from rights.values import IssueState
from tests.factories import law
from tests.rights.conftest import content


@pytest.fixture
def asked(office):
    written = content(lead=office.world.body)
    office.issue = EditIssue(office.issue, written, 1, actor=office.act()).execute()
    due = timezone.localdate() + timedelta(days=9)
    return AskReply(office.issue, "Why ten coins?", due, actor=office.act()).execute()


@pytest.mark.whole
def test_a_yes_that_closes_says_on_both_pages_that_questions_end(office, asked, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    pages = ("/en/", office.issue.url)
    told = "ends open questions to institutions."
    assert not any(told in client.get(url).content.decode() for url in pages)
    adopted = law.adopt(office.world.draft, office.world.drafter)
    law.release(adopted, "public", office.world.drafter, office.world.secretary)
    assert all(told in client.get(url).content.decode() for url in pages)


def test_the_log_of_the_closing_names_the_questions_that_ended_and_their_authors_take_it_away(office, asked):
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    entry = ConfidentialLogEntry.objects.filter(action="rights.move_issue").latest("pk")
    assert entry.data["ended_questions"] == [str(asked.pk)]
    (own,) = [row for row in OwnRightsWork().rows(office.analyst) if row["kind"] == "replyrequest"]
    assert own["taken_back_at"] is not None


@pytest.mark.parametrize("step", ["closing", "taking back"])
def test_the_institution_is_told_that_no_reply_is_expected_any_more(office, asked, step):
    actor = office.act(reason="Settled.")
    ends = {
        "closing": MoveIssue(office.issue, IssueState.CLOSED, actor=actor),
        "taking back": TakeBackQuestion(asked, actor=actor),
    }
    write_due(timezone.now())
    mail.outbox.clear()
    ends[step].execute()
    write_due(timezone.now() + timedelta(minutes=1))
    (sent,) = mail.outbox
    assert (sent.to, "expects no reply any more" in sent.subject) == ([office.world.body_focal.email], True)
    assert "ten coins" not in sent.body


def test_a_reply_is_taken_back_under_the_lock_of_the_issue_first(office, asked):
    action = TakeBackReply(asked, "", actor=office.act(office.world.body_focal))
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        action.lock()
    tables = [query["sql"].split('FROM "')[1].split('"')[0] for query in queries.captured_queries]
    assert tables[-2:] == ["rights_rightsissue", "rights_replyrequest"]
