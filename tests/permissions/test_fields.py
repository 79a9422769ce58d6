"""Each field of each form takes hostile values, and a value that comes twice, without an error of the site."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.permissions.addresses import ours
from tests.permissions.posts import POSTS, address
from tests.permissions.roles import ROLES
from tests.permissions.visits import browser
from tests.permissions.world import World

pytestmark = pytest.mark.whole

HOSTILE = (
    "",
    "\0",
    "-1",
    "9" * 30,
    "1e999",
    "' OR 1=1 --",
    "<script>alert(1)</script>{{ 7 }}{% now 'Y' %}",
    "\u202e\u200b\ufeff\U000e0041",
    "x" * 50_000,
    "2026-99-99T99:99",
)
FAILED = 500
OURS = [name for name in POSTS if not name.startswith("wagtailusers_groups")]  # dozens of fields of Wagtail


def _sent(given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What is posted instead of each field: hostile values, alone and before the one that the form sends."""
    for name, value in given.items():
        if not isinstance(value, str | int | bool | list | tuple):
            continue  # a file: `tests/amendments/attaching` asks these
        for hostile in HOSTILE:
            yield f"{name}={hostile[:20]!a}", {**given, name: hostile}
        yield (
            f"{name} twice",
            {**given, name: [HOSTILE[-1], *(value if isinstance(value, list) else [value])]},
        )


@pytest.mark.parametrize("name", OURS)
def test_no_value_of_a_field_is_an_error_of_the_site(world: World, name: str):
    post, routes, wrong = POSTS[name], ours(), {}
    client = browser(world, next(role for role in ROLES if role in (post.acts or post.sees or ROLES)))
    client.raise_request_exception = False
    if post.before:
        post.before(world)
    given = post.given(world)
    url = address(name, world, routes)
    for said, data in _sent(given) if isinstance(given, dict) else ():
        mark = transaction.savepoint()
        status = client.post(url, data).status_code
        transaction.savepoint_rollback(mark)
        if status >= FAILED:
            wrong[said] = status
    assert wrong == {}
