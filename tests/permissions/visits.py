"""What a role gets from the addresses of the table, and words that it must not get."""

from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.utils.translation import override

from tests.permissions.addresses import address
from tests.permissions.crawler import Walk, visit, walk_on
from tests.permissions.files import exports
from tests.permissions.page_rows import Page
from tests.permissions.pages import PAGES
from tests.permissions.roles import TELLING
from tests.permissions.words import SECRETS, may_meet
from tests.permissions.world import World


@dataclass
class Visit:
    """Found and expected statuses by address and state, and everything that was sent."""

    found: dict[str, int] = field(default_factory=dict)
    expected: dict[str, int] = field(default_factory=dict)
    walk: Walk = field(default_factory=Walk)
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def wrong(self) -> dict[str, tuple[int, int]]:
        """Where another status was expected: found, expected."""
        pairs = {key: (found, self.expected[key]) for key, found in self.found.items()}
        return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}

    @property
    def met(self) -> set[tuple[str, str]]:
        """The words that were found, and where."""
        return {(word, url) for word in SECRETS for url in self.walk.met(word)}

    def leaks(self, role: str) -> list[tuple[str, str]]:
        """The words that the role must not see, and where they were found."""
        return sorted(pair for pair in self.met if not may_meet(role, *pair))


def browser(world: World, role: str) -> Client:
    """A browser in which the role is signed in."""
    client = Client()
    if world.people[role].is_authenticated:
        client.force_login(world.people[role], backend="django.contrib.auth.backends.ModelBackend")
    return client


def pages_in_turn(role: str) -> list[Page]:
    """All pages that few besides the role open, and every twelfth of the others. `.ci/run` asks for all pages."""
    turn = TELLING.index(role)
    return [
        page
        for number, page in enumerate(PAGES)
        if _opened_by_few(page, role) or (number + turn) % len(TELLING) == 0
    ]


def _opened_by_few(page: Page, role: str) -> bool:
    """Whether the role is among those that open a page, and they are at most a quarter of the telling ones."""
    roles = page.states[page.narrowest]
    return role in roles and 4 * len(roles.intersection(TELLING)) <= len(TELLING)


def ask(world: World, role: str, *, in_each_state: bool) -> Visit:
    """Ask for each address in each state of its object, or only in the narrowest state.

    Translations of the law stand on the Azerbaijani pages alone. The telling roles ask for each of these too.
    """
    client, in_azerbaijani, visited = browser(world, role), browser(world, role), Visit()
    for page in PAGES if in_each_state else pages_in_turn(role):
        for state in () if page.posted else page.states if in_each_state else (page.narrowest,):
            url = address(page, world, state)
            visited.answers[url] = visit(client, url, visited.walk)
            visited.found[f"{page.name}, {state}"] = visited.walk.statuses[url]
            visited.expected[f"{page.name}, {state}"] = page.expected(state, role)
            if in_each_state and role in TELLING and "/en/" in url:
                with override("az"):  # what comes after the visit is in the language of before
                    visit(in_azerbaijani, url.replace("/en/", "/az/"), visited.walk)
    return visited


def follow_links(world: World, role: str, visited: Visit, *starts: str) -> None:
    """Go on where the answers lead, besides the files that `test_exports.py` asks for as every role."""
    files = {url for draft in world.drafts.values() for url in exports(draft)}
    walk_on(browser(world, role), visited.answers, starts, visited.walk, files)
