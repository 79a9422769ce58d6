"""People who may read but not act change nothing by a POST to any address, and get a refusal."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.permissions.addresses import OURS, address as page_address, ours, patterns, routes_of_pages
from tests.permissions.pages import PAGES
from tests.permissions.posting import Post
from tests.permissions.posts import POSTS, address
from tests.permissions.roles import OUTERMOST, ROLES
from tests.permissions.visits import browser
from tests.permissions.world import World
from tests.standing import copied

REFUSED = {302, 401, 403, 404}
ANSWERED = {200, 409, 422}
ASKED = ("public", "stranger_author", "drafter", "secretary", "administrator")
"""`make test` lets these post: to each address one who may and one who may not; `.ci/run` lets all post everywhere."""
READS = frozenset(
    {
        "HomePage:home",
        "Library:acts",
        "Section:amendments",
        "Instrument:act",
        "Instrument:text",
        "Instrument:compare",
        "Instrument:choose",
        "Amendment:amendment",
        "Amendment:text",
        "Amendment:redline",
        "Amendment:compare",
        "Amendment:choose",
        "Consultation:rounds",
        "accessibility",
        "account_changes",
        "all_work",
        "amendments:chain",
        "amendments:chain_feed",
        "amendments:check",
        "amendments:confirm_release",
        "amendments:discussion",
        "amendments:provision",
        "amendments:version",
        "amendments_admin:history",
        "amendments_admin:index",
        "amendments_admin:mails",
        "amendments_admin:versions",
        "amendments_admin:versions_results",
        "amendments_admin:action_log",
        "amendments_admin:acts",
        "amendments_admin:workspace",
        "en/_util/login/",
        "cms/login/",
        "consultations:answers",
        "drafting_bodies",
        "consultations:attachment",
        "consultations:question",
        "consultations:board",
        "consultations:comment",
        "consultations:enter",
        "consultations:history",
        "consultations:list",
        "consultations:manage",
        "consultations:manage_round",
        "consultations:mine",
        "consultations:provision_comments",
        "consultations:receipt",
        "consultations:round",
        "consultations:submission",
        "consultations:told",
        "consultations:own_feed",
        "consultations:own_calendar",
        "consultations:feed",
        "calendar",
        "consultations:calendar",
        "consultations_admin:comment_history",
        "consultations_admin:committee",
        "consultations_admin:committee_history",
        "consultations_admin:committees",
        "consultations_admin:institution",
        "consultations_admin:institution_history",
        "consultations_admin:institutions",
        "consultations_admin:institutions_results",
        "consultations_admin:round_history",
        "consultations_admin:vocabulary",
        "consultations_admin:vocabulary_history",
        "consultations_admin:vocabulary_results",
        "consultations_admin:vocabulary_row",
        "health",
        "ready",
        "media/<path:path>",
        "outbox",
        "search:feed",
        "search:saved",
        "search:search",
        "search_admin:server",
        "search_api:search",
        "wagtailusers_users:index",
        "wagtailusers_users:index_results",
    }
)
"""Addresses that only show something."""


def _in_turn() -> Iterator[Any]:
    """Who posts where: to each address, in turn, one of those asked who acts there and one who does not."""
    for role in ASKED:
        names = [name for number, (name, post) in enumerate(POSTS.items()) if role in _posting(number, post)]
        yield pytest.param(role, names, id=role)
    for role in ROLES:
        yield pytest.param(role, list(POSTS), id=f"{role}, everywhere", marks=pytest.mark.whole)


def _posting(number: int, post: Post) -> set[str]:
    may = [role for role in ASKED if role in post.acts]
    others = [role for role in ASKED if role not in post.acts]
    return {roles[number % len(roles)] for roles in (may, others) if roles}


def test_each_address_is_posted_to_in_turn():
    posted = [name for each in _in_turn() if not each.marks for name in each.values[1]]
    assert set(posted) == set(POSTS)


def test_every_address_posts_or_reads():
    assert POSTS.keys() | READS == set(ours()) | routes_of_pages()
    assert not POSTS.keys() & READS


def test_what_only_shows_something_takes_no_post():
    """A view that only shows something refuses a POST."""
    for name, _route, pattern in patterns():
        if name in READS and OURS.match(pattern.callback.__module__):
            view = inspect.unwrap(pattern.callback)
            source = inspect.getsource(getattr(view, "view_class", view))
            assert not re.search(r"\bPOST\b|def post\b", source), name


@pytest.mark.whole
@pytest.mark.parametrize("role", OUTERMOST)
def test_posting_to_what_only_shows_something_writes_nothing(world: World, role: str):
    client = browser(world, role)
    for page in (page for page in PAGES if page.name in READS):
        answer, written = _posted(client, page_address(page, world, page.narrowest), {"save": "1"})
        assert (answer < 500, written) == (True, []), page.name


@pytest.mark.parametrize(("role", "names"), list(_in_turn()))
def test_who_may_not_act_changes_nothing(world: World, role: str, names: list[str]):
    client, routes, wrong, unchanged = browser(world, role), ours(), {}, copied(world)
    for name in names:
        post, mark = POSTS[name], transaction.savepoint()
        if post.before:
            post.before(world)
        answer, written = _posted(client, address(name, world, routes), post.given(world))
        transaction.savepoint_rollback(mark)
        if post.before:
            vars(world).update(vars(copied(unchanged)))
        may = REFUSED | (ANSWERED if role in post.sees else set())
        if bool(written) != (role in post.acts) or (role not in post.acts and answer not in may):
            wrong[name] = (answer, written[:1])
    assert wrong == {}


def _posted(client: Client, url: str, given: Any) -> tuple[int, list[str]]:
    """The status, and the tables that were written besides the session."""
    with CaptureQueriesContext(connection) as queries:
        status = client.post(url, given).status_code
    sent = [query["sql"] for query in queries]
    return status, [
        sql[:120]
        for sql in sent
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and '"django_session"' not in sql
    ]
