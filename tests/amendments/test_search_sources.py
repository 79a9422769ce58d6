"""What of the law is found, and by whom: the same who may read the versions."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from amendments import search_sources
from amendments.models import EntryText, ProvisionText, Version
from amendments.models.release import Audience
from amendments.search_sources import ProvisionSource, readable_versions
from search.indexing import rebuild
from search.models import AudienceToken, ConfidentialEntry, PublicEntry
from tests.factories import law
from tests.search.asking import search

SECRET = "zanzibar"
PUBLIC = AnonymousUser()


def found(text, user=PUBLIC):
    return [
        card.heading.pieces and "".join(p.text for p in card.heading.pieces)
        for card in search(text, user).cards
    ]


@pytest.fixture
def released(world):
    law.release(world.base, Audience.PUBLIC, world.drafter, world.secretary)
    return world


@pytest.fixture
def draft(released):
    law.add(
        released.amendment, released.drafter, "replace_words", "2.1", old="10 coins", new=f"20 {SECRET} coins"
    )
    return law.seal(released.amendment, released.drafter)


def test_an_act_is_found_once_it_is_released(world):
    assert found("ferries territory") == []
    assert found("ferries territory", world.drafter) == ["Article 1.1"]
    law.release(world.base, Audience.PUBLIC, world.drafter, world.secretary)
    assert found("ferries territory") == ["Article 1.1"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Article 2", "Article 2. Fares"),
        ("2.1", "Article 2.1"),
        ("1.2.1", "Article 1.2.1"),
        ("Art. 1(2)", "Article 1.2"),
    ],
)
def test_a_provision_is_found_by_its_number(released, query, first):
    assert found(query)[0] == first


def test_a_hit_leads_to_the_provision_and_names_its_act(released):
    (card,) = search("ferries territory", PUBLIC).cards
    assert Client().get(card.entry.url).status_code == 200
    assert (card.entry.context, card.entry.instrument, str(card.status)) == ("Law 1-L", "1-L", "in force")
    assert found("ferries territory in:1-l")
    assert not found("ferries territory in:2-l")


@pytest.mark.parametrize("audience", [None, *Audience])
def test_a_draft_is_found_by_those_who_may_read_it(draft, released, audience):
    if audience:
        law.release(draft, audience, released.drafter, released.secretary)
    people = {
        "public": PUBLIC,
        "other": released.other,
        "drafter": released.drafter,
        "secretary": released.secretary,
    }
    for name, person in people.items():
        readable = Version.objects.visible_to(person).contains(draft)
        hits = search(SECRET, person)
        assert (hits.total, bool(hits.cards), hits.is_about) == (int(readable), readable, False), name
    assert search(SECRET, released.drafter).total == 1


def test_the_text_in_force_stands_for_its_drafts(draft, released):
    law.release(draft, Audience.PUBLIC, released.drafter, released.secretary)
    (card,) = search("fare coins", PUBLIC).cards
    assert str(card.status) == "in force"
    (card,) = search(SECRET, PUBLIC).cards
    assert str(card.status) == "draft"


def test_only_the_wordings_of_a_draft_that_are_no_law_are_indexed_with_it(draft):
    concerned = search_sources._concerned([draft])
    texts = ProvisionText.objects.filter(entry_texts__entry__version=draft)
    assert len(concerned) == 1 < texts.count()


def test_following_changes_gives_what_a_rebuild_gives(draft, released):
    law.release(draft, Audience.INVITED, released.drafter, released.secretary)

    def index():
        public = {
            tuple(row) for row in PublicEntry.objects.values_list("key", "status", "context", "is_current")
        }
        confidential = set(ConfidentialEntry.objects.values_list("key", "status", "is_current"))
        return public, confidential, set(AudienceToken.objects.values_list("entry__key", "token"))

    before = index()
    rebuild(ProvisionSource(), lambda done: None)
    assert index() == before


def test_the_last_check_is_the_rule_of_the_pages(draft, released):
    keys = {str(pk) for pk in EntryText.objects.filter(entry__version=draft).values_list("text", flat=True)}
    public = ProvisionSource().visible_to(PUBLIC, keys)
    assert len(keys - public) == 1
    assert ProvisionSource().visible_to(released.drafter, keys) == keys


def test_nobody_has_no_tokens_and_everybodys_versions_need_none(draft, released):
    assert readable_versions(PUBLIC) == readable_versions(None) == []
    assert readable_versions(released.drafter) == [f"version:{draft.pk}"]


@pytest.mark.parametrize(
    ("eid", "numbers"),
    [
        ("art_12", ("12",)),
        ("art_12-1__para_2__subpara_3", ("12-1.2.3",)),
        ("art_9__para_1__point_a", ("9.1.a",)),
        ("chp_2", ()),
        ("annex_1__art_2", ()),
        ("art_5__p_1", ()),
        ("", ()),
    ],
)
def test_what_is_cited_by_number_has_a_key(eid, numbers):
    assert search_sources._numbers(eid) == numbers
