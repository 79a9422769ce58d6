"""Who may open which page on which object, and that no page contains a word that is not for its reader.

Here the telling roles ask for what they open and, in turn, for what refuses them, on objects in their narrowest state;
`test_whole_site.py` asks for everything in every state as every role.
"""

import pytest

from tests.permissions.addresses import address, ours, routes_of_pages
from tests.permissions.page_rows import ELSEWHERE, NOT_THERE
from tests.permissions.pages import OF_NO_OBJECT, PAGES
from tests.permissions.roles import TELLING
from tests.permissions.visits import ask, browser, pages_in_turn
from tests.permissions.world import World


def test_every_address_of_ours_has_its_row():
    named = {page.name for page in PAGES}
    assert len(named) == len(PAGES), "a row stands twice"
    assert set(ours()) | routes_of_pages() == named | OF_NO_OBJECT


@pytest.mark.parametrize("role", TELLING)
def test_a_role_opens_its_pages_and_meets_no_word_of_others(world: World, role: str):
    visited = ask(world, role, in_each_state=False)
    assert visited.wrong == {}
    assert visited.leaks(role) == []


@pytest.mark.parametrize("role", TELLING)
def test_a_step_on_what_one_may_not_read_is_no_step(world: World, role: str):
    """`test_actions.py` tests steps on objects that the person may read."""
    client = browser(world, role)
    for page in pages_in_turn(role):
        if page.posted and role not in page.states[page.narrowest]:
            url = address(page, world, page.narrowest)
            answer = client.post(url).status_code
            assert answer in {page.expected(page.narrowest, role), 401}, url
            assert answer in {ELSEWHERE, NOT_THERE, 401}, url
