"""Who sees which comment: role by visibility, for lists and for counts."""

import pytest
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.models import Draft
from consultations.access.memberships import forget_roles
from consultations.access.permissions import is_own
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.institutions.end_membership import EndMembership
from consultations.models import Comment, Membership, Round, Submission
from consultations.values import Identity, RoundAudience, Visibility
from tests.factories import consultation as make, law

pytestmark = pytest.mark.whole
EVERYBODY = [
    "anonymous", "citizen", "legal_reader", "stranger_focal", "body_author", "ngo_author", "ngo_focal",
    "drafter", "rights_analyst", "member", "chair", "secretary", "admin", "auditor",
]  # fmt: skip
OWN = {"ngo_author", "ngo_focal"}
COMMITTEE = {"drafter", "rights_analyst", "member", "chair", "secretary"}


def seen(world, comment):
    """The roles that see it. Each must see it exactly once."""
    met = {n: Comment.objects.visible_to(getattr(world, n)).filter(pk=comment.pk).count() for n in EVERYBODY}
    assert set(met.values()) <= {0, 1}
    readers = {name for name, times in met.items() if times}
    own = {n for n in EVERYBODY if comment in Comment.objects.own_of(getattr(world, n))}
    assert own == {n for n in readers if is_own(getattr(world, n), comment.submission)}
    draft = comment.submission.round.draft
    for user in (getattr(world, name) for name in EVERYBODY):
        if draft in Draft.objects.visible_to(user):  # the short way for its pages says the same
            rows = Comment.objects.visible_to(user).filter(submission__round__draft=draft)
            assert set(Comment.objects.visible_on(draft, user)) == set(rows)
            rounds = Round.objects.visible_to(user).filter(draft=draft)
            assert set(Round.objects.visible_on(draft, user)) == set(rounds)
    return readers


def sent(world, round_=None, **said):
    comment = make.draft(round_ or world.round, world.ngo_author, world.ngo, make.content(**said))
    make.send(comment.submission, world.ngo_focal)
    return comment


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        (Visibility.PUBLIC, set(EVERYBODY)),
        (Visibility.COMMITTEE, OWN | COMMITTEE),
        (Visibility.SECRETARIAT, OWN | {"secretary"}),
    ],
)
def test_who_reads_a_submitted_comment_of_a_public_round(world, visibility, readers):
    assert seen(world, sent(world, visibility=visibility)) == readers


@pytest.mark.parametrize("visibility", list(Visibility))
def test_a_draft_belongs_to_its_institution_alone(world, visibility):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(visibility=visibility))
    assert seen(world, comment) == OWN
    make.ask(comment.submission, world.ngo_author)
    assert seen(world, comment) == OWN


def test_an_individual_draft_belongs_to_its_person_alone(world):
    assert seen(world, make.draft(world.round, world.citizen, None, make.content())) == {"citizen"}


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        (RoundAudience.COMMITTEE, OWN | COMMITTEE),
        (RoundAudience.INVITED, OWN | COMMITTEE),
    ],
)
def test_a_public_comment_reaches_no_further_than_its_round(world, audience, readers):
    round_ = make.open_round(world.draft, world.secretary, world.ngo, audience=audience)
    assert seen(world, sent(world, round_)) == readers


def test_invited_bodies_read_each_others_public_comments(world):
    round_ = make.open_round(
        world.draft, world.secretary, world.ngo, world.body, audience=RoundAudience.INVITED
    )
    assert seen(world, sent(world, round_)) == OWN | COMMITTEE | {"body_author"}


def test_comments_on_a_version_that_the_reader_may_not_read_are_not_visible(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    version = law.seal(world.amendment, world.drafter)
    law.release(version, "invited", world.drafter, world.secretary)
    round_ = make.open_round(version, world.secretary, world.ngo, audience=RoundAudience.PUBLIC)
    comment = sent(world, round_)
    # Invited to any round of the amendment, or able to read every release: members read what reached the committee.
    assert seen(world, comment) == OWN | COMMITTEE - {"member"} | {"body_author"}
    law.release(version, "public", world.drafter, world.secretary)
    assert seen(world, comment) == set(EVERYBODY)


def test_who_left_the_institution_sees_its_drafts_no_more(world):
    comment = make.draft(world.round, world.ngo_focal, world.ngo, make.content())
    membership = Membership.objects.get(user=world.ngo_author)
    EndMembership(membership, actor=Actor.now(world.secretary)).execute()
    forget_roles(membership.user)
    assert comment not in Comment.objects.visible_to(membership.user)
    assert Membership.objects.filter(pk=membership.pk).exists()


def test_what_follows_of_a_role_is_asked_again_once_it_has_ended(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "invited", world.drafter, world.secretary)
    make.open_round(draft, world.secretary, world.stranger, audience=RoundAudience.INVITED)
    membership = Membership.objects.get(user=world.stranger_focal)
    assert draft in Draft.objects.visible_to(membership.user)
    EndMembership(membership, actor=Actor.now(world.secretary)).execute()
    assert draft not in Draft.objects.visible_to(membership.user)


def test_a_withdrawn_comment_stays_as_a_tombstone(world):
    comment = sent(world)
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    assert seen(world, comment) == set(EVERYBODY)


def test_a_filter_by_institution_does_not_reveal_a_withheld_identity(world):
    comment = sent(world, identity=Identity.WITHHELD)
    for name in EVERYBODY:
        person = getattr(world, name)
        known = Comment.objects.visible_to(person).with_identity_known_to(person)
        assert (comment in known) is (name in OWN)


def test_a_submission_does_not_reveal_a_withheld_identity(world):
    comment = sent(world, identity=Identity.WITHHELD)
    readers = {n for n in EVERYBODY if comment.submission in Submission.objects.visible_to(getattr(world, n))}
    assert readers == OWN | {"secretary"}


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        (RoundAudience.PUBLIC, set(EVERYBODY)),
        (RoundAudience.COMMITTEE, COMMITTEE | {"body_author", "ngo_author", "ngo_focal"}),
        (RoundAudience.INVITED, COMMITTEE | OWN),
    ],
)
def test_who_sees_a_round(world, audience, readers):
    round_ = make.open_round(world.draft, world.secretary, world.ngo, audience=audience)
    assert {n for n in EVERYBODY if round_ in Round.objects.visible_to(getattr(world, n))} == readers


def test_an_inactive_account_is_nobody(world):
    world.member.is_active = False
    comment = sent(world, visibility=Visibility.COMMITTEE)
    assert comment not in Comment.objects.visible_to(world.member)
    assert timezone.now() > comment.saved_at
