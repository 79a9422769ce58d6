"""Wagtail's own addresses with a number, a search or a choice show nothing that the person may not read."""

import pytest
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page

from tests.permissions.addresses import ours, patterns
from tests.permissions.crawler import Walk, visit
from tests.permissions.visits import browser
from tests.permissions.words import SECRETS, may_meet
from tests.permissions.world import World

pytestmark = pytest.mark.whole

AT_THE_DESK = ("superuser", "other_drafter", "secretary")
WORDS = ("amending", "law", "halibut", "jackdaw", "gannetry")


def addresses_with(number: int) -> list[str]:
    """Every address of Wagtail's desk in which numbers stand, with this one in the place of each."""
    found = []
    for name, route, pattern in patterns():
        arguments = pattern.pattern.converters
        if name in ours() or not route.startswith("cms/") or not arguments or ":" not in name:
            continue
        given = {
            key: number if type(converter).__name__ == "IntConverter" else str(number)
            for key, converter in arguments.items()
        }
        try:
            found.append(reverse(name, kwargs=given))
        except NoReverseMatch:
            continue
    return found


@pytest.mark.parametrize("role", AT_THE_DESK)
def test_no_number_of_a_page_leads_to_what_is_not_for_the_role(world: World, role: str):
    client, walk = browser(world, role), Walk()
    for page in (*world.amendments.values(), world.versions["hidden act"].instrument):
        for url in addresses_with(page.pk):
            visit(client, url, walk)
    assert {
        (word, url) for word in SECRETS for url in walk.met(word) if not may_meet(role, word, url)
    } == set()


@pytest.mark.parametrize("role", AT_THE_DESK)
def test_no_list_and_no_choice_names_what_is_not_for_the_role(world: World, role: str):
    client, walk = browser(world, role), Walk()
    hidden = [world.amendments["hidden"].pk, world.amendments["other"].pk]
    api = reverse("wagtailadmin_api:pages:listing")
    starts = [f"{api}?fields=*&limit=50", *(f"{api}{pk}/?fields=*" for pk in hidden)]
    starts += [
        f"{api}?child_of={world.sections['other'].pk}&for_explorer=1&fields=*",
        f"{api}?order=-id&limit=50",
    ]
    starts += [f"{api}?descendant_of={Page.get_first_root_node().pk}&fields=parent(title)"]
    for word in WORDS:
        starts += [
            f"{api}?search={word}",
            f"{reverse('wagtailadmin_pages:search')}?q={word}",
            f"{reverse('wagtailadmin_choose_page_search')}?q={word}",
            f"{reverse('wagtailadmin_reports:site_history')}?label={word}",
            f"{reverse('wagtailusers_users:index')}?q={word}",
        ]
    for url in starts:
        visit(client, url, walk)
    met = {(word, url) for word in SECRETS for url in walk.met(word) if not may_meet(role, word, url)}
    assert {(word, url) for word, url in met if word not in url} == set()
