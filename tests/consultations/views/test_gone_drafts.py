"""Whoever goes back to the form of a draft that was sent or discarded reads what became of it, and loses no text."""

import pytest
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.comments.discard_comment import DiscardComment
from tests.factories import consultation as make
from tests.factories.writing import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def comment(world):
    """A draft of the NGO."""
    return make.draft(world.round, world.ngo_author, world.ngo, make.content())


def address_of(comment):
    return reverse("consultations:edit_comment", args=[comment.pk])


def sent(world, comment):
    make.send(comment.submission, world.ngo_focal)


def discarded(world, comment):
    DiscardComment(comment, actor=Actor.now(world.ngo_author)).execute()


def test_back_after_sending_leads_to_the_comment(author, world, comment):
    sent(world, comment)
    page = author.get(address_of(comment), follow=True)
    assert page.redirect_chain == [(reverse("consultations:comment", args=[comment.pk]), 302)]
    assert f"{comment.reference} is no draft any more and cannot be changed." in page.content.decode()


def test_back_after_discarding_leads_to_the_own_comments(author, world, comment):
    discarded(world, comment)
    page = author.get(address_of(comment), follow=True)
    assert page.redirect_chain == [(reverse("consultations:mine"), 302)]
    assert f"Draft {comment.reference} is discarded." in page.content.decode()


@pytest.mark.parametrize("gone", [sent, discarded])
def test_what_was_typed_in_another_tab_is_shown_once_more(author, world, comment, gone):
    gone(world, comment)
    answer = author.post(address_of(comment), {**typed(world, rationale="In the other tab."), "save": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "In the other tab.</textarea>" in page
    assert f"{comment.reference} was sent or discarded in the meantime." in page
    assert 'name="save"' not in page
    comment.refresh_from_db()
    assert comment.rationale == "Too much."


@pytest.mark.parametrize("gone", [sent, discarded])
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_find_nothing(client, world, comment, gone, method):
    gone(world, comment)
    client.force_login(world.body_author)
    assert getattr(client, method)(address_of(comment), {}).status_code == 404
