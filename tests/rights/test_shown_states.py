"""An answer on a draft that the reader may not read gives no page another state."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.move_issue import MoveIssue
from rights.errors import NoStepThere
from rights.models import RightsIssue
from rights.queries.annual_report import annual_report
from rights.queries.conformity import conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.desk import desk
from rights.queries.desk_lists import tasks_for
from rights.queries.issue_lines import filtered, for_lines, lines
from rights.queries.issue_page import issue_page
from rights.queries.shown_states import other_states
from rights.states import BY_HAND
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import issue

pytestmark = pytest.mark.whole

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def hidden(office):
    """A draft of the drafters, one of whom is of the office; it changes the words of the issue."""
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    law.join(world.drafter, "rights_analyst")
    return law.text_in(law.seal(world.amendment, world.drafter))


def answer(office, version, value, person=None):
    AssessText(office.issue, version, value, actor=office.act(person)).execute()
    office.issue.refresh_from_db()


def told(office, person):
    """The state on each page, each once."""
    (line,) = lines(person, [office.issue])
    act = office.issue.instrument
    table = conformity_table(person, act, "")
    (row,) = table.rows
    panel = cell_page(person, table, f"{row.provision}:{row.touched[0].right.code}")
    report = next(one for one in annual_report(person, timezone.now().year).tables if one.slug == "states")
    listed = [state for state in IssueState if filtered(for_lines(person), person, {"state": state})]
    return {
        str(line.state.label),
        str(issue_page(person, office.issue).state.label),
        str(panel.issues[0].state.label),
        *(name for name, _count in report.rows),
        *(str(state.label) for state in listed),
    }


def test_each_page_has_the_state_of_the_answers_that_the_reader_may_read(office, hidden):
    answer(office, hidden, Conformity.CONFORMS, office.world.drafter)
    assert told(office, office.analyst) == {"Flagged"}
    assert told(office, office.world.drafter) == {"Addressed"}
    answer(office, office.world.text, Conformity.PARTLY)
    answer(office, hidden, Conformity.DOES_NOT, office.world.drafter)
    assert told(office, office.analyst) == {"Partly addressed"}
    assert told(office, office.world.drafter) == {"Not addressed"}


def test_the_words_on_the_pages_follow(office, hidden):
    answer(office, hidden, Conformity.CONFORMS, office.world.drafter)
    provision = office.issue.anchors.get().provision_id
    hub = reverse("amendments:provision", args=[provision])
    table = reverse("rights:conformity", args=[office.issue.instrument_id])
    cell = f"{table}?text={office.world.text.pk}&cell={provision}:B01"
    for person, state in ((office.analyst, "Flagged"), (office.world.drafter, "Addressed")):
        client = Client()
        client.force_login(person, backend=BACKEND)
        for page in (reverse("rights:issues"), office.issue.url, hub, cell):
            assert f">{state}</span>" in client.get(page).content.decode(), page


def test_the_first_page_counts_and_reminds_as_the_reader_may_know(office, hidden):
    due = timezone.localdate() + timedelta(days=1)
    RightsIssue.objects.filter(pk=office.issue.pk).update(due=due)
    answer(office, office.world.text, Conformity.NOT_APPLICABLE)
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act(reason="Again.")).execute()
    answer(office, hidden, Conformity.DOES_NOT, office.world.drafter)
    (share,) = desk(office.analyst, timezone.now()).shares
    assert (share.slug, share.count) == ("open", 1)
    assert [task.title for task in tasks_for(office.analyst, timezone.now())] == ["Analyse HR-01: Fares"]


def test_the_steps_are_those_of_the_state_that_the_reader_sees(office, hidden):
    answer(office, hidden, Conformity.CONFORMS, office.world.drafter)
    offered = [step.state for step in issue_page(office.analyst, office.issue).steps]
    assert offered == [IssueState.UNDER_ANALYSIS, IssueState.CLOSED]
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    assert told(office, office.analyst) == told(office, office.world.drafter) == {"Under analysis"}


@pytest.mark.parametrize("value", [Conformity.CONFORMS, Conformity.PARTLY, Conformity.DOES_NOT])
def test_no_step_tells_of_the_state_that_an_answer_gave(office, hidden, value):
    answer(office, hidden, value, office.world.drafter)
    for state in set(IssueState) - BY_HAND:
        for reason in ("", "Because."):
            with pytest.raises(NoStepThere):
                MoveIssue(office.issue, state, actor=office.act(reason=reason)).execute()
    same = MoveIssue(office.issue, IssueState.FLAGGED, actor=office.act(reason="")).execute()
    assert same.history.filter(state=IssueState.FLAGGED).count() == 1


def test_the_start_of_an_analysis_is_taken_back_over_a_hidden_answer(office, hidden):
    answer(office, hidden, Conformity.DOES_NOT, office.world.drafter)
    started = MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    answer(office, hidden, Conformity.CONFORMS, office.world.drafter)
    again = MoveIssue(started, IssueState.UNDER_ANALYSIS, actor=office.act(reason="")).execute()
    assert again.state == IssueState.ADDRESSED  # nothing is written
    steps = [step.state for step in issue_page(office.analyst, office.issue).steps]
    assert steps == [IssueState.FLAGGED, IssueState.CLOSED]
    MoveIssue(office.issue, IssueState.FLAGGED, actor=office.act()).execute()
    assert told(office, office.analyst) == {"Flagged"}


def test_an_opinion_moves_an_issue_on_for_whoever_does_not_read_that_a_draft_addresses_it(
    office, hidden, opinion
):
    answer(office, hidden, Conformity.CONFORMS, office.world.drafter)
    issue(office, opinion)
    assert told(office, office.analyst) == {"Opinion issued"}
    assert told(office, office.world.drafter) == {"Addressed"}
    with pytest.raises(NoStepThere):
        MoveIssue(office.issue, IssueState.OPINION_ISSUED, actor=office.act(reason="Because.")).execute()


def test_an_issue_that_is_closed_is_closed_for_everybody(office, hidden):
    world = office.world
    law.release(hidden.draft, "public", world.drafter, world.secretary)
    adopted = law.adopt(hidden.draft, world.drafter)
    AssessText(
        office.issue, adopted, Conformity.CONFORMS, actor=office.act(world.drafter), closes=True
    ).execute()
    assert other_states(office.analyst, [office.issue]) == {}
    law.release(adopted, "public", world.drafter, world.secretary)
    assert told(office, office.analyst) == {"Closed"}


def test_where_every_answer_is_read_one_question_is_asked(office, django_assert_num_queries):
    answer(office, office.world.text, Conformity.CONFORMS)
    other_states(office.analyst, [office.issue])  # reads the powers of the person
    with django_assert_num_queries(1):
        assert other_states(office.analyst, [office.issue]) == {}
