import pytest

from consultations.errors import NotOnThisVersion, ReasonNeeded
from consultations.models import ConfidentialLogEntry
from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.issues.cover_provisions import AddProvisions, RemoveProvision
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.errors import IssueClosed, ShowsSomebody
from rights.errors.of_coverage import RaisedOnIt
from rights.models import IssuePlacement, Opinion, RightsIssue
from rights.queries.conformity import conformity_table
from rights.queries.desk import desk
from rights.queries.issue_coverage import coverage_of
from rights.queries.issue_page import issue_page
from rights.queries.opinion_page import opinion_page
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import content, issue as issued, passage
from tests.rights.drafts import next_draft, released


def key_of(office, number="2.2"):
    return passage(office.world.base, number).provision


def add(office, *numbers):
    keys = [key_of(office, number) for number in numbers or ("2.2",)]
    return AddProvisions(office.issue, keys, actor=office.act()).execute()


def remove(office, number="2.2", reason="Not touched."):
    return RemoveProvision(office.issue, key_of(office, number), actor=office.act(reason=reason)).execute()


def waiting(office):
    return [row.version for row in RightsIssue.objects.get().followed.waiting()]


@pytest.mark.whole
def test_an_added_provision_is_followed_as_if_the_issue_had_been_raised_on_it(office):
    world = office.world
    add(office)
    raised = [passage(world.base, "2.1", "10 coins"), passage(world.base, "2.2")]
    other = OpenIssue(world.base, raised, content(), actor=office.act()).execute()
    released(office, world.amendment, "repeal", "2.2")
    hashes, same = (dict(one.followed.values_list("version", "text_hash")) for one in (office.issue, other))
    assert hashes == same
    assert [str(row.provision_id) for row in office.issue.anchors.all()] == [one.provision for one in raised]


def test_the_answer_on_the_text_as_raised_holds_and_later_texts_are_asked_about_again(office):
    text = office.world.text
    AssessText(office.issue, text, Conformity.CONFORMS, actor=office.act()).execute()
    assert waiting(office) == []
    add(office)
    assert waiting(office) == [text]
    assert RightsIssue.objects.get().state == IssueState.ADDRESSED
    assert office.issue.assessments.count() == 2
    AssessText(office.issue, text, Conformity.PARTLY, actor=office.act()).execute()
    assert waiting(office) == []


def test_a_text_that_changes_only_the_added_provision_is_asked_about(office):
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    add(office)
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    text = released(office, office.world.amendment, "repeal", "2.2")
    assert waiting(office) == [text]


@pytest.mark.whole
@pytest.mark.parametrize("before", [IssueState.FLAGGED, IssueState.UNDER_ANALYSIS])
def test_the_state_follows_from_the_answers_on_texts_that_still_answer_the_issue(office, before):
    if before != office.issue.state:
        MoveIssue(office.issue, before, actor=office.act()).execute()
    add(office)
    other = law.make_amendment(
        office.world.section, office.world.base, office.world.drafter, "Another amendment"
    )
    text = released(office, other, "repeal", "2.2")
    given = AssessText(office.issue, text, Conformity.CONFORMS, actor=office.act()).execute()

    def told():
        issue = RightsIssue.objects.get()
        return (
            issue.state,
            issue_page(office.analyst, issue).newest_answer,
            desk(office.analyst, given.at).undoable,
        )

    assert told() == (IssueState.ADDRESSED, given, (given,))
    remove(office)
    assert told() == (before, None, ())
    add(office)
    assert told() == (IssueState.ADDRESSED, given, (given,))
    TakeBackAssessment(given, actor=office.act()).execute()
    assert told() == (before, None, ())


def test_the_place_that_a_person_found_stays_where_a_provision_is_added(office):
    row = IssuePlacement.objects.get(anchor__issue=office.issue)
    ConfirmIssuePlace(row, FoundPlace(None), actor=office.act()).execute()
    add(office)
    row.refresh_from_db()
    assert (row.status, row.decided_by) == ("deleted", office.analyst)
    assert IssuePlacement.objects.filter(anchor__issue=office.issue).count() == 2


def test_a_second_click_adds_and_removes_nothing(office):
    for _click in range(2):
        add(office)
    for _click in range(2):
        remove(office)
    assert office.issue.anchors.count() == 1
    for name, count in (("add_provisions", 1), ("remove_provision", 1)):
        assert ConfidentialLogEntry.objects.filter(action=f"rights.{name}").count() == count


def test_what_was_added_and_removed_stays_in_the_history_with_the_reason(office):
    add(office, "2.2", "1.2.1")
    remove(office)
    before, *rows = office.issue.history.order_by("history_id")
    assert before.provisions == [key_of(office, "2.1")]
    assert rows[-1].history_change_reason == "Not touched."
    told = coverage_of(RightsIssue.objects.get())
    assert [(one.called, one.is_added, one.reason) for one in told.changes] == [
        ("2.2", True, ""),
        ("1.2.1", True, ""),
        ("2.2", False, "Not touched."),
    ]
    assert {one.by for one in told.changes} == {str(office.analyst)}
    assert [one.called for one in told.further] == ["1.2.1"]


def test_a_removed_provision_is_not_followed_and_can_be_added_again(office):
    first = dict(office.issue.followed.values_list("version", "text_hash"))
    add(office)
    remove(office)
    assert dict(office.issue.followed.values_list("version", "text_hash")) == first
    add(office)
    assert office.issue.anchors.count() == 2


def test_what_is_refused(office):
    add(office)
    with pytest.raises(ReasonNeeded):
        remove(office, reason=" ")
    with pytest.raises(ShowsSomebody):
        remove(office, reason="Ask a.person@example.org.")
    with pytest.raises(RaisedOnIt):
        remove(office, "2.1")
    inserted = released(office, office.world.amendment, "insert_element", "2.3", new="Dogs pay 2 coins.")
    new = str(inserted.entries.get(number="2.3").provision_id)
    with pytest.raises(NotOnThisVersion):
        AddProvisions(office.issue, [new], actor=office.act()).execute()
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Over.")).execute()
    with pytest.raises(IssueClosed):
        add(office, "1.2.1")
    with pytest.raises(IssueClosed):
        remove(office)


@pytest.mark.whole
def test_an_issued_opinion_keeps_what_it_said(office, opinion):
    issued(office, opinion)
    row = Opinion.objects.get(pk=opinion.pk)
    kept = row.recommendations.values().get()
    said = opinion_page(office.world.drafter, row).lines
    add(office)
    next_draft(office, "20 coins", "30 coins")
    remove(office)
    assert row.recommendations.values().get() == kept
    (line,), (before,) = opinion_page(office.world.drafter, row).lines, said
    assert (line.called, line.spans, line.rights) == (before.called, before.spans, before.rights)


def test_the_table_of_conformity_has_the_added_provision_which_waits_in_later_texts(office):
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    add(office)
    for version, value in ((office.world.base, Conformity.DOES_NOT), (office.world.text, None)):
        table = conformity_table(office.analyst, office.world.base.instrument, str(version.pk))
        assert {row.called: row.touched[0].value for row in table.rows} == {"2.1": value, "2.2": value}
