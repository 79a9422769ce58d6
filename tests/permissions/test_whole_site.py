"""The tests of `test_pages.py` for every state of every object, and for every page that a link leads to."""

import pytest

from tests.permissions.addresses import address
from tests.permissions.page_rows import ELSEWHERE, NOT_THERE, Page
from tests.permissions.pages import PAGES
from tests.permissions.roles import EVERYBODY, ROLES, TELLING
from tests.permissions.visits import ask, browser, follow_links
from tests.permissions.words import IN_AZERBAIJANI, SECRETS, SHOWN_NOWHERE
from tests.permissions.world import World

pytestmark = pytest.mark.whole

STARTS = ("/en/", "/cms/", "/search/?q=fare")


@pytest.mark.usefixtures("files_stand")
@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_its_pages_and_meets_its_own_words_alone(world: World, role: str):
    visited = ask(world, role, in_each_state=True)
    assert visited.wrong == {}
    follow_links(world, role, visited, *STARTS)
    assert visited.leaks(role) == []
    unmet = SHOWN_NOWHERE if role in TELLING else SHOWN_NOWHERE | IN_AZERBAIJANI
    own = {word for word, roles in SECRETS.items() if role in roles} - unmet
    assert own - {word for word, _url in visited.met} == set()
    assert [url for url, status in visited.walk.statuses.items() if status >= 500] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.posted], ids=lambda page: page.name)
def test_a_step_on_what_one_may_not_read_is_no_step(world: World, page: Page):
    for role in TELLING:
        client = browser(world, role)
        for state, opens in page.states.items():
            if role in EVERYBODY - opens:
                url = address(page, world, state)
                answer = client.post(url).status_code
                assert answer in {page.expected(state, role), 401}, (state, role)
                assert answer in {ELSEWHERE, NOT_THERE, 401}, (state, role)
