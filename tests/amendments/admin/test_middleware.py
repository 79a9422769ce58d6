"""Wagtail's admin shows no page that the person may not read, whatever number is in the address."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from amendments.queries.law import pages
from tests.factories import law

pytestmark = pytest.mark.whole
TITLE = "Amending the Law"


@pytest.fixture
def person(world):
    """A person who may enter the admin and change the pages of another drafting body."""
    return signed_in(world.other)


def signed_in(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def addresses(amendment):
    """The addresses of views that take the number of a page."""
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    section = amendment.get_parent()
    return [
        reverse("wagtailadmin_explore", args=[amendment.pk]),
        reverse("wagtailadmin_choose_page_child", args=[amendment.pk]),
        reverse("wagtailadmin_pages:history", args=[amendment.pk]),
        reverse("wagtailadmin_pages:revisions_compare", args=[amendment.pk, "earliest", "latest"]),
        reverse("wagtailadmin_pages:move_confirm", args=[section.pk, amendment.pk]),
        reverse("wagtailadmin_workflows:remove", args=[amendment.pk]),
        f"{bulk}?id={amendment.pk}",
        f"{bulk}?id=%20{amendment.pk}",  # Wagtail reads every form of a number that Python reads
        f"{bulk}?id=%2B{amendment.pk}",
        f"{bulk}?id=0_{amendment.pk}",
        f"{bulk}?id=all&childOf={section.pk}",
        f"{bulk}?id=all",
        f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id={section.pk}&id={amendment.pk}",
    ]


def test_a_page_that_cannot_be_read_is_not_there(world, person):
    superuser = signed_in(law.make_user("superuser", is_superuser=True, is_staff=True))
    for client in (person, superuser):
        for address in addresses(world.amendment):
            assert client.get(address, follow=True).status_code == 404, address
        assert TITLE not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_page_that_can_be_read_is(world):
    drafter = signed_in(world.drafter)
    world.amendment.save_revision()
    for address in addresses(world.amendment):
        assert drafter.get(address, follow=True).status_code != 404, address
    assert TITLE in drafter.get(addresses(world.amendment)[1]).content.decode()


def read_the_log(*people):
    """Make auditors of them beside what they are."""
    for person in people:
        person.groups.first().permissions.add(Permission.objects.get(codename="view_modellogentry"))


def test_the_site_history_tells_a_reader_of_the_log_of_pages_that_the_person_may_read(world):
    read_the_log(world.drafter, world.other)
    for user in (world.drafter, world.other):
        answer = signed_in(user).get(reverse("wagtailadmin_reports:site_history"))
        assert answer.status_code == 200
        assert (TITLE in answer.content.decode()) is (user == world.drafter)


@pytest.mark.parametrize("page", ["site_history", "site_history_results"])
def test_nobody_else_has_the_site_history(world, page):
    superuser = law.make_user("superuser", is_superuser=True, is_staff=True)
    address = reverse(f"wagtailadmin_reports:{page}")
    for user in (world.drafter, world.other, superuser):
        for asked in (address, f"{address}?export=csv", f"{address}?label=Insert"):
            assert signed_in(user).get(asked).status_code == 404
        assert address not in signed_in(user).get(reverse("wagtailadmin_home")).content.decode()
    read_the_log(world.drafter)
    assert signed_in(world.drafter).get(address).status_code == 200


def test_the_test_of_the_error_page_is_closed(world, client):
    superuser = law.make_user("superuser", is_superuser=True, is_staff=True)
    for user in (world.drafter, superuser):
        assert signed_in(user).get("/cms/failwhale/").status_code == 404
    assert client.get("/cms/failwhale/").status_code == 302


def test_whoever_is_not_signed_in_is_asked_to(world, client):
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[world.amendment.pk]))
    assert (answer.status_code, "login" in answer.url) == (302, True)


def test_bulk_actions_on_other_things_and_unknown_pages_are_left_alone(person):
    bulk = reverse("wagtail_bulk_action", args=["users", "user", "delete"])
    assert person.get(f"{bulk}?id=all").status_code == 302
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert person.get(f"{bulk}?id=all&childOf=0", follow=True).status_code == 404


@pytest.mark.parametrize("number", ["9" * 30, "9" * 4400, "x", "-1"])
def test_what_is_the_number_of_no_page_is_answered(person, number):
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for asked in ({"id": number}, {"id": "all", "childOf": number}):
        assert person.get(bulk, asked, follow=True).status_code == 404


def test_lists_searches_and_reports_leave_it_out(world):
    superuser = law.make_user("superuser", "administrator", is_superuser=True, is_staff=True)
    read_the_log(world.drafter)
    superuser = signed_in(superuser)
    section = world.amendment.get_parent()
    assert TITLE not in superuser.get(reverse("wagtailadmin_reports:aging_pages")).content.decode()
    lists = [
        reverse("wagtailadmin_explore", args=[section.pk]),
        reverse("wagtailadmin_reports:site_history"),
        f"{reverse('wagtailadmin_pages:search')}?q=amending",
        f"{reverse('wagtailadmin_choose_page_search')}?q=amending",
        f"{reverse('wagtailadmin_api:pages:listing')}?search=amending",
    ]
    for address in lists:
        assert TITLE not in superuser.get(address).content.decode(), address
        assert TITLE in signed_in(world.drafter).get(address).content.decode(), address


def test_the_report_on_kinds_of_pages_is_closed(world):
    superuser = signed_in(law.make_user("superuser", is_superuser=True, is_staff=True))
    address = reverse("wagtailadmin_reports:page_types_usage")
    assert superuser.get(address, follow=True).status_code == 404
    assert address not in superuser.get(reverse("wagtailadmin_home")).content.decode()
    assert Page.objects.filter(title=TITLE).exists()


def test_a_page_of_the_admin_asks_once_what_is_hidden(world, monkeypatch):
    asked, ask = [], pages._hidden_paths
    monkeypatch.setattr(pages, "_hidden_paths", lambda user: asked.append(user.pk) or ask(user))
    drafter = signed_in(world.drafter)
    for count, address in enumerate(addresses(world.amendment)[:4], 1):
        drafter.get(address)
        assert asked == [world.drafter.pk] * count, address
