"""A text is checked by the legal service of the drafting body or of a ministry of justice, and by nobody else."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.pass_check import PassCheck
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.audit.actor import Actor
from amendments.errors.of_checks import NotAReviewer
from amendments.models import AmendedAct, CheckFinding, LegalCheck
from amendments.queries.way.checking import reviewers_for
from consultations.access.memberships import institutions_of
from consultations.actions.institutions.end_membership import EndMembership
from consultations.models import Institution, Membership
from consultations.values import MembershipRole
from tests.factories import consultation as make, law

pytestmark = pytest.mark.django_db
LEGAL, AUTHOR = MembershipRole.LEGAL_SERVICE, MembershipRole.AUTHOR
YESTERDAY = localdate() - timedelta(days=1)


@pytest.fixture
def reviewer(world):
    """Has the right to review, and belongs to no legal service yet."""
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    return law.make_reviewer("somebody")


def join(world, person, *, role=LEGAL, **institution):
    make.join(world.stranger_focal, world.stranger, person, role)
    Institution.objects.filter(pk=world.stranger.pk).update(**institution)


def ask(world, reviewer):
    return AskCheck(world.amendment, reviewer, localdate(), actor=Actor.now(world.drafter)).execute()


@pytest.mark.parametrize(
    ("role", "of_the_body", "of_justice", "may"),
    [
        (LEGAL, True, False, True),
        (LEGAL, False, True, True),
        (LEGAL, False, False, False),  # of another institution
        (AUTHOR, True, False, False),  # of the body, but not of its legal service
        (AUTHOR, False, True, False),
        (None, False, False, False),
    ],
)
def test_the_table(world, reviewer, role, of_the_body, of_justice, may):
    if role:
        section = world.section if of_the_body else None
        join(world, reviewer, role=role, section=section, checks_law=of_justice)
    assert (reviewer in reviewers_for(world.amendment)) == may
    if may:
        assert ask(world, reviewer).reviewer == reviewer
        return
    with pytest.raises(NotAReviewer, match="does not belong to the legal service of “Ferry"):
        ask(world, reviewer)


def test_who_has_left_the_legal_service_neither_writes_a_finding_nor_passes(world, reviewer):
    join(world, reviewer, checks_law=True)
    check = ask(world, reviewer)
    Membership.objects.filter(user=reviewer).update(start=YESTERDAY)
    actor = Actor.now(world.stranger_focal)
    EndMembership(Membership.objects.get(user=reviewer), YESTERDAY, actor=actor).execute()
    act = AmendedAct.objects.get(amendment=world.amendment)
    finding = FindingData(CheckFinding.Severity.ADVICE, "Unclear.", act.instructions.first(), act, "")
    for action in (
        PassCheck(check, actor=Actor.now(reviewer)),
        WriteFinding(check, finding, actor=Actor.now(reviewer)),
    ):
        with pytest.raises(NotAReviewer, match="does not belong to the legal service"):
            action.execute()
    assert LegalCheck.objects.get(pk=check.pk).is_open


def test_an_institution_that_has_ended_has_no_legal_service(world, reviewer):
    join(world, reviewer, checks_law=True, end=YESTERDAY)
    assert reviewer not in reviewers_for(world.amendment)


def test_the_legal_service_takes_no_part_in_consultations(world, reviewer):
    join(world, reviewer, checks_law=True)
    assert institutions_of(reviewer) == []
