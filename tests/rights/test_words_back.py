"""Words that went and came back are asked about again, so that the state of the issue follows."""

import pytest
from django.utils import timezone

from amendments.redline.provision_redline import Mark
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.open_issue import OpenIssue
from rights.queries.conformity import conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import content, issue, passage
from tests.rights.drafts import next_draft
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole

OLD, FIRST, SECOND = "10 coins", "20 coins", "30 coins"


def answer(office, version, value=Conformity.DOES_NOT):
    AssessText(office.issue, version, value, actor=office.act()).execute()
    office.issue.refresh_from_db()
    return office.issue.state


def asked(office):
    """The text about which the desk and the page of the issue ask; None if they ask about none."""
    rows = desk(office.analyst, timezone.now()).rows
    question = issue_page(office.analyst, office.issue).question
    assert [row.version for row in rows] == ([question.version] if question else [])
    return question.version if question else None


def test_a_draft_that_goes_back_to_the_words_as_raised_is_asked_about(office, opinion):
    issue(office, opinion)
    second = next_draft(office, FIRST, OLD)
    assert asked(office) == second
    assert answer(office, second) == IssueState.NOT_ADDRESSED
    assert asked(office) is None


def test_a_draft_that_goes_back_to_an_earlier_draft_is_asked_about_and_one_that_stays_is_not(office):
    assert answer(office, office.world.text, Conformity.PARTLY) == IssueState.PARTLY_ADDRESSED
    second = next_draft(office, FIRST, SECOND)
    assert answer(office, second) == IssueState.NOT_ADDRESSED
    third = next_draft(office, SECOND, FIRST)
    assert asked(office) == third
    assert answer(office, third, Conformity.PARTLY) == IssueState.PARTLY_ADDRESSED
    law.add(office.world.amendment, office.world.drafter, "repeal", "1.2.1")
    law.seal(office.world.amendment, office.world.drafter)
    assert asked(office) is None


def test_a_law_that_has_the_words_as_raised_after_drafts_with_others_is_asked_about(office):
    world = office.world
    first = law.adopt(world.draft, world.drafter, "2-L")
    law.release(first, "public", world.drafter, world.secretary)
    office.issue.delete()
    raised = [passage(first, "2.1", FIRST)]
    office.issue = OpenIssue(first, raised, content(), actor=office.act(), reference="HR-02").execute()
    world.amendment = law.make_amendment(world.section, first, world.drafter, "Another amendment")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    next_draft(office, FIRST, SECOND)
    last = next_draft(office, SECOND, FIRST)
    adopted = law.adopt(last.draft, world.drafter, "3-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    assert asked(office) == adopted
    assert answer(office, adopted) == IssueState.NOT_ADDRESSED


def test_a_new_amendment_that_brings_back_the_words_of_an_older_law_is_asked_about(office):
    world = office.world
    adopted = law.adopt(world.draft, world.drafter, "2-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    assert answer(office, adopted, Conformity.CONFORMS) == IssueState.ADDRESSED
    world.amendment = law.make_amendment(world.section, adopted, world.drafter, "Another amendment")
    back = next_draft(office, FIRST, OLD)
    assert asked(office) == back
    assert answer(office, back) == IssueState.NOT_ADDRESSED


def test_every_page_says_the_same_of_words_that_came_back_after_an_answer_to_others(office, client):
    """They are compared with the text answered last, and the answer to the same words is named, but counts for neither text."""
    world = office.world
    answer(office, world.text, Conformity.CONFORMS)
    answer(office, next_draft(office, FIRST, SECOND))
    third = next_draft(office, SECOND, FIRST)
    signed_in(client, office.analyst)
    _say_the_same(office, client, third, "draft 2", [])
    adopted = law.adopt(third.draft, world.drafter, "2-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    _say_the_same(office, client, adopted, "draft 2", [third])


def _say_the_same(office, client, version, before, unanswered):
    (row,) = desk(office.analyst, timezone.now()).rows
    page = issue_page(office.analyst, office.issue)
    since = page.question.since
    assert (row.before, row.is_changed) == (since.before, since.is_changed) == (before, True)
    assert page.is_outdated
    changes = [span.text for span in row.spans if span.mark is not Mark.KEPT]
    assert changes == ["30", "20"] == [span.text for span in since.changes[0] if span.mark is not Mark.KEPT]
    texts = {text.version: text for text in page.texts}
    assert [texts[one].assessment for one in (version, *unanswered)] == [None] * (1 + len(unanswered))
    cell = f"{office.issue.anchors.get().provision_id}:B01"
    table = conformity_table(office.analyst, version.instrument, str(version.pk))
    assert cell_page(office.analyst, table, cell).cell.value is None
    for url in ("/en/", office.issue.url):
        told = text_of(client.get(url))
        assert "The same words as in draft 1, which was assessed: Conforms" in told
        assert "text unchanged: is it" not in told
