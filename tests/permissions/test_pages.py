"""Who opens which page on which object, and that nobody meets a word there that is not for them.

Each role asks for every address of ours on objects in every state, and then follows the links of what it was shown.
"""

from dataclasses import dataclass, field

import pytest
from django.test import Client

from tests.permissions.addresses import address, ours, routes_of_pages
from tests.permissions.crawler import Walk, status_of, visit, walk_on
from tests.permissions.pages import ELSEWHERE, NOT_THERE, OF_NO_OBJECT, PAGES, Page
from tests.permissions.roles import EVERYBODY, ROLES
from tests.permissions.words import SECRETS, SHOWN_NOWHERE, may_meet
from tests.permissions.world import World

STARTS = ("/en/", "/cms/", "/search/?q=fare")


@dataclass
class Visit:
    """What a role was answered, by address and state, and everything that it was sent."""

    found: dict[str, int] = field(default_factory=dict)
    expected: dict[str, int] = field(default_factory=dict)
    walk: Walk = field(default_factory=Walk)


@pytest.fixture(scope="module")
def visits() -> dict[str, Visit]:
    """Each role walks through the site once."""
    return {}


@pytest.fixture(params=ROLES)
def role(request) -> str:
    return request.param


@pytest.fixture
def visited(world: World, visits: dict[str, Visit], role: str) -> Visit:
    """The walk of a role."""
    if role not in visits:
        visits[role] = _walk(world, role)
    return visits[role]


def _walk(world: World, role: str) -> Visit:
    client, visited = browser(world, role), Visit()
    answers = {}
    for page in PAGES:
        for state in () if page.posted else page.states:
            url = address(page, world, state)
            answers[url] = visit(client, url, visited.walk)
            visited.found[f"{page.name}, {state}"] = visited.walk.statuses[url]
            visited.expected[f"{page.name}, {state}"] = page.expected(state, role)
    walk_on(client, answers, STARTS, visited.walk)
    return visited


def browser(world: World, role: str) -> Client:
    """A browser in which the role is signed in."""
    client = Client()
    if world.people[role].is_authenticated:
        client.force_login(world.people[role], backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_every_address_of_ours_has_its_row():
    named = {page.name for page in PAGES}
    assert len(named) == len(PAGES), "a row stands twice"
    assert set(ours()) | routes_of_pages() == named | OF_NO_OBJECT


def test_a_role_opens_the_pages_of_its_rows_and_no_others(visited: Visit):
    wrong = {key: found for key, found in visited.found.items() if found != visited.expected[key]}
    assert wrong == {}, {key: visited.expected[key] for key in wrong}


def test_a_role_meets_its_own_words_and_no_others(visited: Visit, role: str):
    met = {(word, url) for word in SECRETS for url in visited.walk.met(word)}
    assert sorted(pair for pair in met if not may_meet(role, *pair)) == []
    own = {word for word, roles in SECRETS.items() if role in roles} - SHOWN_NOWHERE
    assert own - {word for word, _url in met} == set()


def test_no_page_that_is_linked_is_broken(visited: Visit):
    assert [url for url, status in visited.walk.statuses.items() if status >= 500] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.posted], ids=lambda page: page.name)
def test_a_step_on_what_one_may_not_read_is_no_step(world: World, page: Page):
    """Who may take it on what one reads, `test_actions.py` tries."""
    for state, opens in page.states.items():
        url = address(page, world, state)
        for role in EVERYBODY - opens:
            answer = status_of(browser(world, role).post(url), url)
            assert answer in {page.expected(state, role), 401}, (state, role)
            assert answer in {ELSEWHERE, NOT_THERE, 401}, (state, role)
