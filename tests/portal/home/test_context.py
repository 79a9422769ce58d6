"""The frame around every page."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from wagtail.models import Page, Site

from amendments.models import Library
from portal.home.context import Frame, navigation
from portal.users.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def frame(rf):
    def make(address: str) -> Frame:
        request = rf.get(address)
        request.user = AnonymousUser()
        return Frame(request)

    return make


def test_a_place_without_a_page_is_not_shown(frame):
    assert "Laws" not in [place.label for place in frame("/en/").places]
    assert "Handbook" not in [place.label for place in frame("/en/").places]


def test_the_library_is_shown_and_marked_while_one_reads_in_it(frame):
    home = Site.objects.get(is_default_site=True).root_page
    home.add_child(instance=Library(title="Acts", slug="acts"))
    kinds = {
        address: frame(address).places[0].current_kind
        for address in ("/en/", "/en/acts/", "/en/acts/law-27-l/")
    }
    assert kinds == {"/en/": "", "/en/acts/": "page", "/en/acts/law-27-l/": "true"}


def test_the_only_site_is_not_looked_up(frame, django_assert_num_queries):
    Site.objects.get(is_default_site=True).root_page.add_child(instance=Library(title="Acts", slug="acts"))
    assert frame("/en/").places
    with django_assert_num_queries(1):  # the library
        assert frame("/en/").places[0].url == "/en/acts/"


def test_of_two_sites_the_library_of_this_one_has_no_host(frame):
    site = Site.objects.get(is_default_site=True)
    other = site.root_page.add_sibling(instance=Page(title="Other", slug="other"))
    site.root_page.refresh_from_db()
    site.root_page.add_child(instance=Library(title="Acts", slug="acts"))
    Site.objects.create(hostname="other.example", root_page=other)
    assert frame("/en/").places[0].url == "/en/acts/"
    there = frame("/en/")
    there.request.META["HTTP_HOST"] = "other.example"
    assert there.places[0].url == f"{site.root_url}/en/acts/"


def test_only_the_nearest_place_is_marked(frame):
    marked = [place.url for place in frame(reverse("consultations:answers")).places if place.is_current]
    assert marked == [reverse("consultations:answers")]


def test_signing_in_comes_back_to_the_page(frame):
    assert frame("/en/acts/?page=2").login_url == "/accounts/login/?next=%2Fen%2Facts%2F%3Fpage%3D2"


def test_signing_in_never_comes_back_to_a_login_form(frame):
    assert frame("/accounts/login/?next=/en/").login_url == reverse("account_login")


def test_the_frame_asks_nothing_before_a_template_asks(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        navigation(rf.get("/en/"))


def test_my_work_comes_first_for_people_who_are_signed_in_and_is_marked_on_its_page_only(rf, person):
    kinds = {}
    for address in ("/en/", "/en/acts/law-27-l/"):
        request = rf.get(address)
        request.user = person(email=f"{len(kinds)}@caspia.example")
        place = Frame(request).places[0]
        kinds[address] = (place.label, place.current_kind)
    assert kinds == {"/en/": ("My work", "page"), "/en/acts/law-27-l/": ("My work", "")}


def test_an_administrator_is_led_to_the_editing_desk_and_nobody_else(rf, person):
    found = {}
    for role in (Role.ADMINISTRATOR, Role.SECRETARY, Role.CITIZEN):
        request = rf.get("/en/")
        request.user = person(role, email=f"{role}@caspia.example")
        found[role] = [str(place.label) for place in Frame(request).places if place.url == "/cms/"]
    assert found == {Role.ADMINISTRATOR: ["Editing desk"], Role.SECRETARY: [], Role.CITIZEN: []}
