"""People who may read but not act change nothing by a POST to any address, and get a refusal."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from tests.permissions.addresses import OURS, address as page_address, ours, patterns, routes_of_pages
from tests.permissions.crawler import in_small, without_address
from tests.permissions.pages import PAGES
from tests.permissions.posting import Post
from tests.permissions.posts import POSTS, address
from tests.permissions.reading import READERS
from tests.permissions.roles import OUTERMOST, ROLES, TELLING
from tests.permissions.shown_only import READS
from tests.permissions.visits import browser
from tests.permissions.words import SECRETS, may_meet
from tests.permissions.world import World
from tests.standing import copies_of

REFUSED = {302, 401, 403, 404}
# Whoever belongs to its body is shown the own words once more, and that the draft is gone; nothing of the draft itself.
SHOWN_AGAIN = {("consultations:edit_comment", "discarded"): 422}
ANSWERED = {200, 409, 422}
ASKED = ("public", "stranger_author", "drafter", "secretary", "administrator")
"""`make test` lets these post: to each address one who may and one who may not; `.ci/run` lets all post everywhere."""
SHARES = 8  # of the addresses, for two processes
BY_SECRET = frozenset({"consultations:stop_letters", "search:stop_mail", "account_change"})
"""Their address is the right: whoever has it may post there without being signed in."""


def _in_turn() -> Iterator[Any]:
    """Who posts where: to each address, in turn, one of those asked who acts there and one who does not."""
    for role in ASKED:
        names = [name for number, (name, post) in enumerate(POSTS.items()) if role in _posting(number, post)]
        yield pytest.param(role, names, id=role)


def _posting(number: int, post: Post) -> set[str]:
    may = [role for role in ASKED if role in post.acts]
    others = [role for role in ASKED if role not in post.acts]
    return {roles[number % len(roles)] for roles in (may, others) if roles}


def test_each_address_is_posted_to_in_turn():
    posted = [name for each in _in_turn() for name in each.values[1]]
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
        sent = _posted(client, page_address(page, world, page.narrowest), {"save": "1"})
        assert (sent.status < 500, sent.written, sent.leaks(role)) == (True, [], []), page.name


@pytest.mark.parametrize(("role", "names"), list(_in_turn()))
def test_who_may_not_act_changes_nothing(world: World, role: str, names: list[str]):
    assert _wrongs(world, names, [role]) == {}


@pytest.mark.whole
@pytest.mark.parametrize("share", range(SHARES))
def test_everywhere_each_role_that_may_not_act_changes_nothing(world: World, share: int):
    assert _wrongs(world, list(POSTS)[share::SHARES], ROLES) == {}


def _wrongs(world: World, names: Iterable[str], roles: Iterable[str]) -> dict[tuple[str, str], Any]:
    """What else happened, where each of the roles posts to each address in the same state of the site."""
    routes, wrong, unchanged = ours(), {}, copies_of(world)
    clients = {role: browser(world, role) for role in roles}
    for name in names:
        post, mark = POSTS[name], transaction.savepoint()
        if post.before:
            post.before(world)
        for role, client in clients.items():
            inner, cookies = transaction.savepoint(), deepcopy(client.cookies)
            sent = _posted(client, address(name, world, routes), post.given(world))
            transaction.savepoint_rollback(inner)
            client.cookies = cookies
            if told := _wrong(sent, post, role):
                wrong[name, role] = told
        transaction.savepoint_rollback(mark)
        if post.before:
            vars(world).update(vars(unchanged()))
    return wrong


def _wrong(sent: "Sent", post: Post, role: str) -> tuple[int, list[str]] | None:
    """The status, and what was written or told; None if the answer is right."""
    if leaks := sent.leaks(role):
        return sent.status, leaks
    may = REFUSED | (ANSWERED if role in post.sees else set())
    is_right = bool(sent.written) == (role in post.acts) and (role in post.acts or sent.status in may)
    return None if is_right else (sent.status, sent.written[:1])


@pytest.mark.whole
@pytest.mark.parametrize("share", range(SHARES))
def test_a_forged_post_on_what_one_may_not_read_writes_and_tells_nothing(world: World, share: int):
    """Each step, in the words of those who may take it, on each object that a role does not read."""
    wrong, unchanged = {}, copies_of(world)
    clients = {role: browser(world, role) for role in TELLING}
    pages = [page for page in PAGES if page.name in POSTS and page.of and page.name not in BY_SECRET]
    for page in pages[share::SHARES]:
        post, mark = POSTS[page.name], transaction.savepoint()
        if post.before:
            post.before(world)
        given = post.given(world)
        unread = [
            (role, state)
            for state, readers in READERS[page.of].items()
            for role in TELLING
            if role not in readers
        ]
        for role, state in unread:
            sent = _posted(clients[role], page_address(page, world, state), given)
            is_refused = sent.status in {*REFUSED, SHOWN_AGAIN.get((page.name, state))}
            if not is_refused or sent.written or sent.leaks(role):
                wrong[page.name, state, role] = (sent.status, sent.written[:1], sent.leaks(role))
        transaction.savepoint_rollback(mark)
        if post.before:
            vars(world).update(vars(unchanged()))
    assert wrong == {}


@dataclass(frozen=True)
class Sent:
    """What a POST came to: the status, the tables written besides the session, and all that was told, in lower case."""

    url: str
    status: int
    written: list[str]
    told: str

    def leaks(self, role: str) -> list[str]:
        """The words in it that the role must not meet, apart from those of the address itself."""
        told = without_address(self.url, self.told)
        return [word for word in SECRETS if word in told and not may_meet(role, word, self.url)]


def _posted(client: Client, url: str, given: Any) -> Sent:
    client.cookies.pop("messages", None)  # what an earlier step said
    written: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and '"django_session"' not in sql:
            written.append(sql[:120])
        return execute(sql, *more)

    with connection.execute_wrapper(note):
        answer = client.post(url, given)
    notices = getattr(answer.wsgi_request, "_messages", None)
    told = [answer.content.decode(errors="replace"), str(answer.headers), *_queued(notices)]
    return Sent(url, answer.status_code, written, in_small("\n".join(told)))


def _queued(notices: Any) -> list[str]:
    """What the next page will say: the answer holds it signed and packed, in a cookie."""
    return [str(notice) for notice in notices._queued_messages] if notices is not None else []
