from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from amendments.errors import NotAllowed
from consultations.errors import ReasonNeeded
from consultations.letters.due_letters import write_due
from consultations.letters.registry import KINDS, add_kinds
from consultations.models import Letter
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.cover_provisions import AddProvisions
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.actions.replies.take_back_question import TakeBackQuestion
from rights.actions.replies.take_back_reply import TakeBackReply
from rights.errors import (
    DayIsPast,
    IssueClosed,
    NoLead,
    NoQuestion,
    NoReply,
    RepliedAlready,
    RepliedAnew,
    ReplyUsed,
)
from rights.errors.of_questions import QuestionReplied, QuestionTakenBack
from rights.models import ReplyRequest, TakenBackReply
from rights.my_work import RightsWork
from rights.queries.desk_lists import updates_for
from rights.reply_letters import ReplyAsked
from rights.values import Conformity, IssueState
from tests.rights.conftest import content, passage
from tests.rights.pages import signed_in, text_of

SOON = timezone.localdate() + timedelta(days=9)


@pytest.fixture
def asked(office):
    """The border service leads, and is asked."""
    lead = content(title="Secret title", lead=office.world.body)
    issue = EditIssue(office.issue, lead, 1, actor=office.act()).execute()
    office.issue = issue
    return AskReply(issue, "Why ten coins?", SOON, actor=office.act()).execute()


def test_a_question_on_a_whole_provision_shows_its_parts(client, office):
    lead = content(title="Secret title", lead=office.world.body)
    whole = [passage(office.world.base, "2")]
    issue = OpenIssue(office.world.base, whole, lead, actor=office.act(), reference="HR-02").execute()
    asked = AskReply(issue, "Why coins?", SOON, actor=office.act()).execute()
    focal = signed_in(client, office.world.body_focal)
    page = text_of(focal.get(asked.url))
    for number in ("2.1", "2.2"):
        assert office.world.base.entries.get(number=number).texts.get().text.body in page


def test_a_question_is_shown_on_the_provision_that_it_names_alone(client, office, asked):
    further = passage(office.world.base, "2.2").provision
    AddProvisions(office.issue, [further], actor=office.act()).execute()
    focal = signed_in(client, office.world.body_focal)
    for key, is_shown in ((str(office.issue.anchors.first().provision_id), True), (further, False)):
        hub = text_of(focal.get(reverse("amendments:provision", args=[key])))
        assert (asked.url in hub) is is_shown


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
    (update,) = updates_for(office.analyst, since)
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


def replied(office, asked, words="It is cheap."):
    GiveReply(asked, words, actor=office.act(office.world.body_focal)).execute()
    asked.refresh_from_db()
    return asked.replied_at.isoformat()


def back(office, asked, seen, person=None, reason="A slip."):
    actor = office.act(person or office.world.body_focal, reason=reason)
    return TakeBackReply(asked, seen, actor=actor).execute()


@pytest.mark.whole
def test_a_reply_is_taken_back_with_a_reason_by_who_sends_for_the_institution(office, asked, client):
    seen, world = replied(office, asked), office.world
    for person in (world.body_author, world.ngo_focal, world.drafter, office.analyst, office.head):
        with pytest.raises(NotAllowed):
            back(office, asked, seen, person)
    with pytest.raises(ReasonNeeded):
        back(office, asked, seen, reason=" ")
    focal = signed_in(client, world.body_focal)
    url = reverse("rights:take_request_back", args=[asked.pk])
    assert url in text_of(focal.get(asked.url))
    page = text_of(focal.post(url, {"seen": seen, "reason": "The wrong year."}, follow=True))
    assert "waits for another one" in page
    assert "The wrong year." in page
    assert "Send the reply" in page
    (task,) = RightsWork().tasks(world.body_focal, timezone.now())
    assert task.url == asked.url
    kept = TakenBackReply.objects.get()
    assert (kept.text, kept.by, kept.taken_back_by) == ("It is cheap.", world.body_focal, world.body_focal)
    page = text_of(signed_in(client, office.analyst).get(office.issue.url))
    assert "was taken back on" in page
    assert "The wrong year." in page
    since = timezone.now() - timedelta(minutes=1)
    titles = [update.title for update in updates_for(office.analyst, since)]
    assert titles == ["Border Service took its reply on HR-01 back"]


@pytest.mark.whole
def test_a_second_click_takes_no_later_reply_back(office, asked):
    seen = replied(office, asked)
    kept = back(office, asked, seen)
    later = replied(office, asked, "Dear after all.")
    assert back(office, asked, seen) == kept
    asked.refresh_from_db()
    assert asked.reply == "Dear after all."
    with pytest.raises(RepliedAnew):
        back(office, asked, "")
    mail.outbox.clear()
    write_due(timezone.now())
    assert (
        len([sent for sent in mail.outbox if "replied on" in sent.subject]) == 1
    )  # the first one stands no more
    assert back(office, asked, later) != kept


@pytest.mark.whole
@pytest.mark.parametrize("used", ["closed", "assessed", "asked"])
def test_a_reply_from_which_the_office_has_gone_on_stands(office, asked, client, used):
    seen = replied(office, asked)
    if used == "closed":
        MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    elif used == "assessed":
        AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    else:
        AskReply(office.issue, "And now?", SOON, actor=office.act()).execute()
    with pytest.raises(ReplyUsed):
        back(office, asked, seen)
    focal = signed_in(client, office.world.body_focal)
    url = reverse("rights:take_request_back", args=[asked.pk])
    page = text_of(focal.get(asked.url))
    assert url not in page
    assert "has gone on from this reply" in page
    page = text_of(focal.post(url, {"seen": seen, "reason": "A slip."}, follow=True))
    assert "has gone on from this reply" in page
    assert "It is cheap." in page


def test_a_question_without_a_reply_is_taken_back_on_the_page_and_no_reply_is_expected(office, asked, client):
    url = reverse("rights:take_question_back", args=[asked.pk])
    assert signed_in(client, office.world.body_focal).post(url).status_code == 404
    analyst = signed_in(client, office.analyst)
    assert url in text_of(analyst.get(office.issue.url))
    assert analyst.post(url).status_code == 302
    page = text_of(analyst.get(office.issue.url))
    assert "without a reply." in page
    assert url not in page
    _nobody_waits(office, asked, client)


def test_closing_an_issue_ends_its_question_and_asks_no_other(office, asked, client):
    page = text_of(signed_in(client, office.analyst).get(office.issue.url))
    assert "Open questions to institutions end with it." in page
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    with pytest.raises(IssueClosed):
        AskReply(office.issue, "And now?", SOON, actor=office.act()).execute()
    _nobody_waits(office, asked, client)


def _nobody_waits(office, asked, client):
    assert not RightsWork().tasks(office.world.body_focal, timezone.now())
    assert ReplyAsked().readable(Letter.objects.get(kind="reply_asked"), timezone.now()) is None
    with pytest.raises(QuestionTakenBack):
        GiveReply(asked, "So.", actor=office.act(office.world.body_focal)).execute()
    page = text_of(signed_in(client, office.world.body_focal).get(asked.url))
    assert "took the question back on" in page
    assert 'name="text"' not in page


def test_a_question_with_a_reply_stays(office, asked):
    GiveReply(asked, "It is cheap.", actor=office.act(office.world.body_focal)).execute()
    with pytest.raises(QuestionReplied):
        TakeBackQuestion(asked, actor=office.act()).execute()
