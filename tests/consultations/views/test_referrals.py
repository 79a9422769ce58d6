"""The committee on the page of an amendment, and the page on which it is named."""

import pytest
from django.test import Client
from django.urls import reverse

from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from consultations.errors import CommitteeFixed
from consultations.models import Committee, Referral
from tests.factories import law


def browser(world, person):
    client = Client()
    client.force_login(getattr(world, person), backend="django.contrib.auth.backends.ModelBackend")
    return client


def shown(world, person, amendment):
    return browser(world, person).get(amendment.url).content.decode()


@pytest.fixture
def drafted(world):
    """An amendment on a site with two committees, whose release is asked for."""
    law.make_committee("harbours")
    amendment = law.make_amendment(world.section, world.base, world.drafter, "On harbours")
    law.add(amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(amendment, world.drafter)
    RequestRelease(draft, "committee", actor=Actor.now(world.drafter)).execute()
    return amendment


def test_with_one_committee_nobody_is_asked(world):
    for person in ("drafter", "secretary", "citizen"):
        page = shown(world, person, world.amendment)
        assert "deals with the amendment" not in page
        assert reverse("consultations:refer", args=[world.amendment.pk]) not in page


def test_the_drafters_name_the_committee(world, drafted):
    url, client = reverse("consultations:refer", args=[drafted.pk]), browser(world, "drafter")
    page = shown(world, "drafter", drafted)
    assert url in page
    assert page.count("No committee is named for this amendment yet.") == 1
    assert "Committee</label>" in client.get(url).content.decode()
    assert client.post(url, {"committee": ""}).status_code == 422
    harbours = Committee.objects.get(slug="harbours")
    told = client.post(url, {"committee": harbours.pk}, follow=True).content.decode()
    assert "Harbours deals with the amendment." in told
    assert Referral.objects.get(amendment=drafted).committee == harbours
    assert "Name another committee" in told


def asked(world, draft):
    """What the drafter is told who asks for a release to the committee."""
    url = reverse("amendments:request_release", args=[draft.pk])
    answer = browser(world, "drafter").post(url, {"audience": "committee"}, follow=True)
    return [(told.level_tag, str(told)) for told in answer.context["messages"]]


def asked_and_told(number):
    """What the drafter is told whose request has reached the secretariat, while nothing stands in the note."""
    told = f"The secretariat has been asked to release Draft {number}. "
    return [
        (
            "warning",
            told
            + "Until it does, write the explanatory note: 10 items have no words, and the release closes it.",
        )
    ]


def test_a_request_that_reaches_no_secretariat_says_what_must_be_done_and_by_whom(world, drafted):
    draft = drafted.drafts.get()
    told = "The request to release Draft 1 is stored, but nobody can release it yet. "
    told += (
        "No committee is named for this amendment yet. Its drafters name one on the page of the amendment."
    )
    assert asked(world, draft) == asked(world, draft) == [("warning", told)]
    browser(world, "drafter").post(
        reverse("consultations:refer", args=[drafted.pk]),
        {"committee": Committee.objects.get(slug="committee").pk},
    )
    assert asked(world, draft) == asked_and_told(1)


def test_a_request_by_which_the_only_committee_is_named_reaches_its_secretariat(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    Referral.objects.all().delete()  # as on a site whose committee was founded after the sealing
    assert asked(world, draft) == asked_and_told(2)


def test_the_committee_is_shown_to_its_people_and_named_by_nobody_else(world, drafted):
    harbours = browser(world, "drafter")
    url = reverse("consultations:refer", args=[drafted.pk])
    harbours.post(url, {"committee": Committee.objects.get(slug="committee").pk})
    assert "Committee deals with the amendment." in shown(world, "secretary", drafted)
    assert "Committee deals with the amendment." in shown(world, "chair", drafted)
    assert browser(world, "secretary").get(url).status_code == 200
    assert browser(world, "chair").get(url).status_code == 403
    for person in ("citizen", "admin", "ngo_focal"):
        assert browser(world, person).get(url).status_code == 404
    assert Client().get(url).status_code == 302


def test_a_fixed_committee_is_told(world):
    law.make_committee("harbours")
    page = shown(world, "drafter", world.amendment)
    assert "Committee deals with the amendment." in page
    assert "Name another committee" not in page
    url = reverse("consultations:refer", args=[world.amendment.pk])
    answer = browser(world, "drafter").post(url, {"committee": Committee.objects.get(slug="harbours").pk})
    assert answer.status_code == 422
    assert str(CommitteeFixed.message) in answer.content.decode()
