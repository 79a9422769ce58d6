"""Committees in the admin: who sees them, gives offices and ends them."""

import pytest
from django.test import Client
from django.urls import reverse

from consultations.models import Committee, Office
from tests.factories import law
from tests.factories.consultation import NOW

TODAY = NOW.date()


def browser(world, person):
    client = Client()
    client.force_login(getattr(world, person), backend="django.contrib.auth.backends.ModelBackend")
    return client


def address(name, *args):
    return reverse(f"consultations_admin:{name}", args=args)


def office(**more):
    return {
        "committee": Committee.objects.get(slug="committee").pk,
        "kind": "chair",
        "start": str(TODAY),
        "reason": "Elected.",
        **more,
    }


@pytest.mark.parametrize("person", ["secretary", "admin", "auditor"])
def test_who_sees_institutions_sees_committees(world, person, django_assert_max_num_queries):
    client = browser(world, person)
    committee = Committee.objects.get()
    client.get(address("committees"))
    with django_assert_max_num_queries(20):
        rows = client.get(address("committees")).content.decode()
    assert address("committee", committee.pk) in rows
    assert "A further committee is founded with its first office" in rows
    with django_assert_max_num_queries(20):
        page = client.get(address("committee", committee.pk)).content.decode()
    assert "Border Service" in page
    assert str(world.chair) in page
    assert ("Give an office" in page) is (person == "admin")
    assert (address("end_office", Office.objects.get(user=world.chair).pk) in page) is (person == "admin")
    assert client.get(address("committee_history", committee.pk)).status_code == 200


@pytest.mark.parametrize("person", ["drafter", "rights_analyst"])
def test_others_see_no_committee(world, person):
    for url in (address("committees"), address("committee", Committee.objects.get().pk)):
        assert browser(world, person).get(url).status_code in (302, 403)


def test_an_office_is_given_and_ended(world):
    admin, give = browser(world, "admin"), address("give_office")
    committee = Committee.objects.get()
    assert str(committee.pk) in admin.get(f"{give}?committee={committee.pk}").content.decode()
    refused = admin.post(give, office(email=world.admin.email))
    assert refused.context["form"].errors.keys() == {"email"}
    refused = admin.post(give, office(email=world.citizen.email))
    assert "another administrator confirms it" in refused.content.decode()
    law.join(world.citizen, "chair")
    refused = admin.post(give, office(email=world.citizen.email, end=str(TODAY.replace(year=2020))))
    assert refused.context["form"].errors.keys() == {"end"}
    page = admin.post(give, office(email=world.citizen.email), follow=True).content.decode()
    assert "The person holds the office." in page
    row = Office.objects.get(user=world.citizen)
    assert row.history.get().history_change_reason == "Elected."
    end = address("end_office", row.pk)
    early = admin.post(end, {"last_day": str(TODAY.replace(year=2020))})
    assert early.context["form"].errors.keys() == {"last_day"}
    assert (
        "The office has its last day."
        in admin.post(end, {"last_day": str(TODAY)}, follow=True).content.decode()
    )
    told = admin.get(address("committee_history", committee.pk)).content.decode()
    assert f"Office: {world.citizen}, chair" in told


def test_the_first_office_founds_a_committee(world):
    admin, give = browser(world, "admin"), address("give_office")
    nameless = admin.post(give, office(email=world.citizen.email, committee=""))
    assert "Choose a committee, or name the new one." in nameless.content.decode()
    law.join(world.citizen, "chair")
    admin.post(give, office(email=world.citizen.email, committee="", new_name="Harbour Panel"))
    assert Office.objects.get(user=world.citizen).committee.slug == "harbour-panel"


def test_without_a_committee_the_list_says_how_one_is_founded(world):
    law.make_committee("harbours")
    Office.objects.all().delete()
    page = browser(world, "admin").get(address("committee", Committee.objects.get(slug="harbours").pk))
    assert "Nobody holds an office of this committee yet." in page.content.decode()
    assert "No institution has a seat on this committee yet." in page.content.decode()
