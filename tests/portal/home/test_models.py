"""The home page for everybody and for each role."""

import pytest
from wagtail.models import Site

from portal.home.queries.guides import GUIDES, NOT_YET
from portal.users.roles import Role
from tests.shares import telling

pytestmark = pytest.mark.django_db


def test_the_home_page_is_the_root_of_the_default_site():
    assert Site.objects.get(is_default_site=True).root_page.specific_class.__name__ == "HomePage"


def test_a_visitor_sees_what_the_site_is_and_that_nothing_is_released(client):
    page = client.get("/en/").content.decode()
    assert "How it works" in page
    assert "No draft is released yet" in page
    assert "My work" not in page


@pytest.mark.parametrize("role", telling(Role, Role.DRAFTER, Role.ADMINISTRATOR, Role.CITIZEN))
def test_every_role_finds_what_it_can_do_now_and_that_nothing_waits(signed_in, role):
    page = signed_in(role).get("/en/")
    guide = page.context["work"].guides[0]
    assert guide.label == role.label
    words = page.content.decode()
    assert all(str(sentence) in words for sentence in guide.can_now)
    assert str(NOT_YET.get(role, "")) in words
    # A new site waits for its administrator
    is_quiet = role is not Role.ADMINISTRATOR
    assert ("Nothing waits for you" in words) is is_quiet
    assert "Nothing that you may read has changed." in words
    assert ("No consultation is open." in words) is is_quiet


def test_people_without_a_role_are_citizens(signed_in):
    (guide,) = signed_in().get("/en/").context["work"].guides
    assert guide.label == Role.CITIZEN.label


def test_roles_of_which_the_same_is_said_stand_together(signed_in):
    (guide,) = signed_in(Role.CHAIR, Role.MEMBER).get("/en/").context["work"].guides
    assert guide.label == f"{Role.CHAIR.label}, {Role.MEMBER.label}"


def test_people_with_several_roles_see_all_of_them(signed_in):
    guides = signed_in(Role.MEMBER, Role.RIGHTS_HEAD).get("/en/").context["work"].guides
    assert [guide.label for guide in guides] == [Role.MEMBER.label, Role.RIGHTS_HEAD.label]


def test_no_role_is_forgotten():
    assert set(GUIDES) == set(Role)


def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries):
    client.get("/en/")
    with django_assert_max_num_queries(12):
        client.get("/en/")
