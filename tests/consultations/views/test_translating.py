"""A translated comment: shown first to readers of its language, the original one click away, to no further reader."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.errors.of_states import WithdrawnAlready
from consultations.models import CommentTranslation
from consultations.values import Visibility
from tests.factories import consultation as make, law

REASONS, WORDS = "Because it is too dear.", "Çünki çox bahadır."


def write(world, **said):
    said.setdefault("rationale", REASONS)
    passage = make.chosen(world.draft, "2.1")
    return make.draft(world.round, world.ngo_author, world.ngo, make.content(passage, **said))


@pytest.fixture
def comment(world):
    row = write(world)
    make.send(row.submission, world.ngo_focal)
    row.refresh_from_db()
    return row


def translate(comment, person, words=WORDS, language="az"):
    return TranslateComment(comment, language, words, actor=Actor.now(person)).execute()


def shown(url, language="az", person=None):
    client = Client()
    if person is not None:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = language
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def pages(world, comment):
    provision = comment.anchors.get().provision_id
    return {
        "comment": comment.url,
        "provision": reverse("amendments:provision", args=[provision]),
        "provision comments": reverse("consultations:provision_comments", args=[provision]),
    }


@pytest.mark.parametrize("name", ["comment", "provision", "provision comments"])
def test_readers_of_the_language_see_the_translation_and_open_the_original(world, comment, name):
    translate(comment, world.secretary)
    html = shown(pages(world, comment)[name])
    before, _, original = html.partition('<details class="original')
    assert WORDS in before
    assert REASONS in original
    assert re.search(rf'<(p|div) lang="az"\s*>(<p>)?{WORDS}', html)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_others_see_the_original_alone(world, comment, language):
    translate(comment, world.secretary)
    html = shown(comment.url, language)
    assert REASONS in html
    assert WORDS not in html


def test_the_board_shows_it_and_leads_to_the_form(world, comment):
    translate(comment, world.secretary)
    html = shown(reverse("consultations:board", args=[world.round.pk]), person=world.secretary)
    assert WORDS in html
    assert reverse("consultations:translate_comment", args=[comment.pk]) in html
    html = shown(reverse("consultations:board", args=[world.round.pk]), person=world.chair)
    assert reverse("consultations:translate_comment", args=[comment.pk]) not in html


def test_the_secretary_translates_on_a_page_with_the_original(world, comment, client):
    client.force_login(world.secretary)
    url = reverse("consultations:translate_comment", args=[comment.pk])
    assert REASONS in client.get(url).content.decode()
    assert client.post(url, {"language": "az", "rationale": WORDS}).status_code == 302
    assert comment.translations.get().rationale == WORDS
    assert comment.translations.get().written_by == world.secretary
    again = client.post(url, {"language": "az", "rationale": WORDS})
    assert again.status_code == 422
    assert client.post(url, {"language": "xx", "rationale": WORDS}).status_code == 422
    assert WORDS in client.get(f"{url}?language=az").content.decode()


def test_a_withdrawn_comment_shows_no_translation_and_gets_none(world, comment):
    translate(comment, world.secretary)
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    for url in pages(world, comment).values():
        assert WORDS not in shown(url)
    with pytest.raises(WithdrawnAlready):
        translate(comment, world.secretary, "Başqa.")


def test_many_translations_cost_one_query(world, comment):
    url = pages(world, comment)["provision comments"]
    shown(url, "az")
    with CaptureQueriesContext(connection) as none:
        shown(url, "az")
    for number in range(3):
        other = write(world, rationale=f"Reason {number}.")
        make.send(other.submission, world.ngo_focal)
        translate(other, world.secretary, f"Səbəb {number}.")
    with CaptureQueriesContext(connection) as many:
        shown(url, "az")
    assert len(many) <= len(none)
    assert CommentTranslation.objects.count() == 3


def test_the_form_shows_the_translation_above_the_authentic_words_to_choose(world):
    law.translate(world.text, world.drafter, "2.1", "Gediş haqqı 20 qəpikdir.")
    provision = make.chosen(world.draft, "2.1").provision
    url = reverse("consultations:comment_on", args=[world.round.pk, provision])
    html = shown(url, person=world.ngo_author)
    before, _, choices = html.partition("data-passage")
    assert "Gediş haqqı 20 qəpikdir." in before
    assert "The fare is" not in before
    assert 'name="range"' in choices
    assert "It is paid before the crossing." in choices
    assert "qəpikdir" not in shown(url, "en", world.ngo_author)


def test_it_is_read_by_the_readers_of_the_comment_alone(world):
    row = write(world, visibility=Visibility.COMMITTEE)
    make.send(row.submission, world.ngo_focal)
    translate(row, world.secretary)
    provision = reverse("amendments:provision", args=[row.anchors.get().provision_id])
    assert WORDS not in shown(provision)
    assert WORDS in shown(provision, person=world.chair)
