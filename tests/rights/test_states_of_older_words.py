"""A state that an answer gave says no more than that once a newer text has other words: list, filter and annual report say so."""

import pytest
from django.urls import reverse

from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.queries.annual_report import annual_report
from rights.values import Conformity, IssueState
from tests.factories import law

pytestmark = pytest.mark.whole

BACKEND = "django.contrib.auth.backends.ModelBackend"


def answer(office, version, value):
    AssessText(office.issue, version, value, actor=office.act()).execute()
    office.issue.refresh_from_db()


def next_draft(office, op, target, **given):
    world = office.world
    law.add(world.amendment, world.drafter, op, target, **given)
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return law.text_in(draft)


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend=BACKEND)
    answer(office, office.world.text, Conformity.CONFORMS)
    return client


def listed(client, **query):
    return [line.issue.reference for line in client.get(reverse("rights:issues"), query).context["lines"]]


def told(client):
    page = " ".join(client.get(reverse("rights:issues")).content.decode().split())
    return page.partition("<tbody>")[2].partition("</tbody>")[0]


def states(office):
    return dict(annual_report(office.analyst, office.issue.raised_at.year).tables[0].rows)


def test_words_that_come_back_leave_the_state_to_be_assessed_until_somebody_answers(office, analyst):
    assert (listed(analyst, state="addressed"), states(office)) == (["HR-01"], {"Addressed": "1"})
    back = next_draft(office, "replace_words", "2.1", old="20 coins", new="10 coins")
    assert office.issue.state == IssueState.ADDRESSED
    assert states(office) == {"Newer text with other words to assess": "1"}
    for found in ({"only": "waiting"}, {"state": "newer-text"}, {"state": "addressed"}):
        assert listed(analyst, **found) == ["HR-01"]
    assert listed(analyst, state="addressed", only="waiting") == ["HR-01"]
    assert listed(analyst, state="not_addressed") == []
    assert "a newer text with other words to assess" in told(analyst)
    assert "until then: Addressed" in told(analyst)
    hub = analyst.get(reverse("amendments:provision", args=[back.entries.get(number="2.1").provision_id]))
    assert "until then: Addressed" in hub.content.decode()
    answer(office, back, Conformity.DOES_NOT)
    assert states(office) == {"Not addressed": "1"}
    assert listed(analyst, state="not_addressed") == ["HR-01"]
    assert listed(analyst, state="newer-text") == []
    assert "until then" not in told(analyst)


def test_every_page_with_the_state_says_so(office, analyst):
    told = OpinionContent("Fares", "en", "We looked.")
    drafted = DraftOpinion(office.world.amendment, told, actor=office.act()).execute()
    table = reverse("rights:conformity", args=[office.issue.instrument_id])
    cell = f"{office.issue.anchors.get().provision_id}:B01"
    pages = [(office.issue.url, {}), (table, {"cell": cell}), (drafted.url, {})]

    def behind():
        return ["until then: Addressed" in analyst.get(url, query).content.decode() for url, query in pages]

    assert behind() == [False, False, False]
    next_draft(office, "replace_words", "2.1", old="20 coins", new="10 coins")
    assert behind() == [True, True, True]


def test_a_closed_issue_with_other_words_is_found_under_both(office, analyst):
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Over.")).execute()
    assert listed(analyst, state="newer-text") == []
    next_draft(office, "replace_words", "2.1", old="20 coins", new="10 coins")
    assert listed(analyst, state="closed") == listed(analyst, state="newer-text") == ["HR-01"]


def test_a_law_with_the_words_that_were_answered_leaves_the_state_as_it_is(office, analyst):
    adopted = law.adopt(office.world.draft, office.world.drafter, "2-L")
    law.release(adopted, "public", office.world.drafter, office.world.secretary)
    assert (listed(analyst, state="addressed"), states(office)) == (["HR-01"], {"Addressed": "1"})
    assert "a text to assess" in told(analyst)
    assert "until then" not in told(analyst)


def test_a_state_that_no_answer_gave_stays(office, client):
    client.force_login(office.analyst, backend=BACKEND)
    assert office.issue.followed.waiting().exists()
    assert (listed(client, state="flagged"), states(office)) == (["HR-01"], {"Flagged": "1"})
