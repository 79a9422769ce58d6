from django.db.models import Q

from consultations.models import ConfidentialLogEntry
from consultations.rules.passages import Place
from rights.actions.answers.assess_text import AssessText
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.following.follow_text import FollowText
from rights.actions.issues.open_issue import OpenIssue
from rights.models import IssuePlacement
from rights.values import Conformity
from tests.factories import law
from tests.rights.conftest import content, passage


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


def test_a_person_says_where_doubtful_words_are_and_the_words_of_that_place_count(office):
    text = next_text(office, "repeal", "2.1")
    law.release(text.draft, "public", office.world.drafter, office.world.secretary)
    row = placed(office.issue, text)
    AssessText(office.issue, text, Conformity.CONFORMS, actor=office.act()).execute()
    there = passage(text, "2.2", "free of charge")
    place = FoundPlace(Place(there.provision, there.field, there.start, there.end))
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
