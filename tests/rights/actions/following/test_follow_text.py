import pytest
from django.db.models import Q

from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.errors import NotAllowed
from consultations.actions.comments.anchoring import Chosen
from consultations.models import ConfidentialLogEntry
from consultations.rules.passages import Field, Place
from rights.actions.answers.assess_text import AssessText
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.following.follow_text import FollowText
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.errors import ChangedMeanwhile, IssueClosed
from rights.models import IssuePlacement
from rights.queries.issue_texts import issue_texts
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import other_draft, released


def next_text(office, op, target, **given):
    world = office.world
    law.add(world.amendment, world.drafter, op, target, **given)
    return law.text_in(law.seal(world.amendment, world.drafter))


def placed(issue, version):
    return IssuePlacement.objects.get(anchor__issue=issue, version=version)


def test_an_issue_is_followed_in_each_new_draft_and_its_log_names_no_text(office):
    text = next_text(office, "repeal", "2.1")
    assert placed(office.issue, text).status == "deleted"
    entry = ConfidentialLogEntry.objects.get(action="rights.follow_text")
    assert entry.object_id == str(office.issue.pk)
    assert FollowText(text, actor=office.act(office.world.drafter)).execute() == []


def test_an_unchanged_provision_keeps_its_hash(office):
    version = office.world.base
    issue = OpenIssue(version, [passage(version, "2.2")], content(), actor=office.act()).execute()
    hashes = set(issue.followed.values_list("text_hash", flat=True))
    assert (issue.followed.count(), len(hashes)) == (2, 1)
    next_text(office, "repeal", "1.2.1")
    assert set(issue.followed.values_list("text_hash", flat=True)) == hashes


def test_an_issue_on_several_provisions_is_changed_by_each_of_them(office):
    words = [passage(office.world.base, "2.2"), passage(office.world.base, "1.2.1")]
    issue = OpenIssue(office.world.base, words, content(), actor=office.act()).execute()
    assert not issue.followed.waiting().exists()
    text = next_text(office, "repeal", "1.2.1")
    assert issue.followed.waiting().get().version == text


def test_an_issue_on_a_draft_is_followed_in_the_later_ones_alone(office):
    issue = OpenIssue(
        office.world.text, [passage(office.world.text, "2.2")], content(), actor=office.act()
    ).execute()
    assert issue.amendment == office.world.amendment
    assert [row.version for row in issue.followed.all()] == [office.world.text]
    next_text(office, "repeal", "1.2.1")
    assert issue.followed.count() == 2


@pytest.mark.whole
def test_a_person_says_where_doubtful_words_are_and_the_words_of_that_place_count(office):
    text = next_text(office, "repeal", "2.1")
    law.release(text.draft, "public", office.world.drafter, office.world.secretary)
    row = placed(office.issue, text)
    AssessText(office.issue, text, Conformity.CONFORMS, actor=office.act()).execute()
    there = passage(text, "2.2", "free of charge")
    place = FoundPlace(Place(there.provision, there.field, there.start, there.end))
    with pytest.raises(ChangedMeanwhile):  # the comparison did not find it
        ConfirmIssuePlace(row, place, actor=office.act()).execute()
    row.further = [[there.provision, there.field, there.start, there.end]]
    row.save()
    for _click in range(2):
        ConfirmIssuePlace(row, place, actor=office.act()).execute()
    row.refresh_from_db()
    assert (row.status, row.decided_by) == ("moved", office.analyst)
    assert office.issue.followed.waiting().filter(~Q(version=office.world.text)).get().version == text


def test_another_body_adopts_what_it_amends_under_an_issue_of_which_it_knows_nothing(office):
    world = office.world
    ministry = law.make_section("Ministry of Roads")
    drafter = law.make_drafter(ministry, "roads drafter")
    amendment = law.make_amendment(ministry, world.base, drafter, "Amending the Law on Ferries")
    law.add(amendment, drafter, "replace_words", "2.1", old="10 coins", new="30 coins")
    adopted = law.adopt(law.seal(amendment, drafter), drafter)
    assert placed(office.issue, adopted).status == "edited"
    assert office.issue.followed.filter(version=adopted).exists()


def test_nobody_is_asked_about_a_draft_that_leaves_the_provision_alone_and_the_state_follows(office):
    world = office.world
    other = law.make_amendment(world.section, world.base, world.drafter, "Another amendment")
    released(office, other, "repeal", "1.2.1")
    assert office.issue.followed.waiting().get().version == office.world.text
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.ADDRESSED


@pytest.mark.whole
def test_each_amendment_that_changes_the_provision_is_asked_about(office):
    text = other_draft(office, "Another amendment", "5 coins")
    assert {row.version for row in office.issue.followed.waiting()} == {office.world.text, text}
    AssessText(office.issue, text, Conformity.PARTLY, actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.PARTLY_ADDRESSED
    assert office.issue.followed.waiting().get().version == office.world.text


def test_a_draft_that_takes_the_change_back_is_asked_about_again(office):
    world = office.world
    AssessText(office.issue, world.text, Conformity.CONFORMS, actor=office.act()).execute()
    text = next_text(office, "replace_words", "2.1", old="20 coins", new="10 coins")
    row = office.issue.followed.get(version=text)
    assert row.text_hash == office.issue.followed.get(version=world.base).text_hash
    assert row.answers_issue


def test_an_issue_on_a_draft_is_answered_by_the_drafts_of_its_own_amendment_alone(office):
    words = [passage(office.world.text, "2.1")]
    issue = OpenIssue(office.world.text, words, content(), actor=office.act()).execute()
    other_draft(office, "Another amendment", "5 coins")
    assert not issue.followed.waiting().exists()
    text = next_text(office, "replace_words", "2.1", old="20 coins", new="15 coins")
    assert issue.followed.waiting().get().version == text


@pytest.mark.whole
def test_an_issue_on_a_draft_that_is_law_is_answered_by_what_changes_that_law(office):
    world = office.world
    words = [passage(world.text, "2.1")]
    issue = OpenIssue(world.text, words, content(), actor=office.act()).execute()
    adopted = law.adopt(world.draft, world.drafter)
    law.release(adopted, "public", world.drafter, world.secretary)
    AssessText(issue, adopted, Conformity.CONFORMS, actor=office.act()).execute()
    other = law.make_amendment(world.section, adopted, world.drafter, "Another amendment")
    released(office, other, "repeal", "1.2.1")
    assert not issue.followed.waiting().exists()
    law.add(other, world.drafter, "replace_words", "2.1", old="20 coins", new="50 coins")
    text = law.text_in(law.seal(other, world.drafter))
    assert issue.followed.waiting().get().version == text


def test_an_issue_on_an_article_follows_everything_below_it(office):
    article = office.world.base.entries.get(provision__kind="article", number="2").provision_id
    issue = OpenIssue(
        office.world.base, [Chosen(str(article), field=Field.HEADING)], content(), actor=office.act()
    ).execute()
    assert issue.followed.waiting().get().version == office.world.text  # which changes 2.1
    (text,) = [one for one in issue_texts(office.analyst, issue) if not one.is_raised]
    assert {"10", "20"} <= {span.text for span in text.passages[0].spans}


def test_the_place_of_words_is_not_confirmed_by_who_may_not_read_the_text_nor_once_the_issue_is_closed(
    office,
):
    hidden = next_text(office, "repeal", "2.1")
    with pytest.raises(NotAllowed):
        ConfirmIssuePlace(placed(office.issue, hidden), FoundPlace(None), actor=office.act()).execute()
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Withdrawn.")).execute()
    shown = placed(office.issue, office.world.text)
    with pytest.raises(IssueClosed):
        ConfirmIssuePlace(shown, FoundPlace(None), actor=office.act()).execute()


@pytest.mark.whole
def test_a_draft_on_an_older_law_that_was_answered_for_is_asked_about_once_it_is_moved_to_the_new_law(office):
    world = office.world
    other = law.make_amendment(world.section, world.base, world.drafter, "Another amendment")
    adopted = law.adopt(released(office, other, "repeal", "1.2.1").draft, world.drafter, "2-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    AssessText(office.issue, adopted, Conformity.PARTLY, actor=office.act()).execute()
    assert not office.issue.followed.waiting().exists()  # draft 1 cannot be adopted any more
    RebaseAmendment(law.act_of(world.amendment), adopted, actor=office.act(world.drafter)).execute()
    moved = law.text_in(law.seal(world.amendment, world.drafter))
    assert office.issue.followed.waiting().get().version == moved
