"""What the search shows a role in hits, counts, facets, suggestions, similar texts, feeds and mails."""

from collections.abc import Iterable
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.models import Comment, Membership
from search import alerts, queries
from search.models.saved import SavedSearch
from search.queries import results
from search.queries.plain import plain
from search.request import Request
from search.sources import audience_of
from tests.factories.consultation import DAY, NOW
from tests.permissions.comments import ATTACHED
from tests.permissions.crawler import in_small
from tests.permissions.reading import READERS
from tests.permissions.roles import OUTERMOST, ROLES, SIGNED_OUT, TELLING
from tests.permissions.saved import SAID
from tests.permissions.visits import browser
from tests.permissions.words import IN_REGISTERS, OF_ISSUES, SECRETS, SHOWN_NOWHERE
from tests.permissions.world import World
from tests.shares import telling

FOUND_BY_NOBODY = IN_REGISTERS | {
    *("hawksbill", "ibisnote", "kittiwake", "flounder", "quahog", "yellowtail"),
    *("turnstone", "dovdaqca"),  # the translations of a withdrawn comment and of the working text
    *("linnet", "moorhen"),  # what a legal check found
    *("nightjar", "pangolin", "quokka"),  # an explanatory note, a row of the concordance and its degree
    *OF_ISSUES,
    *(word for words in ATTACHED.values() for word in words),  # files are read where they stand
}
LED_TO_BY_A_TASK = {("legal_reviewer", "kestrel")}  # the reviewer reads what she checks, and does not find it
"""Names, working text, acts that could not be imported, notes, what was withdrawn, and proposed answers stand in no index."""

FOUND_WITH_ANSWERS = frozenset({"spoonbill", "tattler"})
"""Questions of rounds: they are found by those who read an answer to them."""

MOST_TELLING = ("mackerel", "osprey", "redshank", "dogfish", "eiderduck")
"""Comments for the committee and for the secretariat, a draft of a comment, and versions that are not released."""


def _outermost() -> list[Any]:
    """`make test` asks three of them; `.ci/run` asks all telling roles."""
    return telling(TELLING, "public", "border_focal", "drafter")


def asked(**parameters: str) -> Request:
    """What an address asks."""
    given = QueryDict(mutable=True)
    given.update(parameters)
    return Request.read(given)


def told(request: Request, person: Any) -> dict[str, Any]:
    """All that the search says of a question, without the question."""
    return plain(queries.search(request, person)) | {"query": ""}


@pytest.mark.parametrize("role", telling(OUTERMOST, "public", "border_focal", "drafter"))
def test_a_word_finds_nothing_for_those_who_may_not_read_it(world: World, role: str):
    finds_nothing_of_others(world, role, MOST_TELLING)


@pytest.mark.whole
@pytest.mark.parametrize("role", ROLES)
def test_no_word_finds_anything_for_those_who_may_not_read_it(world: World, role: str):
    finds_nothing_of_others(world, role, SECRETS)


def finds_nothing_of_others(world: World, role: str, words: Iterable[str]) -> None:
    """The answer is the same as for a word that is in no text: no hit, count, facet or suggestion."""
    person = world.people[role]
    # Nothing changes between the questions, and computing the audience takes nine tenths of each
    with patch.object(results, "audience_of", return_value=audience_of(person)):
        nothing = told(asked(q="qqqqqqqq"), person)
        for word in words:
            if role not in SECRETS[word] or word in FOUND_BY_NOBODY or (role, word) in LED_TO_BY_A_TASK:
                assert told(asked(q=word), person) == nothing, word
            elif word not in SHOWN_NOWHERE | FOUND_WITH_ANSWERS:
                assert told(asked(q=word), person)["total"] > 0, word


@pytest.mark.parametrize("role", _outermost())
def test_hits_facets_and_their_counts_are_of_what_the_role_reads(world: World, role: str):
    person = world.people[role]
    answer = told(asked(q=SAID, kind="comment"), person)
    hidden = {str(row.pk) for name, row in world.comments.items() if role not in READERS["comment"][name]}
    visible = {str(pk) for pk in Comment.objects.visible_to(person).values_list("pk", flat=True)}
    found = {hit["id"] for hit in answer["hits"] if not hit["is_loose"]}  # looser hits are not counted
    assert hidden.isdisjoint(visible)
    assert {hit["id"] for hit in answer["hits"]} <= visible
    assert answer["total"] == len(found)
    assert {choice["count"] for choice in answer["facets"]["kind"] if choice["value"] == "comment"} <= {
        len(found)
    }
    assert "Lanternkeepers" not in {choice["label"] for choice in answer["facets"].get("institution", [])}


@pytest.mark.parametrize("role", _outermost())
def test_nothing_is_like_what_the_role_does_not_read(world: World, role: str):
    for name, readers in READERS["comment"].items():
        if role not in readers:
            likeness = queries.search(asked(like=f"comment:{world.comments[name].pk}"), world.people[role])
            assert (likeness.like, likeness.total, likeness.plan.words) == (None, 0, ()), name


@pytest.mark.whole
def test_saved_searches_tell_their_owners_what_they_read(world: World):
    alerts.tell(timezone.now())
    for role, saved in world.saved.items():
        answer = Client().get(reverse("search:feed", args=[saved.token]))
        letters = [
            f"{letter.subject} {letter.body}" for letter in mail.outbox if letter.to == [saved.owner.email]
        ]
        if role in SIGNED_OUT:
            assert (answer.status_code, letters) == (404, [])
            continue
        sent = in_small(f"{answer.content.decode()} {letters}")
        assert {word for word, readers in SECRETS.items() if role not in readers and word in sent} == set()
        others = {row.url for name, row in world.comments.items() if role not in READERS["comment"][name]}
        assert {
            url for url in others if f"{url}<" in sent or f'{url}"' in sent or f"{url}\\n" in sent
        } == set()
        assert world.comments["public"].url in answer.content.decode()


def test_what_is_no_longer_for_the_owner_leaves_the_feed(world: World):
    SavedSearch.objects.exclude(owner=world.people["border_author"]).delete()
    alerts.tell(timezone.now())
    saved, told_of = world.saved["border_author"], world.comments["committee"].url
    feed = reverse("search:feed", args=[saved.token])
    assert told_of not in Client().get(feed).content.decode(), "a feed is public-only unless chosen"
    SavedSearch.objects.filter(pk=saved.pk).update(feeds_all=True)
    assert told_of in Client().get(feed).content.decode()
    Membership.objects.filter(user=world.people["border_author"]).update(end=NOW.date() - DAY)
    assert told_of not in Client().get(feed).content.decode()


@pytest.mark.whole
@pytest.mark.parametrize("role", ROLES)
def test_the_page_and_the_api_say_no_more_than_the_query(world: World, role: str):
    """Every word for those who read the least and the most, the most telling ones for all others.

    Page and API show what the query answers, and `test_no_word_finds_anything…` asks it for every word as every role.
    """
    client = browser(world, role)
    words = SECRETS if role in OUTERMOST else MOST_TELLING
    for word in words:
        if role not in SECRETS[word]:
            answer = client.get(reverse("search_api:search"), {"q": word}).json()
            assert (answer["total"], answer["hits"], answer["suggestion"]) == (0, [], None), word
            page = client.get(reverse("search:search"), {"q": f"{word[:-1]} -{word}"}).content.decode()
            assert word not in page.replace(f"-{word}", ""), word
