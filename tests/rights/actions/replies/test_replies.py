from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from amendments.errors import NotAllowed
from consultations.letters.due_letters import write_due
from consultations.letters.registry import KINDS, add_kinds
from consultations.models import Letter
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.errors import DayIsPast, NoLead, NoQuestion, NoReply, RepliedAlready
from rights.models import ReplyRequest
from rights.my_work import RightsWork
from rights.reply_letters import ReplyAsked
from tests.rights.conftest import content

SOON = timezone.localdate() + timedelta(days=9)


@pytest.fixture
def asked(office):
    """The border service leads, and is asked."""
    lead = content(title="Secret title", lead=office.world.body)
    issue = EditIssue(office.issue, lead, 1, actor=office.act()).execute()
    office.issue = issue
    return AskReply(issue, "Why ten coins?", SOON, actor=office.act()).execute()


def signed_in(client, person):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text_of(answer):
    return " ".join(answer.content.decode().split())


def test_an_issue_without_a_lead_asks_nobody(office):
    with pytest.raises(NoLead):
        AskReply(office.issue, "Why?", SOON, actor=office.act()).execute()


@pytest.mark.parametrize(("refusal", "question", "days"), [(NoQuestion, " ", 3), (DayIsPast, "Why?", -1)])
def test_a_question_has_words_and_a_day_to_come(office, asked, refusal, question, days):
    due = timezone.localdate() + timedelta(days=days)
    with pytest.raises(refusal):
        AskReply(office.issue, question, due, actor=office.act()).execute()


def test_a_second_click_asks_no_second_time(office, asked):
    assert AskReply(office.issue, "Why ten coins?", SOON, actor=office.act()).execute() == asked


def test_only_who_sends_for_the_institution_replies_once(office, asked):
    world = office.world
    for person in (world.body_author, world.ngo_focal, world.drafter, world.secretary, office.analyst):
        with pytest.raises(NotAllowed):
            GiveReply(asked, "Because.", actor=office.act(person)).execute()
    focal = office.act(world.body_focal)
    with pytest.raises(NoReply):
        GiveReply(asked, " ", actor=focal).execute()
    given = GiveReply(asked, "Because.", actor=focal).execute()
    assert GiveReply(asked, "Because.", actor=focal).execute() == given
    with pytest.raises(RepliedAlready):
        GiveReply(asked, "Otherwise.", actor=focal).execute()


def test_the_institution_sees_its_question_and_nothing_else_of_the_issue(office, asked, client):
    focal = signed_in(client, office.world.body_focal)
    page = text_of(focal.get(asked.url))
    assert "Why ten coins?" in page
    assert "The fare is 10 coins." in page
    for hidden in ("Secret title", "HR-01", "Does not conform", str(office.issue.pk)):
        assert hidden not in page
    assert focal.get(office.issue.url).status_code == 404
    provision = office.issue.anchors.get().provision
    hub = text_of(focal.get(reverse("amendments:provision", args=[provision.pk])))
    assert "Why ten coins?" in hub
    assert "Secret title" not in hub
    assert "Why ten coins?" in text_of(focal.get(reverse("rights:asked")))
    (task,) = RightsWork().tasks(office.world.body_focal, timezone.now())
    assert (task.title, task.url) == ("Reply to the Ombudsman's office on 2.1", asked.url)


@pytest.mark.parametrize(
    "role", ["ngo_focal", "stranger_focal", "drafter", "secretary", "chair", "admin", "citizen"]
)
def test_nobody_else_sees_the_question(office, asked, client, role):
    person = office.world.people[role]
    assert signed_in(client, person).get(asked.url).status_code == 404
    assert not ReplyRequest.objects.visible_to(person).exists()
    assert not RightsWork().tasks(person, timezone.now())


def test_the_reply_is_sent_by_the_page_and_stands_on_the_issue(office, asked, client):
    focal = signed_in(client, office.world.body_focal)
    assert focal.post(asked.url, {"text": ""}).status_code == 422
    assert focal.post(asked.url, {"text": "It is cheap."}).status_code == 302
    asked.refresh_from_db()
    assert asked.replied_by == office.world.body_focal
    assert "It is cheap." in text_of(signed_in(client, office.analyst).get(office.issue.url))
    since = timezone.now() - timedelta(minutes=1)
    (update,) = RightsWork().updates(office.analyst, since, timezone.now())
    assert update.title == "Border Service replied on HR-01"


def test_the_office_asks_on_the_page_of_the_issue(office, asked, client):
    analyst = signed_in(client, office.analyst)
    url = reverse("rights:ask", args=[office.issue.pk])
    assert analyst.post(url, {"question": "", "due": SOON}).status_code == 422
    assert analyst.post(url, {"question": "And children?", "due": SOON}).status_code == 302
    assert "And children?" in text_of(analyst.get(office.issue.url))


def test_mails_go_at_once_to_who_replies_and_to_the_analyst_and_quote_nothing(office, asked):
    assert {letter.person for letter in Letter.objects.filter(kind="reply_asked")} == {
        office.world.body_focal
    }
    mail.outbox.clear()
    write_due(timezone.now())
    (question,) = [sent for sent in mail.outbox if "Ombudsman" in sent.subject]
    assert question.to == [office.world.body_focal.email]
    assert asked.url in question.body
    GiveReply(asked, "It is cheap.", actor=office.act(office.world.body_focal)).execute()
    write_due(timezone.now())
    (reply,) = [sent for sent in mail.outbox if sent.subject == "Border Service replied on HR-01"]
    assert reply.to == [office.analyst.email]
    for sent in (question, reply):
        for hidden in ("Why ten coins?", "It is cheap.", "Secret title"):
            assert hidden not in sent.body + sent.subject


def test_a_question_that_was_replied_to_meanwhile_is_not_mailed(office, asked):
    GiveReply(asked, "Early.", actor=office.act(office.world.body_focal)).execute()
    mail.outbox.clear()
    write_due(timezone.now())
    assert not [sent for sent in mail.outbox if "asks for a reply" in sent.subject]


def test_two_kinds_of_letters_of_one_name_are_refused():
    with pytest.raises(Exception, match="reply_asked"):
        add_kinds([ReplyAsked()])
    assert not isinstance(KINDS["reply_asked"], type)
