"""Words that must not be shown are covered: nobody reads them on a page, and what was sent stays in the record."""

import pytest
from django.db.models import QuerySet
from django.urls import reverse

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.queries.proof.chain_faults import chain_faults
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.sent_event import Shown
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.errors import ReasonNeeded
from consultations.models import Comment, CommentTranslation
from consultations.search_sources import CommentSource
from tests.factories import consultation as make
from tests.shares import telling

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


@pytest.mark.whole
@pytest.mark.parametrize(
    "person",
    telling(
        ["secretary", "chair", "drafter", "ngo_author", "citizen", "anonymous"], "secretary", "anonymous"
    ),
)
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


def test_a_stale_form_does_not_take_off_the_cover_of_a_colleague(world, comment, client):
    client.force_login(world.secretary)
    url = reverse("consultations:cover_words", args=[comment.pk])
    opened = client.get(url).context["form"]["cover"].value()
    cover(world, comment, Shown(SHOWN))
    typed = {"rationale": PERSONAL, "proposed_text": WORDING, "covers_files": "on", "reason": "Of a child."}
    refused = client.post(url, {**typed, "cover": opened})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Somebody else changed what readers see of this comment in the meantime." in page
    assert SHOWN in page.partition("<textarea")[0]
    assert "Of a child." in page
    assert Comment.objects.get(pk=comment.pk).reasons_shown == SHOWN
    again = {**typed, "rationale": SHOWN, "cover": refused.context["form"]["cover"].value()}
    assert client.post(url, again).status_code == 302
    assert Comment.objects.get(pk=comment.pk).covers_files


def test_a_translation_of_words_that_were_covered_meanwhile_is_refused(world, comment, client):
    client.force_login(world.secretary)
    url = reverse("consultations:translate_comment", args=[comment.pk])
    opened = client.get(url).context["form"]["cover"].value()
    cover(world, comment, ALL)
    typed = {"language": "ru", "rationale": "Заур Зейналов живёт на набережной."}
    refused = client.post(url, {**typed, "cover": opened})
    assert refused.status_code == 422
    assert not CommentTranslation.objects.exists()
    page = refused.content.decode()
    assert "Заур Зейналов" in page
    assert SHOWN in page
    assert "Zaur" not in page
    again = {"language": "ru", "rationale": "[…]", "cover": refused.context["form"]["cover"].value()}
    assert client.post(url, again).status_code == 302


def test_a_translation_that_was_saved_while_the_cover_waited_is_hidden(world, comment):
    actor = Actor.now(world.secretary, reason="It names a person.")
    TranslateComment(comment, "ru", "Заур Зейналов.", actor=Actor.now(world.secretary)).execute()
    CoverWords(comment, ALL, actor=actor).execute()
    assert not CommentTranslation.objects.shown().exists()
    assert chain_faults() == []


def test_a_cover_of_files_alone_hides_no_translation(world, comment):
    TranslateComment(comment, "ru", "Слова.", actor=Actor.now(world.secretary)).execute()
    cover(world, comment, Shown(covers_files=True))
    assert CommentTranslation.objects.shown().exists()


def test_a_translation_that_was_hidden_can_be_entered_again(world, comment):
    TranslateComment(comment, "ru", "Слова.", actor=Actor.now(world.secretary)).execute()
    cover(world, comment, Shown(SHOWN))
    cover(world, comment, Shown())
    assert not CommentTranslation.objects.shown().exists()
    TranslateComment(comment, "ru", "Слова.", actor=Actor.now(world.secretary)).execute()
    assert CommentTranslation.objects.shown().get().rationale == "Слова."


def test_a_cover_waits_for_a_withdrawal_of_the_whole_submission(world, comment, monkeypatch):
    held = []
    for module in ("amendments.actions.base", "consultations.actions.comments.cover_words"):
        monkeypatch.setattr(f"{module}.hold", held.append)
    cover(world, comment, ALL)
    assert held == [comment.submission, comment]


@pytest.mark.whole
def test_comments_that_come_apart_are_locked(world, comment, monkeypatch):
    locked = []
    really = QuerySet.select_for_update

    def select_for_update(rows, **how):
        locked.extend(rows.all() if rows.model is Comment else ())
        return really(rows, **how)

    other = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.send(other.submission, world.ngo_focal)
    GroupComments(comment, [other], actor=Actor.now(world.secretary)).execute()
    monkeypatch.setattr(QuerySet, "select_for_update", select_for_update)
    WithdrawSubmission(comment.submission, actor=Actor.now(world.ngo_focal, reason="Mistaken.")).execute()
    assert locked == [other]
    assert Comment.objects.get(pk=other.pk).duplicate_of is None


def test_the_receipt_does_not_name_covered_files(world, comment, client):
    client.force_login(world.ngo_focal)
    url = reverse("consultations:receipt", args=[comment.submission_id])
    file = comment.attachments.get()
    assert file.name in client.get(url).content.decode()
    cover(world, comment, Shown(covers_files=True))
    page = client.get(url).content.decode()
    assert file.name not in page
    assert file.sha256 in page


@pytest.mark.parametrize("person", ["chair", "drafter", "ngo_focal", "citizen"])
def test_others_do_not_open_the_page(world, comment, client, person):
    client.force_login(vars(world)["people"][person])
    assert client.get(reverse("consultations:cover_words", args=[comment.pk])).status_code == 403


def test_the_form_says_where_the_reason_stays_and_names_the_box_beside_it(world, comment, client):
    client.force_login(world.secretary)
    page = " ".join(
        client.get(reverse("consultations:cover_words", args=[comment.pk])).content.decode().split()
    )
    assert "It stays in the history of the comment." in page
    box = page.partition('<div class="check">')[2].partition("</div>")[0]
    assert 'name="covers_files"' in box
    assert "Cover the files as well</label>" in box
