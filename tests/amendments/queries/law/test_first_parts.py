"""What a hit on an article shows that has a heading alone."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import translation

from amendments.search_sources import ProvisionSource
from search.indexing import rebuild
from search.models import PublicEntry
from tests.factories import law
from tests.search.asking import search

pytestmark = pytest.mark.whole

SECRET = "zanzibar"
PUBLIC = AnonymousUser()


@pytest.fixture
def released(world):
    law.release(world.base, "public", world.drafter, world.secretary)
    return world


@pytest.fixture
def draft(released):
    law.add(
        released.amendment, released.drafter, "replace_words", "2.1", old="10 coins", new=f"20 {SECRET} coins"
    )
    return law.seal(released.amendment, released.drafter)


def said(query, user=PUBLIC):
    card, *_looser = search(query, user, kind="provision").cards
    return card.title, "".join(piece.text for piece in card.body.pieces)


def test_an_article_that_has_a_heading_alone_shows_how_its_first_part_begins(released):
    assert said("Article 2") == ("Article 2. Fares", "The fare is 10 coins. It is paid before the crossing.")
    assert [card.title for card in search('"the fare is"', PUBLIC).cards] == ["Article 2.1"]


def test_the_files_of_hits_and_its_page_show_it_too(released, client):
    rows = client.get(reverse("search:export_json"), {"q": "Article 2"}).json()["hits"]
    (text,) = {row["text"] for row in rows if row["title"] == "Article 2. Fares"}
    assert text.startswith("The fare is 10 coins.")
    card, *_looser = search("Article 2", PUBLIC, kind="provision").cards
    page = client.get(card.content.url).content.decode()
    text = page.partition("Its text stands in the provisions below it.")[2].partition("</div>")[0]
    (part,) = search('"the fare is"', PUBLIC).full
    assert f'href="{part.content.url}"' in text
    assert "It is paid before the crossing." in text


def test_of_what_a_draft_says_in_the_first_part_others_see_nothing(draft, released):
    law.translate(law.text_in(draft), released.drafter, "2.1", "Gediş haqqı 20 zanbaqdır.")
    rebuild(ProvisionSource(), lambda done: None)
    for person in (PUBLIC, released.other, released.drafter):
        assert said("Article 2", person)[1].startswith("The fare is 10 coins.")
    assert not PublicEntry.objects.filter(content__texts__icontains=SECRET).exists()
    assert not PublicEntry.objects.filter(content__texts__icontains="zanbaq").exists()


def test_an_article_whose_first_part_differs_between_its_drafts_shows_none(released):
    new = {"heading": "Dogs", "children": [{"number": "3.1", "text": "Dogs pay half."}]}
    law.add(released.amendment, released.drafter, "insert_element", "3", **new)
    law.seal(released.amendment, released.drafter)
    assert said("Article 3", released.drafter) == ("Article 3. Dogs", "Dogs pay half.")
    law.add(released.amendment, released.drafter, "replace_words", "3.1", old="half", new="twice")
    law.seal(released.amendment, released.drafter)
    assert said("Article 3", released.drafter) == ("Article 3. Dogs", "")


def test_an_article_shows_its_first_part_in_translation_too(released):
    law.translate(released.base, released.drafter, "2", "", heading="Gediş haqqı")
    law.translate(released.base, released.drafter, "2.1", "Gediş haqqı 10 qəpikdir.")
    with translation.override("az"):
        assert said("maddə 2") == ("2-ci maddə. Gediş haqqı", "Gediş haqqı 10 qəpikdir.")
