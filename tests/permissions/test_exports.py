"""Every file that leaves the site, as every role: who gets it, and that no word in it is for others, properties included."""

import pytest

from amendments.exporters import OURS
from tests.permissions.crawler import Walk, visit
from tests.permissions.files import PAGES, exports
from tests.permissions.reading import READERS
from tests.permissions.roles import ROLES, TELLING
from tests.permissions.visits import browser
from tests.permissions.words import SECRETS, may_meet
from tests.permissions.world import World
from tests.shares import telling


@pytest.mark.usefixtures("files_stand")
@pytest.mark.parametrize("role", telling(ROLES, "public"))
def test_a_role_gets_the_files_of_the_drafts_that_it_reads_and_no_word_of_others(world: World, role: str):
    client, walk = browser(world, role), Walk()
    for state, draft in world.drafts.items():
        wanted = 200 if role in READERS["draft"][state] else 404
        for url in exports(draft):
            visit(client, url, walk)
            assert walk.statuses[url] == wanted, url
    leaks = [(word, url) for word in SECRETS for url in walk.met(word) if not may_meet(role, word, url)]
    assert leaks == []


@pytest.mark.parametrize(
    ("word", "state", "is_note"),
    telling(
        [
            ("albatross", "public", False),
            ("eiderduck", "unreleased", False),
            ("nightjar", "unreleased", True),
        ],
        "eiderduck",
    ),
)
def test_the_words_of_a_draft_are_found_in_each_of_its_files(
    world: World, word: str, state: str, is_note: bool
):
    client, walk = browser(world, "drafter"), Walk()
    for url in exports(world.drafts[state]):
        visit(client, url, walk)
        assert (url in walk.met(word)) is (("/note/" in url) is is_note), url


def test_no_kind_of_file_is_left_out():
    assert {exporter.of for exporter in OURS} == PAGES.keys()
    assert set(TELLING) <= set(ROLES)
