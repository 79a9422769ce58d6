"""Words that must not be shown are covered: nobody reads them on a page, and what was sent stays in the record."""

import pytest
from django.urls import reverse

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.queries.chain_faults import chain_faults
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.sent_event import Shown
from consultations.errors import ReasonNeeded
from consultations.models import Comment, CommentTranslation
from consultations.search_sources import CommentSource
from tests.factories import consultation as make

PERSONAL = "Zaur Zeynalov lives at 5 Quay Street."
SHOWN = "[…] lives at […]."
WORDING = "The fare of Zaur Zeynalov is 8 coins."


@pytest.fixture
def comment(world):
    said = make.content(
        make.chosen(world.draft, "2.1"), rationale=PERSONAL, proposed_text=WORDING, files=(make.attached(),)
    )
    row = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(row.submission, world.ngo_focal)
    return Comment.objects.get(pk=row.pk)


def cover(world, comment, shown, person="secretary", reason="It names a person."):
    actor = Actor.now(vars(world)["people"][person], reason=reason)
    return CoverWords(comment, shown, actor=actor).execute()


ALL = Shown(SHOWN, "The fare is 8 coins.", covers_files=True)


def test_what_was_sent_stays_and_the_cover_is_a_row_of_the_chain(world, comment):
    cover(world, comment, ALL)
    row = Comment.objects.get(pk=comment.pk)
    assert (row.rationale, row.proposed_text) == (PERSONAL, WORDING)
    assert (row.reasons_shown, row.proposal_shown) == (SHOWN, "The fare is 8 coins.")
    assert row.events.get().reason == "It names a person."
    assert chain_faults() == []
    cover(world, comment, Shown())
    assert not Comment.objects.get(pk=comment.pk).is_covered
    assert [event.shown_rationale for event in row.events.all()] == [SHOWN, None]
    assert chain_faults() == []


def test_a_covered_comment_is_withdrawn_like_any_other(world, comment):
    cover(world, comment, ALL)
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Mistaken.")).execute()
    assert Comment.objects.get(pk=comment.pk).reasons_shown == SHOWN
    assert chain_faults() == []


def test_a_cover_needs_a_reason_and_something_that_was_sent(world, comment):
    with pytest.raises(ReasonNeeded):
        cover(world, comment, ALL, reason=" ")
    draft = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    with pytest.raises(NotAllowed):
        cover(world, draft, ALL)
    with pytest.raises(NotAllowed):
        cover(world, comment, ALL, person="ngo_focal")


def test_the_same_cover_again_writes_nothing(world, comment):
    cover(world, comment, ALL)
    cover(world, comment, ALL)
    assert comment.events.count() == 1


def test_an_older_translation_of_covered_words_is_not_shown(world, comment):
    said = Actor.now(world.secretary)
    TranslateComment(comment, "ru", "Заур Зейналов живёт на набережной.", actor=said).execute()
    cover(world, comment, ALL)
    assert not CommentTranslation.objects.shown().exists()
    TranslateComment(comment, "ru", "[…] живёт на […].", actor=Actor.now(world.secretary)).execute()
    assert CommentTranslation.objects.shown().get().rationale == "[…] живёт на […]."


def test_search_finds_what_is_shown(world, comment):
    cover(world, comment, ALL)
    [entry] = CommentSource().entries([str(comment.pk)])
    assert SHOWN in entry.texts[0].body
    assert "Zaur" not in str(entry)


@pytest.mark.parametrize("person", ["secretary", "chair", "drafter", "ngo_author", "citizen", "anonymous"])
def test_nobody_reads_covered_words_on_a_page(world, comment, client, person):
    cover(world, comment, ALL)
    if person != "anonymous":
        client.force_login(vars(world)["people"][person])
    file = comment.attachments.get()
    pages = [
        comment.url,
        reverse("consultations:board", args=[world.round.pk]),
        reverse("consultations:answer", args=[comment.pk]),
        reverse("consultations:history", args=[comment.pk]),
        reverse("consultations:cover_words", args=[comment.pk]),
        reverse("consultations:translate_comment", args=[comment.pk]),
        world.round.url,
    ]
    for page in pages:
        assert "Zaur" not in client.get(page, follow=True).content.decode(), page
    assert client.get(file.url).status_code in (302, 404)
    assert "Words of this comment are covered." in client.get(comment.url).content.decode()


def test_the_secretary_covers_words_on_a_page(world, comment, client):
    client.force_login(world.secretary)
    url = reverse("consultations:cover_words", args=[comment.pk])
    assert url in client.get(comment.url).content.decode()
    assert PERSONAL in client.get(url).content.decode()
    typed = {"rationale": SHOWN, "proposed_text": WORDING}
    unsaid = client.post(url, typed)
    assert unsaid.status_code == 422
    assert SHOWN in unsaid.content.decode()
    assert client.post(url, {**typed, "reason": "It names a person."}).status_code == 302
    row = Comment.objects.get(pk=comment.pk)
    assert (row.shown_rationale, row.shown_proposed_text, row.covers_files) == (SHOWN, None, False)
    assert SHOWN in client.get(comment.url).content.decode()


@pytest.mark.parametrize("person", ["chair", "drafter", "ngo_focal", "citizen"])
def test_others_do_not_open_the_page(world, comment, client, person):
    client.force_login(vars(world)["people"][person])
    assert client.get(reverse("consultations:cover_words", args=[comment.pk])).status_code == 403
