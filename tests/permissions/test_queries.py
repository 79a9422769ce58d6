"""No page asks the database more often where the site holds more: every page, on a small site and on a larger one.

`python -m tests.benchmarks.scale` measures the same on a site of 200 acts and 100,000 comments.
"""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.permissions.addresses import address
from tests.permissions.growth import grow
from tests.permissions.page_rows import Page
from tests.permissions.pages import PAGES
from tests.permissions.visits import browser
from tests.permissions.world import World

pytestmark = pytest.mark.whole

READ_MOST = ("secretary", "drafter", "legal_reviewer", "rights_head", "administrator", "ngo_focal")
SMALL, LARGE = 3, 8  # rounds of `grow`
MORE = {"HomePage:home, , legal_reviewer": 2}
"""What a round may add. The rules of plugins are asked of each text that waits for its reviewer, of 50 at most."""


def queries_of(world: World) -> dict[str, int]:
    """The queries of each page at its second visit, as each of those who open it."""
    found = {}
    for role in READ_MOST:
        client = browser(world, role)
        for page in PAGES:
            state = _state_for(page, role)
            if state is not None:
                found[f"{page.name}, {state}, {role}"] = _asked(client, address(page, world, state))
    return found


def _state_for(page: Page, role: str) -> str | None:
    """The narrowest state in which the role opens the page."""
    states = () if page.posted else [state for state, roles in page.states.items() if role in roles]
    return min(states, key=lambda state: len(page.states[state]), default=None)


def _asked(client: Client, url: str) -> int:
    mark = transaction.savepoint()
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(url)
        if answer.streaming:
            b"".join(answer.streaming_content)
    transaction.savepoint_rollback(mark)
    return len(asked)


def test_no_page_asks_more_of_a_larger_site(world: World):
    for number in range(SMALL):
        grow(world, number)
    small = queries_of(world)
    for number in range(SMALL, LARGE):
        grow(world, number)
    large = queries_of(world)
    assert len(large) > 300
    allowed = {name: asked + (LARGE - SMALL) * MORE.get(name, 0) for name, asked in small.items()}
    grown = {name: f"{small[name]}, then {asked}" for name, asked in large.items() if asked > allowed[name]}
    assert grown == {}
