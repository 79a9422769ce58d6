"""Institutions in the admin: who sees the lists, who may change what, and what is refused."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from amendments.audit.actor import Actor
from consultations.actions.institutions.add_member import AddMember, MemberData
from consultations.forms.institution_forms import InstitutionForm, SeatForm
from consultations.models import Committee, Institution, Membership, Seat
from consultations.values import MembershipRole
from tests.factories import consultation as make

TODAY = timezone.localdate()
PEOPLE = ["secretary", "admin", "auditor", "drafter", "ngo_focal", "anonymous"]
SEE = {"secretary", "admin", "auditor"}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def browser(world, person):
    client = Client()
    who = getattr(world, person)
    if who.is_authenticated:
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def secretary(world):
    return browser(world, "secretary")


def address(name, *args):
    return reverse(f"consultations_admin:{name}", args=args)


def page_of(client, name, *args, **query):
    return client.get(address(name, *args), query).content.decode()


def addresses(world):
    """Every address, and who may open it."""
    membership, seat = Membership.objects.get(user=world.ngo_author), Seat.objects.get()
    return {
        address("institutions"): SEE,
        address("institutions_results"): SEE,
        address("institution", world.ngo.pk): SEE,
        address("register_institution"): {"secretary"},
        address("change_institution", world.ngo.pk): {"secretary"},
        address("add_member", world.ngo.pk): {"secretary"},
        address("end_membership", membership.pk): {"secretary"},
        address("give_seat", world.ngo.pk): {"secretary", "admin"},
        address("end_seat", seat.pk): {"secretary", "admin"},
    }


@pytest.mark.parametrize("person", PEOPLE)
def test_each_page_opens_for_its_roles_alone(world, person):
    client = browser(world, person)
    for url, roles in addresses(world).items():
        answer = client.get(url)
        assert (answer.status_code == 200) == (person in roles), url
        if person not in roles:
            assert client.post(url).status_code in (302, 403, 405), url


def test_superuser_status_alone_opens_nothing(world):
    world.admin.groups.clear()
    assert browser(world, "admin").get(address("institutions")).status_code == 302


@pytest.mark.parametrize(("person", "shown"), [("secretary", True), ("auditor", True), ("drafter", False)])
def test_the_menu_names_the_lists_to_those_who_see_them(world, person, shown):
    page = browser(world, person).get(reverse("wagtailadmin_home")).content.decode()
    assert (address("institutions") in page) == shown


def test_readers_see_lists_without_buttons(world):
    for person, buttons in (("secretary", 4), ("admin", 2), ("auditor", 0)):
        page = page_of(browser(world, person), "institution", world.body.pk)
        wanted = ("/change/", "/members/add/", "/seats/give/", "/end/")
        assert sum(word in page for word in wanted) == buttons, person
    assert "register" not in page_of(browser(world, "auditor"), "institutions")


def test_names_of_staff_are_shown_by_the_choice_of_their_body(world):
    shown = MemberData(world.citizen, MembershipRole.HEAD, show_name=True)
    AddMember(world.ngo, shown, actor=Actor.now(world.secretary)).execute()
    page = page_of(browser(world, "auditor"), "institution", world.ngo.pk)
    assert "citizen" in page
    assert "ngo_author" not in page
    assert page.count("name not shown") == 2
    for person in ("secretary", "admin"):
        assert "ngo_author" in page_of(browser(world, person), "institution", world.ngo.pk)


def test_the_list_is_searched_filtered_and_cut_into_pages(world, secretary):
    for number in range(25):
        make.make_institution(world.secretary, f"club-{number:02}")
    page = page_of(secretary, "institutions")
    assert "Border Service" in page
    assert "Club 24" not in page
    assert "Club 24" in page_of(secretary, "institutions", p=2)
    found = page_of(secretary, "institutions_results", q="legal")
    assert "Harbour Legal Aid" in found
    assert "Border Service" not in found
    ministries = page_of(secretary, "institutions", type="state_body")
    assert "Border Service" in ministries
    assert "Rowing Club" not in ministries
    assert "no institutions match" in page_of(secretary, "institutions", q="nobody").lower()


def test_the_list_costs_a_bounded_number_of_queries(world, secretary, django_assert_max_num_queries):
    page_of(secretary, "institutions")
    with django_assert_max_num_queries(20):
        page_of(secretary, "institutions")
    for number in range(15):
        body = make.make_institution(world.secretary, f"club-{number:02}")
        make.seat(world.secretary, body)
        make.make_member(world.secretary, body, f"rower {number}", MembershipRole.AUTHOR)
    with django_assert_max_num_queries(20):
        page_of(secretary, "institutions")


NEW = {"name": "Law Centre", "type": "ngo", "start": str(TODAY), "name_az": "Hüquq Mərkəzi"}


def test_an_institution_is_registered_and_named_in_the_language_of_the_reader(world, secretary):
    assert secretary.post(address("register_institution"), NEW).status_code == 302
    row = Institution.objects.get(slug="law-centre")
    assert (row.names, row.end) == ({"az": "Hüquq Mərkəzi"}, None)
    assert "Law Centre" in page_of(secretary, "institutions", q="Mərkəzi")
    with translation.override("az"):
        assert str(row) == "Hüquq Mərkəzi"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"slug": "rowing-club"}, "Another institution has this short name."),
        ({"name": "***"}, "Give a short name of Latin letters"),
        ({"end": str(TODAY - timedelta(days=1))}, "The last day must not be before the first."),
        ({"name": ""}, "This field is required."),
    ],
)
def test_what_stands_in_the_way_is_told_at_its_field(world, secretary, change, words):
    answer = secretary.post(address("register_institution"), {**NEW, **change})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "Nothing is saved yet." in page
    assert "Hüquq Mərkəzi" in page  # what was typed stays
    assert not Institution.objects.filter(name="Law Centre").exists()


@pytest.mark.parametrize("step", ["register", "seat"])
def test_a_name_that_somebody_takes_while_the_form_is_sent_is_told_at_its_field(
    world, secretary, monkeypatch, step
):
    """The form finds the name free, but somebody else saves it before this form is saved."""
    form, method, url, data, field = {
        "register": (InstitutionForm, "known", address("register_institution"), NEW, "slug"),
        "seat": (
            SeatForm,
            "is_valid",
            address("give_seat", world.ngo.pk),
            {"new_name": "Law Centre", "role": "member"},
            "new_name",
        ),
    }[step]
    found = getattr(form, method)

    def late(self):
        answer = found(self)
        if step == "register":
            make.make_institution(world.secretary, "law-centre")
        else:
            Committee.objects.create(slug="law-centre", name="Law Centre")
        return answer

    monkeypatch.setattr(form, method, late)
    answer = (browser(world, "admin") if step == "seat" else secretary).post(url, data)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {field}
    assert "Nothing is saved yet." in answer.content.decode()


def test_an_institution_is_changed_and_ended(world, secretary):
    url = address("change_institution", world.stranger.pk)
    form = secretary.get(url).content.decode()
    assert 'value="Rowing Club"' in form
    assert f'value="{world.stranger.start:%Y-%m-%d}"' in form
    data = {
        **NEW,
        "slug": "rowing-club",
        "start": str(world.stranger.start),
        "end": str(TODAY),
        "reason": "Merged.",
    }
    page = secretary.post(url, data, follow=True).content.decode()
    assert "The institution is changed." in page
    world.stranger.refresh_from_db()
    assert (world.stranger.end, world.stranger.history.first().history_change_reason) == (TODAY, "Merged.")


def test_a_member_is_added_by_the_address_of_the_account(world, secretary):
    url = address("add_member", world.ngo.pk)
    unknown = secretary.post(url, {"email": "who@example.invalid", "role": "author", "start": str(TODAY)})
    assert unknown.status_code == 422
    assert "There is no active account with this address." in unknown.content.decode()
    data = {
        "email": world.citizen.email.upper(),
        "role": "focal_point",
        "start": str(TODAY),
        "reason": "Letter.",
    }
    page = secretary.post(url, data, follow=True).content.decode()
    assert "The person acts for Harbour Legal Aid." in page
    row = Membership.objects.get(user=world.citizen)
    assert (row.role, row.start, row.show_name) == (MembershipRole.FOCAL_POINT, TODAY, False)


def test_a_deactivated_account_is_no_member(world, secretary):
    world.citizen.is_active = False
    world.citizen.save()
    data = {"email": world.citizen.email, "role": "author", "start": str(TODAY)}
    assert secretary.post(address("add_member", world.ngo.pk), data).status_code == 422


def test_an_address_of_two_accounts_names_nobody(world, secretary, django_user_model):
    django_user_model.objects.create(email=world.citizen.email.upper(), name="A namesake")
    data = {"email": world.citizen.email, "role": "author", "start": str(TODAY)}
    answer = secretary.post(address("add_member", world.ngo.pk), data)
    assert answer.status_code == 422
    assert "Several active accounts have this address." in answer.content.decode()


def test_a_membership_is_ended_with_its_last_day(world, secretary):
    row = Membership.objects.get(user=world.ngo_author)
    url = address("end_membership", row.pk)
    assert "ngo_author" in secretary.get(url).content.decode()
    early = secretary.post(url, {"last_day": str(row.start - timedelta(days=1))})
    assert "The last day must not be before the first." in early.content.decode()
    secretary.post(url, {"last_day": str(TODAY - timedelta(days=1)), "reason": "Left."})
    row.refresh_from_db()
    assert row.end == TODAY - timedelta(days=1)
    assert url not in page_of(secretary, "institution", world.ngo.pk)


def test_a_seat_is_given_and_ended(world):
    administrator = browser(world, "admin")
    committee = Committee.objects.get()
    give = address("give_seat", world.ngo.pk)
    administrator.post(give, {"committee": committee.pk, "role": "member"})
    seat = Seat.objects.get(institution=world.ngo)
    first_day = timezone.localdate()  # midnight may have passed since the module was read
    assert (seat.start, seat.end) == (first_day, None)
    end = address("end_seat", seat.pk)
    early = administrator.post(end, {"last_day": str(first_day - timedelta(days=1))})
    assert early.status_code == 422
    administrator.post(end, {"last_day": str(first_day)})
    seat.refresh_from_db()
    assert seat.end == first_day


def test_a_seat_may_be_the_first_of_a_new_committee(world, secretary):
    give, admin = address("give_seat", world.ngo.pk), browser(world, "admin")
    nameless = admin.post(give, {"role": "lead"}).content.decode()
    assert "Choose a committee, or name the new one." in nameless
    taken = admin.post(give, {"role": "lead", "new_name": "Committee"}).content.decode()
    assert "There is already a committee with this name." in taken
    assert secretary.post(give, {"role": "lead", "new_name": "Working Group"}).status_code == 422
    admin.post(give, {"role": "lead", "new_name": "Working Group"})
    assert Seat.objects.get(institution=world.ngo).committee.slug == "working-group"


def test_a_body_without_people_and_seats_says_who_acts(world, secretary):
    empty = make.make_institution(world.secretary, "empty")
    page = page_of(secretary, "institution", empty.pk)
    assert "The secretary adds its members." in page
    assert "The institution has no seat." in page
