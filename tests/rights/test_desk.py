"""The first page of the Ombudsman's office: texts to assess in place, how the issues stand, and what colleagues did."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from amendments.redline.provision_redline import Mark, Span
from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.actions.issues.cover_provisions import AddProvisions
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.notes.add_note import AddNote
from rights.models import RightsIssue
from rights.my_work import RightsWork
from rights.queries.desk import SHOWN, desk
from rights.queries.desk_lists import updates_for
from rights.queries.issue_lines import filtered
from rights.queries.issue_opening import opening
from rights.queries.issue_page import issue_page
from rights.queries.near_changes import shortened
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import next_draft, other_draft, released
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole

NOW = timezone.now()


def test_a_changed_text_gives_the_page_its_title_and_stands_there_as_a_redline_with_three_answers(
    office, client
):
    page = text_of(signed_in(client, office.analyst).get("/en/"))
    assert "Draft 1 changes the text under 1 of your issues" in page
    assert "Does the new text fix it?" in page
    assert page.count('name="value"') == 3
    assert "<del>" in page


def test_the_title_names_a_text_only_if_every_issue_that_waits_is_shown_and_about_it(office):
    version = office.world.base
    for number in range(SHOWN):
        OpenIssue(
            version, [passage(version, "2.1")], content(title=str(number)), actor=office.act()
        ).execute()
    found = desk(office.analyst, NOW)
    assert (len(found.rows), found.waiting) == (SHOWN, SHOWN + 1)
    assert found.headline == f"Texts under {SHOWN + 1} of your issues wait for your assessment"


def test_an_answer_in_place_leads_back_and_is_undone_there(office, client):
    signed_in(client, office.analyst)
    told = {"text": office.world.text.pk, "value": "partly", "back": "work"}
    answer = client.post(reverse("rights:answer", args=[office.issue.pk]), told)
    assert answer["Location"] == "/en/"
    page = text_of(client.get("/en/"))
    assert "Answered just now" in page
    given = office.issue.assessments.standing().last()
    assert reverse("rights:take_back", args=[given.pk]) in page
    client.post(reverse("rights:take_back", args=[given.pk]), {"back": "work"})
    page = text_of(client.get("/en/"))
    assert "Answered just now" not in page
    assert "Draft 1 changes the text" in page


def changes(spans):
    return [span.text for span in spans if span.mark is not Mark.KEPT]


def test_the_redline_is_against_the_text_answered_last_and_only_the_newest_text_is_asked_about(office):
    next_draft(office, "20 coins", "30 coins")
    found = desk(office.analyst, NOW)
    (row,) = found.rows
    assert (row.name, row.before, found.waiting) == ("Draft 2", "Law 1-L", 1)
    assert changes(row.spans) == ["10", "30"]  # nobody answered for draft 1
    AssessText(office.issue, row.version, Conformity.CONFORMS, actor=office.act()).execute()
    assert desk(office.analyst, NOW).waiting == 0  # nobody is asked about draft 1 any more


def test_two_releases_between_two_answers_show_all_that_changed(office, client):
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    next_draft(office, "20 coins", "30 coins")
    next_draft(office, "It is paid", "It is owed")
    (row,) = desk(office.analyst, NOW).rows
    assert (row.name, row.before) == ("Draft 3", "draft 1")
    assert changes(row.spans) == ["20", "30", "paid", "owed"]
    signed_in(client, office.analyst)
    assert "Draft 3 <span> against draft 1" in text_of(client.get("/en/"))
    question = issue_page(office.analyst, office.issue)
    assert question.asks_about == "2.1 has other words in draft 3 than in draft 1."
    assert [changes(spans) for spans in question.question.since.changes] == [["20", "30", "paid", "owed"]]
    assert "2.1 has other words in draft 3 than in draft 1." in text_of(client.get(office.issue.url))


def test_an_answer_that_was_taken_back_is_none(office):
    given = AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    next_draft(office, "20 coins", "30 coins")
    assert desk(office.analyst, NOW).rows[0].before == "draft 1"
    TakeBackAssessment(given, actor=office.act()).execute()
    assert changes(desk(office.analyst, NOW).rows[0].spans) == ["10", "30"]


def test_a_text_that_the_office_may_not_read_yet_is_not_asked_about(office):
    world = office.world
    AssessText(office.issue, world.text, Conformity.PARTLY, actor=office.act()).execute()
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="5 coins")
    draft = law.seal(world.amendment, world.drafter)
    assert desk(office.analyst, NOW).waiting == 0
    law.release(draft, "public", world.drafter, world.secretary)
    assert desk(office.analyst, NOW).waiting == 1


def test_the_bar_counts_each_issue_once(office):
    version = office.world.base
    OpenIssue(version, [passage(version, "2.2")], content(title="Open"), actor=office.act()).execute()
    shares = desk(office.analyst, NOW).shares
    assert [(share.slug, share.count) for share in shares] == [("waiting", 1), ("open", 1)]
    assert sum(share.width for share in shares) == 100


def test_the_bar_says_that_it_counts_issues_with_a_text_to_assess_under_no_state(office):
    """The list counts such an issue under its state as long as no newer text has other words."""
    version = office.world.base
    closed = OpenIssue(version, [passage(version, "2.2")], content(title="Closed"), actor=office.act())
    MoveIssue(closed.execute(), IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    other = other_draft(office, "Another amendment", "30 coins")
    answered = next_draft(office, "20 coins", "40 coins")
    AssessText(office.issue, answered, Conformity.CONFORMS, actor=office.act()).execute()
    rows = RightsIssue.objects.all()
    assert filtered(rows, office.analyst, {"state": IssueState.ADDRESSED}).get() == office.issue
    told = [(share.count, str(share.label)) for share in desk(office.analyst, NOW).shares]
    assert told == [(1, "addressed or closed, no text to assess"), (1, "with a text to assess")]
    AssessText(office.issue, other, Conformity.CONFORMS, actor=office.act()).execute()
    assert [(share.count, str(share.label)) for share in desk(office.analyst, NOW).shares] == [
        (2, "addressed or closed")
    ]


def test_the_head_sees_the_issues_of_the_whole_office_and_others_nothing(office, client):
    found = desk(office.head, NOW)
    assert (found.is_of_all, found.waiting) == (True, 1)
    assert "issue of your office" in found.headline
    for role in ("drafter", "secretary", "chair", "admin", "citizen", "ngo_focal"):
        person = office.world.people[role]
        assert desk(person, NOW) is None
        assert not RightsWork().updates(person, NOW - timedelta(days=9), NOW)
        assert not RightsWork().tasks(person, NOW)
        assert not RightsWork().dates(person, NOW)


def test_what_colleagues_did_is_told_and_their_private_notes_are_not(office):
    since = timezone.now() - timedelta(seconds=1)
    AddNote(office.issue, "Look again.", actor=office.act(office.head)).execute()
    AddNote(office.issue, "My doubt.", actor=office.act(office.head), is_private=True).execute()
    AddNote(office.issue, "Mine.", actor=office.act()).execute()
    AssessText(
        office.issue, office.world.text, Conformity.PARTLY, actor=office.act(office.head), note="Half."
    ).execute()
    told = updates_for(office.analyst, since)
    assert [(update.who, update.detail) for update in told] == [
        (str(office.head), "Half."),
        (str(office.head), "Look again."),
    ]


@pytest.mark.parametrize(("days", "waits", "is_ahead"), [(5, 1, True), (60, 0, True), (-2, 1, False)])
def test_an_issue_that_is_due_waits_and_lies_ahead(office, days, waits, is_ahead):
    due = timezone.localdate() + timedelta(days=days)
    EditIssue(office.issue, content(due=due), 1, actor=office.act()).execute()
    assert len(RightsWork().tasks(office.analyst, timezone.now())) == waits
    assert bool(RightsWork().dates(office.analyst, timezone.now())) == is_ahead


def test_the_first_page_asks_no_more_queries_for_more_issues_and_texts(office, client):
    signed_in(client, office.analyst).get("/en/")
    before = _queries(client)
    version = office.world.base
    for number in ("1.1", "1.2.1", "2.2"):
        OpenIssue(version, [passage(version, number)], content(title=number), actor=office.act()).execute()
    next_draft(office, "20 coins", "30 coins")
    next_draft(office, "30 coins", "40 coins")
    assert _queries(client) <= before + 3


def _queries(client):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/en/").status_code == 200
    return len(queries)


KEPT = "word " * 60


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([Span(Mark.KEPT, "Short.")], ["Short."]),
        ([Span(Mark.KEPT, KEPT), Span(Mark.DELETED, "gone")], [f"… {'word ' * 11}", "gone"]),
        ([Span(Mark.INSERTED, "new"), Span(Mark.KEPT, KEPT)], ["new", f"{'word ' * 12}…"]),
    ],
)
def test_words_far_from_a_change_are_left_out(spans, shown):
    found = [span.text for span in shortened(spans)]
    assert [len(one) <= 70 or one in shown for one in found] == [True] * len(found)
    assert [one.startswith("…") for one in found] == [one.startswith("…") for one in shown]
    assert [one.endswith("…") for one in found] == [one.endswith("…") for one in shown]


def test_the_question_names_the_first_provision_with_other_words(office):
    key = passage(office.world.base, "2.2").provision
    AddProvisions(office.issue, [key], actor=office.act()).execute()
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    released(office, office.world.amendment, "replace_words", "2.2", old="free", new="rid")
    assert issue_page(office.analyst, office.issue).asks_about == (
        "2.2 has other words in draft 2 than in draft 1."
    )


def test_an_answer_is_told_with_its_amendment_where_several_have_drafts(office, client):
    other = other_draft(office, "Another amendment", "5 coins")
    url = reverse("rights:answer", args=[office.issue.pk])
    page = signed_in(client, office.analyst).post(url, {"text": other.pk, "value": "partly"}, follow=True)
    assert "HR-01, Draft 1 (Another amendment): Partly conforms." in text_of(page)


def test_no_issue_is_opened_on_a_draft_that_is_law_already(office):
    world, provision = office.world, office.issue.anchors.get().provision
    assert world.text in [one.version for one in opening(office.analyst, provision, "").offered]
    adopted = law.adopt(world.draft, world.drafter, in_force=timezone.localdate())
    law.release(adopted, "public", world.drafter, world.secretary)
    amendment = law.make_amendment(world.section, adopted, world.drafter, "Another amendment")
    other = released(office, amendment, "replace_words", "2.1", old="20 coins", new="5 coins")
    assert [one.version for one in opening(office.analyst, provision, "").offered] == [adopted, other]
