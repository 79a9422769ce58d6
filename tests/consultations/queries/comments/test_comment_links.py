"""The links beside the provisions of an open round are worked out once, in each language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from consultations.queries.comments.comment_links import comment_links
from tests.factories import law

pytestmark = pytest.mark.django_db


def test_each_provision_has_its_link_and_the_second_reader_costs_no_query(world):
    texts = [world.text]
    first = comment_links(world.round, texts)
    with CaptureQueriesContext(connection) as queries:
        again = comment_links(world.round, texts)
    assert len(queries) == 0
    assert again == first
    entry = world.text.entries.get(number="2.1")
    link = first[str(entry.provision_id)]
    assert link.label == "Comment on 2.1"
    assert str(world.round.pk) in link.url
    assert str(entry.provision_id) in link.url


def test_each_language_has_its_words(world):
    with translation.override("az"):
        azerbaijani = {link.label for link in comment_links(world.round, [world.text]).values()}
    with translation.override("en"):
        english = {link.label for link in comment_links(world.round, [world.text]).values()}
    assert azerbaijani.isdisjoint(english)


def test_another_draft_has_links_of_its_own(world):
    law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Cats pay nothing.")
    other = law.text_in(law.seal(world.amendment, world.drafter))
    assert len(comment_links(world.round, [other])) == len(comment_links(world.round, [world.text])) + 1
