"""The committee of an amendment is named by its drafters, on a site with one committee by itself, and then it is fixed."""

import pytest
from django.contrib.auth import get_user_model

from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.audiences import audience_named, obstacles
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.models import Draft, ReleaseRequest
from consultations.access.remit import committee_of
from consultations.actions.committees.refer_amendment import ReferAmendment
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.errors import CommitteeFixed
from consultations.models import Committee, Referral
from consultations.queries.my_tasks.waiting import tasks_for
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW

NAME_IT = "Name the committee that deals with the amendment"


def by(person, **more):
    return Actor.now(get_user_model().objects.get(pk=person.pk), **more)


@pytest.fixture
def harbours(world):
    return law.make_committee("harbours")


@pytest.fixture
def drafted(world, harbours, once):
    return once(_drafted, world)


def _drafted(world):
    """Another amendment on a site with two committees, with a sealed draft."""
    amendment = law.make_amendment(world.section, world.base, world.drafter, "On harbours")
    law.add(amendment, world.drafter, "repeal", "2.2")
    return law.seal(amendment, world.drafter)


def refer(amendment, committee, person):
    return ReferAmendment(amendment, committee, actor=by(person)).execute()


def titles(person):
    return [task.title for task in tasks_for(get_user_model().objects.get(pk=person.pk), NOW)]


def test_the_only_committee_is_named_when_an_amendment_is_opened(world):
    row = Referral.objects.get(amendment=world.amendment)
    assert row.committee == Committee.objects.get()
    assert row.by == world.drafter
    assert row.history.get().actor_label == str(world.drafter)


def test_the_only_committee_is_named_when_a_release_is_asked_for(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    Referral.objects.all().delete()  # as on a site whose committee was founded after the sealing
    RequestRelease(draft, "committee", actor=by(world.drafter)).execute()
    assert Referral.objects.get().amendment == world.amendment


def test_with_several_committees_nobody_releases_before_one_is_named(world, harbours, drafted):
    assert committee_of(drafted.amendment) is None
    request = RequestRelease(drafted, "committee", actor=by(world.drafter)).execute()
    assert NAME_IT in titles(world.drafter)
    assert NAME_IT not in titles(world.secretary)
    for audience in ("invited", "committee", "public"):
        assert obstacles(drafted, audience_named(audience)) == [
            "No committee is named for this amendment yet. Its drafters name one on the page of the amendment."
        ]
    with pytest.raises(NotAllowed):
        ReleaseVersion(drafted, "committee", actor=by(world.secretary)).execute()
    with pytest.raises(NotAllowed):
        ApproveRelease(request, actor=by(world.chair)).execute()
    assert drafted not in Draft.objects.visible_to(world.secretary)
    refer(drafted.amendment, harbours, world.drafter)
    assert NAME_IT not in titles(world.drafter)
    assert obstacles(drafted, audience_named("public")) == []
    with pytest.raises(NotAllowed):
        ReleaseVersion(drafted, "committee", actor=by(world.secretary)).execute()
    own = make.make_person("harbour secretary", "secretary", committee=harbours)
    ReleaseVersion(drafted, "committee", actor=by(own)).execute()


def test_nobody_else_names_a_committee(world, harbours, drafted):
    for person in ("secretary", "chair", "member", "admin", "rights_analyst", "citizen", "ngo_focal"):
        with pytest.raises(NotAllowed):
            refer(drafted.amendment, harbours, getattr(world, person))


def test_the_secretary_passes_on_what_was_asked_for_and_then_reads_it_no_more(world, harbours, drafted):
    refer(drafted.amendment, Committee.objects.get(slug="committee"), world.drafter)
    with pytest.raises(NotAllowed):  # there is nothing to read yet
        refer(drafted.amendment, harbours, world.secretary)
    RequestRelease(drafted, "committee", actor=by(world.drafter)).execute()
    row = refer(drafted.amendment, harbours, world.secretary)
    assert row.history.count() == 2
    assert drafted not in Draft.objects.visible_to(get_user_model().objects.get(pk=world.secretary.pk))
    with pytest.raises(NotAllowed):
        refer(drafted.amendment, Committee.objects.get(slug="committee"), world.secretary)


@pytest.mark.parametrize("step", ["approve", "release", "round"])
def test_the_committee_is_fixed_once_its_people_have_acted(world, harbours, drafted, step):
    committee = Committee.objects.get(slug="committee")
    refer(drafted.amendment, committee, world.drafter)
    request = RequestRelease(drafted, "invited", actor=by(world.drafter)).execute()
    if step == "approve":
        ApproveRelease(request, actor=by(world.chair)).execute()
    elif step == "release":
        ReleaseVersion(drafted, "invited", actor=by(world.secretary)).execute()
    else:
        make.open_round(drafted, world.secretary)
    with pytest.raises(CommitteeFixed):
        refer(drafted.amendment, harbours, world.drafter)
    assert refer(drafted.amendment, committee, world.drafter).history.count() == 1


@pytest.mark.parametrize("step", ["approve", "release", "round", "refer"])
def test_who_waited_while_the_amendment_went_to_another_committee_is_refused(
    world, harbours, drafted, step, monkeypatch
):
    committee = Committee.objects.get(slug="committee")
    refer(drafted.amendment, committee, world.drafter)
    asked = RequestRelease(drafted, "invited", actor=by(world.drafter)).execute()
    draft = Draft.objects.select_related("amendment__referral").get(pk=drafted.pk)
    request = ReleaseRequest.objects.select_related("draft__amendment__referral").get(pk=asked.pk)
    secretary, plan = by(world.secretary), RoundPlan(NOW, NOW + 9 * DAY)
    action = {
        "approve": lambda: ApproveRelease(request, actor=by(world.chair)),
        "release": lambda: ReleaseVersion(draft, "invited", actor=secretary),
        "round": lambda: OpenRound(draft, plan, actor=secretary),
        "refer": lambda: ReferAmendment(draft.amendment, law.make_committee("third"), actor=secretary),
    }[step]()
    monkeypatch.setattr(action, "lock", lambda: refer(drafted.amendment, harbours, world.drafter))
    with pytest.raises(NotAllowed):
        action.execute()
