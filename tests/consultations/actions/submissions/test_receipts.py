"""What the hash of a receipt covers."""

import pytest

from consultations.models import Cluster, NamedGround, NamedRight, NamedTreaty, Right
from consultations.record.receipts import receipt_hash
from consultations.rules.benchmarks import TreatyArticle
from tests.factories import consultation as make


def written(world, **more):
    return make.draft(
        world.round, world.ngo_author, world.ngo, make.content(make.chosen(world.draft, "2.1"), **more)
    )


def test_the_hash_changes_with_every_word(world):
    one = make.send(written(world, rationale="One.").submission, world.ngo_focal)
    comment = one.comments.get()
    comment.rationale = "Two."
    assert receipt_hash(one, [comment]) != one.sha256


NAMED = {"rights": ("E03", "B01"), "grounds": ("sex",), "treaties": (TreatyArticle("CRC", "3"),)}


def test_the_hash_is_that_of_the_codes_whatever_their_order_or_names(world):
    one = make.send(written(world, **NAMED).submission, world.ngo_focal)
    assert receipt_hash(one, one.comments.all()) == one.sha256
    Right.objects.filter(code="B01").update(labels={"en": "Life"}, is_active=False, order=99)
    Cluster.objects.filter(code="B").update(order=99)
    assert receipt_hash(one, one.comments.all()) == one.sha256


@pytest.mark.parametrize("model", [NamedRight, NamedGround, NamedTreaty])
def test_the_hash_changes_with_every_code(world, model):
    one = make.send(written(world, **NAMED).submission, world.ngo_focal)
    with make.behind_the_seals():
        model.objects.first().delete()
    assert receipt_hash(one, one.comments.all()) != one.sha256


def test_the_hash_changes_with_an_article(world):
    one = make.send(written(world, **NAMED).submission, world.ngo_focal)
    with make.behind_the_seals():
        NamedTreaty.objects.update(articles="4")
    assert receipt_hash(one, one.comments.all()) != one.sha256
