"""Each power is a permission of its own: giving one opens exactly that one and no other."""

import pytest
from django.contrib.auth.models import Permission

from amendments.actions.drafting.change_state import roles_on
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.models import Draft
from amendments.permissions import holds_on
from amendments.queries.law.acts import amendment_page
from consultations.access.permissions import gives_individual_views, keeps_rows_of, may
from consultations.access.powers import LAW, OF_COMMITTEE, POWERS_OF, WIDENED_BY, Power
from consultations.access.remit import committees_of, reach_of
from consultations.actions.answers.reveal_identity import RevealIdentity
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.committees.end_office import EndOffice
from consultations.actions.committees.end_seat import EndSeat
from consultations.actions.committees.give_office import GiveOffice, OfficeData
from consultations.actions.committees.give_seat import GiveSeat
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.actions.institutions.edit_institution import EditInstitution
from consultations.actions.institutions.end_membership import EndMembership
from consultations.actions.institutions.open_section import OpenSection
from consultations.actions.institutions.register_institution import InstitutionData, RegisterInstitution
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.actions.sent_event import Shown
from consultations.actions.vocabulary_rows.sign_row import SignRow
from consultations.models import (
    Comment,
    Committee,
    Membership,
    Office,
    Right,
    Round,
    Seat,
    Submission,
    Treaty,
)
from consultations.queries.bodies.institutions import institution_page
from consultations.queries.bodies.referrals import may_refer
from consultations.queries.comments.comment_page import comment_page
from consultations.queries.comments.senders import is_text_open, sees_proposals
from consultations.queries.rounds.round_pages import round_page
from consultations.rules.phases import Feature
from consultations.values import (
    Identity,
    InstitutionType,
    MembershipRole,
    OfficeKind,
    RoundAudience,
    Visibility,
)
from consultations.views.cms.histories import InstitutionFinder, RoundFinder, RowFinder
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.whole
POWERS = sorted({*Power, *LAW, "amendments.review_amendment"})


def sent(world, **said):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(**said))
    make.send(comment.submission, world.ngo_focal)
    return comment


def _rows(world):
    """Comments, a round and drafts on which powers are tried."""
    committee = sent(world, visibility=Visibility.COMMITTEE)
    secretariat = sent(world, visibility=Visibility.SECRETARIAT)
    withheld = sent(world, identity=Identity.WITHHELD)
    withdrawn = sent(world)
    WithdrawComment(withdrawn, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    withdrawn.refresh_from_db()
    invited = make.open_round(world.draft, world.secretary, audience=RoundAudience.INVITED)
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="Children", new="Small children")
    asked = law.seal(world.amendment, world.drafter)
    law.add(world.amendment, world.drafter, "repeal", "1.1")
    released = law.seal(world.amendment, world.drafter)
    request = RequestRelease(asked, "invited", actor=Actor.now(world.drafter)).execute()
    law.release(released, "invited", world.drafter, world.secretary)
    return committee, secretariat, withheld, withdrawn, sent(world), invited, asked, released, request


@pytest.fixture
def checks(world, once):
    """For each power, whether it is open to the person."""
    committee, secretariat, withheld, withdrawn, another, invited, asked, released, request = once(
        _rows, world
    )
    plan = RoundPlan(NOW - DAY, NOW + DAY)
    data = InstitutionData("new", "New", InstitutionType.NGO, NOW.date())
    member = MemberData(world.citizen, MembershipRole.AUTHOR)
    membership, seat = Membership.objects.get(user=world.ngo_author), Seat.objects.get()
    operation = law.operation("repeal", "2.2")

    def takes(action, *arguments):
        return lambda who: action(*arguments, actor=Actor(who, NOW)).user_has_permission()

    def does(feature):
        return lambda who: may(who, feature, world.round, None, NOW)

    return {
        Power.OPEN_ROUND: takes(OpenRound, world.draft, plan),
        Power.MOVE_ROUND: does(Feature.EXTEND),
        Power.INVITE: does(Feature.INVITE),
        Power.WATCH_ROUND: lambda who: round_page(who, world.round, NOW).watches,
        Power.SEE_ROUNDS: lambda who: Round.objects.visible_to(who).contains(invited),
        Power.ACCEPT_LATE: lambda who: may(who, Feature.ACCEPT_LATE, world.round, None, NOW + 90 * DAY),
        Power.ENTER: does(Feature.ENTER_ON_BEHALF),
        Power.READ_SUBMISSIONS: lambda who: Submission.objects.visible_to(who).contains(withheld.submission),
        Power.READ_COMMITTEE: lambda who: Comment.objects.visible_to(who).contains(committee),
        Power.READ_SECRETARIAT: lambda who: Comment.objects.visible_to(who).contains(secretariat),
        Power.READ_WITHDRAWN: lambda who: is_text_open(withdrawn, who),
        Power.READ_HISTORY: lambda who: comment_page(who, withheld).sees_history,
        Power.REVEAL: takes(RevealIdentity, withheld),
        Power.COVER: takes(CoverWords, withheld, Shown("[…]")),
        Power.GROUP: does(Feature.GROUP),
        Power.READ_PROPOSED: lambda who: sees_proposals(who, world.amendment),
        Power.PROPOSE: does(Feature.PROPOSE_ANSWER),
        Power.CONFIRM: does(Feature.CONFIRM_PLACEMENT),
        Power.TRANSLATE: takes(TranslateComment, another, "az", "Söz."),
        Power.SIT: lambda who: bool(committees_of(who)),
        Power.REGISTER: takes(RegisterInstitution, data),
        Power.CHANGE_INSTITUTION: takes(EditInstitution, world.ngo, data),
        Power.OPEN_SECTION: takes(OpenSection, world.ngo),
        Power.ADD_MEMBER: takes(AddMember, world.ngo, member),
        Power.END_MEMBER: takes(EndMembership, membership),
        Power.KNOW_MEMBERS: lambda who: bool(institution_page(who, world.ngo, NOW).members[0].name),
        Power.GIVE_SEAT: takes(GiveSeat, Committee.objects.get(), world.ngo),
        Power.END_SEAT: takes(EndSeat, seat, NOW.date()),
        Power.GIVE_OFFICE: takes(GiveOffice, seat.committee, OfficeData(world.member, OfficeKind.MEMBER)),
        Power.END_OFFICE: takes(EndOffice, Office.objects.get(user=world.chair), NOW.date()),
        Power.REFER: lambda who: may_refer(who, world.amendment),
        Power.READ_EVERY: lambda who: reach_of(who, Power.READ_EVERY).is_everywhere,
        Power.KEEP_EVERY: lambda who: reach_of(who, Power.KEEP_EVERY).is_everywhere,
        Power.SEE_BODIES: lambda who: InstitutionFinder(who).get_edit_url(world.ngo) is not None,
        Power.SEE_ROUND_HISTORY: lambda who: RoundFinder(who).get_edit_url(world.round) is not None,
        Power.IN_OFFICE: lambda who: not (gives_individual_views(who) or who.is_superuser),
        Power.KEEP_VOCABULARIES: lambda who: keeps_rows_of(who, Treaty),
        Power.KEEP_RIGHTS: lambda who: keeps_rows_of(who, Right),
        Power.SIGN: takes(SignRow, Right.objects.first()),
        Power.SEE_VOCABULARIES: lambda who: RowFinder(who).get_edit_url(Right.objects.first()) is not None,
        "amendments.release_version": takes(ReleaseVersion, asked, "invited"),
        "amendments.approve_release": takes(ApproveRelease, request),
        "amendments.read_released": lambda who: Draft.objects.visible_to(who).contains(released),
        "amendments.read_requested": lambda who: Draft.objects.visible_to(who).contains(asked),
        "amendments.review_amendment": lambda who: holds_on(
            who, "amendments.review_amendment", world.amendment
        ),
        "amendments.move_amendment": lambda who: "secretary" in roles_on(who, world.amendment),
        "amendments.propose_instruction": takes(ProposeInstruction, law.act_of(world.amendment), operation),
        "amendments.view_statechange": lambda who: amendment_page(who, world.amendment).shows_state,
    }


DECIDING = {Power.DECIDE, Power.RECORD}  # both decide; only who records must say where the committee did
READS_TOO = {
    "amendments.read_requested": {"amendments.read_released"}
}  # what was released had been asked for


EACH = (pytest.param(15, id="in turn"), pytest.param(1, id="all", marks=pytest.mark.whole))
"""`make test` asks each power for itself and for every fifteenth of the others, `.ci/run` for all."""


def in_turn(checks, number, each, own=()):
    return {
        str(name): check
        for turn, (name, check) in enumerate(checks.items())
        if (turn + number) % each == 0 or str(name) in own
    }


def holder(power, number):
    person = law.make_user(f"holder {number}", f"group {number}")
    grant(person, power)
    return person


def grant(person, power):
    app, code = power.split(".")
    permission = Permission.objects.get(content_type__app_label=app, codename=code)
    person.groups.get().permissions.add(permission)


def in_office(power, number):
    return law.appoint(holder(power, number), "member")


@pytest.mark.parametrize("each", EACH)
def test_one_power_opens_itself_and_no_other(world, checks, each):
    assert set(checks) == {*POWERS} - DECIDING
    for number, power in enumerate(POWERS):
        person = in_office(power, number)
        asked = in_turn(checks, number, each, {str(power)} | READS_TOO.get(str(power), set()))
        opened = {name for name, check in asked.items() if check(person)}
        assert opened == ({str(power)} - set(map(str, DECIDING))) | READS_TOO.get(str(power), set()), power
        decides = may(person, Feature.DECIDE_ANSWER, world.round, None, NOW)
        assert decides is (power in DECIDING), power


def test_without_a_power_nothing_opens(checks):
    for person in (law.make_user("nobody"), law.make_user("root", is_superuser=True)):
        assert {name for name, check in checks.items() if check(person)} == set()


@pytest.mark.parametrize("each", EACH)
def test_a_power_of_a_committee_opens_nothing_without_an_office(checks, each):
    for number, power in enumerate(sorted(OF_COMMITTEE)):
        person = holder(power, number)
        asked = in_turn(checks, number, each, {str(power)})
        assert {name for name, check in asked.items() if check(person)} == set(), power


@pytest.mark.whole
def test_who_reviews_for_every_committee_needs_no_office(checks):
    for number, (power, widening) in enumerate(WIDENED_BY.items()):
        person = holder(power, number)
        grant(person, widening)
        assert {str(name) for name, check in checks.items() if check(person)} == {str(power), widening}


def test_every_feature_of_an_office_has_its_power():
    assert {power for powers in POWERS_OF.values() for power in powers} <= set(Power)
