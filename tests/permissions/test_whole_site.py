"""The tests of `test_pages.py` for every state of every object, and for every page that a link leads to."""

import pytest

from tests.permissions.roles import ROLES, TELLING
from tests.permissions.visits import ask, follow_links
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
