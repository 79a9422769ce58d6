import uuid

import pytest
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from amendments.errors import NotAllowed
from consultations.errors import NotInVocabulary, NotOnThisVersion
from consultations.models import ConfidentialLogEntry
from rights.actions.issues.open_issue import OpenIssue
from rights.errors import NoRight, NoTitle, NotOfOffice
from rights.models import RightsIssue
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.factories.consultation import make_person
from tests.rights.conftest import content, passage


def test_an_issue_is_raised_on_words_and_followed_in_the_later_drafts_at_once(office):
    issue, world = office.issue, office.world
    anchor = issue.anchors.get()
    assert (anchor.quote, anchor.version) == ("10 coins", world.base)
    assert issue.state == IssueState.FLAGGED
    assert issue.amendment is None  # every amendment that changes the words answers it
    followed = list(issue.followed.order_by("version__sealed_at"))
    assert [row.version for row in followed] == [world.base, world.text]
    assert followed[0].text_hash != followed[1].text_hash
    placement = anchor.placements.get()
    assert (placement.version, placement.status) == (world.text, "edited")
    raised = issue.assessments.get()
    assert (raised.version, raised.value) == (world.base, Conformity.DOES_NOT)
    assert issue.followed.waiting().get().version == world.text


def test_its_history_names_what_it_names_and_its_log_is_kept_apart(office):
    record = office.issue.history.get()
    assert (record.rights, record.actor_label) == (["B01"], str(office.analyst))
    entry = ConfidentialLogEntry.objects.get(action="rights.open_issue")
    assert entry.object_id == str(office.issue.pk)
    assert not ModelLogEntry.objects.filter(action__startswith="rights.").exists()
    for person in (office.world.admin, office.world.people["auditor"], office.world.drafter):
        for log in registry.get_log_entry_models():
            assert not log.objects.viewable_by_user(person).filter(action__startswith="rights.").exists()


def test_posting_a_form_again_opens_no_second_issue(office):
    key, words = uuid.uuid4(), [passage(office.world.base, "2.2")]
    first, second = (
        OpenIssue(office.world.base, words, content(), actor=office.act(), key=key).execute()
        for _click in range(2)
    )
    assert first == second
    assert RightsIssue.objects.count() == 2


@pytest.mark.parametrize(
    ("refusal", "given"),
    [
        (NoTitle, {"title": "  "}),
        (NoRight, {"rights": ()}),
        (NotInVocabulary, {"rights": ("X99",)}),
    ],
)
def test_what_lacks_a_title_or_a_known_right_is_refused(office, refusal, given):
    action = OpenIssue(
        office.world.base, [passage(office.world.base, "2.2")], content(**given), actor=office.act()
    )
    with pytest.raises(refusal):
        action.execute()


def test_words_that_do_not_stand_in_the_text_are_refused(office):
    elsewhere = passage(office.world.text, "2.2")
    with pytest.raises(NotOnThisVersion):
        OpenIssue(office.world.base, [], content(), actor=office.act()).execute()
    beyond = type(elsewhere)(elsewhere.provision, 0, 9_999)
    with pytest.raises(NotOnThisVersion):
        OpenIssue(office.world.base, [beyond], content(), actor=office.act()).execute()


def test_only_the_head_gives_an_issue_to_another_analyst_and_nobody_outside_gets_one(office):
    words = [passage(office.world.base, "2.2")]
    with pytest.raises(NotAllowed):
        OpenIssue(office.world.base, words, content(owner=office.head), actor=office.act()).execute()
    given = OpenIssue(
        office.world.base, words, content(owner=office.analyst), actor=office.act(office.head)
    ).execute()
    assert given.owner == office.analyst
    for outside in (
        office.world.drafter,
        make_person("intern", "rights_reader"),
    ):  # who reads cannot act on it
        with pytest.raises(NotOfOffice):
            OpenIssue(
                office.world.base, words, content(owner=outside), actor=office.act(office.head)
            ).execute()


@pytest.mark.parametrize("role", ["drafter", "secretary", "chair", "member", "admin", "ngo_focal", "citizen"])
def test_nobody_outside_the_office_opens_an_issue(office, role):
    words = [passage(office.world.base, "2.2")]
    with pytest.raises(NotAllowed):
        OpenIssue(office.world.base, words, content(), actor=office.act(office.world.people[role])).execute()


def test_a_text_that_the_office_may_not_read_carries_no_issue(office):
    law.add(office.world.amendment, office.world.drafter, "repeal", "1.2.1")
    hidden = law.text_in(law.seal(office.world.amendment, office.world.drafter))
    with pytest.raises(NotAllowed):
        OpenIssue(hidden, [passage(hidden, "2.2")], content(), actor=office.act()).execute()


def test_whoever_opens_an_issue_holds_the_act_so_that_no_text_is_sealed_meanwhile(office):
    words = [passage(office.world.base, "2.2")]
    action = OpenIssue(office.world.base, words, content(), actor=office.act())
    assert law.holds(action, office.world.base.instrument)


@pytest.mark.whole
def test_issues_are_numbered_in_their_year_and_a_reference_of_an_earlier_register_is_kept(office):
    version, year = office.world.base, timezone.localdate().year

    def opened(**more):
        words = [passage(version, "2.2")]
        return OpenIssue(version, words, content(), actor=office.act(), **more).execute().reference

    assert office.issue.reference == "HR-01"
    assert opened() == f"HRI-{year}-001"
    assert opened(reference=f"HRI-{year}-003") == f"HRI-{year}-003"
    assert [opened(), opened()] == [f"HRI-{year}-004", f"HRI-{year}-005"]
    assert opened(reference=f"HRI-{year - 1}-006") == f"HRI-{year - 1}-006"
    assert opened() == f"HRI-{year}-006"
