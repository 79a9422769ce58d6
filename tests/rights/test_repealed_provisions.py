"""The provision of an issue that a text repeals is called repealed, on the first page and on that of the issue."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.redline.provision_redline import Mark
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.open_issue import OpenIssue
from rights.queries.conformity_changes import changes_since
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.values import Conformity
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import next_draft, next_without, released
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole


def asks(office):
    return issue_page(office.analyst, office.issue).asks_about


def test_a_repealed_provision_has_no_other_words(office, client):
    world = office.world
    AssessText(office.issue, world.text, Conformity.PARTLY, actor=office.act()).execute()
    signed_in(client, office.analyst)
    assert "repealed" not in text_of(client.get("/en/"))
    second = released(office, world.amendment, "repeal", "2.1")
    assert asks(office) == "2.1 is repealed in draft 2."
    assert "<del>" in text_of(client.get("/en/"))
    AssessText(office.issue, second, Conformity.NOT_APPLICABLE, actor=office.act()).execute()
    adopted = law.adopt(second.draft, world.drafter, "2-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    assert asks(office) == "2.1 is repealed in the final text, as in draft 2."
    (row,) = desk(office.analyst, timezone.now()).rows
    assert (row.is_gone, row.is_changed, row.called) == (True, False, "2.1")
    assert [span.mark for span in row.spans] == [Mark.DELETED]
    assert "20 coins" in row.spans[0].text
    tag = '<span class="tag is-plain">repealed</span>'
    assert (text_of(client.get("/en/")).count(tag), text_of(client.get(office.issue.url)).count(tag)) == (
        1,
        2,
    )


def story(client, office):
    """What the page of the issue says of each text, the oldest first."""
    page = text_of(client.get(office.issue.url))
    return re.findall(r'<p class="muted small"> ([^<]*?), \d', page.partition('class="issue-story"')[2])


def test_first_page_and_timeline_say_the_same_of_a_provision_that_was_repealed_and_came_back(office, client):
    world = office.world
    signed_in(client, office.analyst)
    assert story(client, office)[-1] == "text changed"
    repeals = law.add(world.amendment, world.drafter, "repeal", "2.1")
    released(office, world.amendment, "repeal", "1.2.1")
    assert story(client, office)[-1] == "repealed"
    assert "repealed" in text_of(client.get("/en/"))
    WithdrawInstruction(repeals, actor=office.act(world.drafter, "No.")).execute()
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    again = law.text_in(draft)
    (row,) = desk(office.analyst, timezone.now()).rows
    assert (row.version, row.is_gone) == (again, False)
    assert story(client, office)[-1] == "again the same words as in draft 1"
    home = text_of(client.get("/en/"))
    assert "again the same words as in draft 1" in home
    assert "text unchanged" not in home
    AssessText(office.issue, again, Conformity.PARTLY, actor=office.act()).execute()
    released(office, world.amendment, "repeal", "2.2")
    assert story(client, office)[-1] == "text unchanged"


def test_words_as_raised_that_came_back_are_not_called_unchanged(office, client):
    next_draft(office, "20 coins", "10 coins")
    signed_in(client, office.analyst)
    assert story(client, office)[-1] == "again the same words as in Law 1-L"
    home = text_of(client.get("/en/"))
    assert "again the same words as in Law 1-L" in home
    assert "text unchanged" not in home


def test_words_that_are_struck_are_not_called_repealed(office):
    next_draft(office, "20 coins", "nothing")
    assert asks(office) == "2.1 has other words in draft 2 than in Law 1-L."
    assert not desk(office.analyst, timezone.now()).rows[0].is_gone


def test_a_provision_to_which_nothing_applies_any_more_is_neither_better_nor_worse():
    pairs = [(Conformity.DOES_NOT, Conformity.NOT_APPLICABLE)]
    assert changes_since(pairs, is_in_force=True) == ()
    (change,) = changes_since([*pairs, (Conformity.DOES_NOT, Conformity.CONFORMS)], is_in_force=True)
    assert change.is_better


def test_the_form_of_an_assessment_chooses_none_beforehand(office, client):
    page = text_of(signed_in(client, office.analyst).get(office.issue.url))
    assert '<select name="value" id="assess-value" required> <option value="">' in page
    told = {"text": office.world.text.pk, "value": ""}
    answer = client.post(reverse("rights:answer", args=[office.issue.pk]), told)
    assert answer.status_code == 404


def test_what_a_draft_proposed_and_the_next_one_drops_was_never_law_and_is_not_called_repealed(
    office, client
):
    world = office.world
    proposed = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay 2 coins.")
    second = released(office, world.amendment, "repeal", "1.2.1")
    raised = OpenIssue(second, [passage(second, "2.3")], content(), actor=office.act(), reference="HR-02")
    office.issue = raised.execute()
    next_without(office, proposed)
    assert asks(office) == "2.3 is not in draft 3."
    signed_in(client, office.analyst)
    for url in ("/en/", office.issue.url):
        assert '<span class="tag is-plain">not in the text</span>' in text_of(client.get(url))
        assert "repealed" not in text_of(client.get(url))


def test_a_dropped_provision_keeps_its_number_and_words_on_the_desk_once_the_text_without_it_is_answered(
    office,
):
    world = office.world
    AssessText(office.issue, world.text, Conformity.CONFORMS, actor=office.act()).execute()
    proposed = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay 2 coins.")
    second = released(office, world.amendment, "repeal", "1.2.1")
    raised = OpenIssue(second, [passage(second, "2.3")], content(), actor=office.act(), reference="HR-02")
    issue = raised.execute()
    draft = next_without(office, proposed)
    AssessText(issue, law.text_in(draft), Conformity.PARTLY, actor=office.act()).execute()
    adopted = law.adopt(draft, world.drafter, "2-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    row = next(row for row in desk(office.analyst, timezone.now()).rows if row.issue == issue)
    assert (row.is_dropped, row.is_changed, row.called) == (True, False, "2.3")
    assert [(span.mark, span.text) for span in row.spans] == [(Mark.DELETED, "Dogs pay 2 coins.")]
