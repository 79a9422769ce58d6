"""The three steps of a release, through the buttons of the page."""

import re

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from amendments.actions.drafting.write_note import WriteNote
from amendments.audiences import DraftingBody
from amendments.audit.actor import Actor
from amendments.queries.drafting.explanatory_notes import items_of
from tests.factories import law


@pytest.fixture
def asked(stage, drafter):
    drafter.post(reverse("amendments:request_release", args=[stage.draft.pk]), {"audience": "public"})
    return stage.draft.release_requests.get()


def test_a_draft_goes_from_request_to_release(stage, drafter, asked):
    page = drafter.get(stage.world.amendment.url).content.decode()
    assert "requested" in page
    chair, secretary = stage.client("chair"), stage.client("secretary")
    assert "Approve for: public" in chair.get(stage.world.amendment.url).content.decode()
    chair.post(reverse("amendments:approve_release", args=[asked.pk]))
    shown = secretary.get(stage.world.amendment.url).content.decode()
    assert "approved" in shown
    assert "Release to: public" in shown
    for waiting in (drafter, chair):  # they have nothing to do, and read who has
        shown = waiting.get(stage.world.amendment.url).content.decode()
        assert "It waits for the secretariat, which releases it." in shown
        assert ">approved</span>" in shown
    answer = secretary.post(
        reverse("amendments:release", args=[stage.draft.pk]), {"audience": "public"}, follow=True
    )
    assert "Draft 1 is released." in answer.content.decode()
    assert [row.audience for row in stage.draft.releases.all()] == ["public"]
    assert stage.client("public").get(stage.draft.url).status_code == 200


@pytest.mark.parametrize(
    ("language", "words"), [("az", "xahiş edilib"), ("en", "requested"), ("ru", "запрошено")]
)
def test_the_request_ends_before_the_next_sentence(stage, drafter, asked, language, words):
    url = stage.world.amendment.url.replace("/en/", f"/{language}/")
    page = drafter.get(url).content.decode()
    assert re.search(rf"{words}[^<]*\.\s", page)


def test_a_second_click_counts_once_and_is_answered_as_the_first(stage, drafter):
    version, log = stage.draft, ModelLogEntry.objects.filter(action__contains="release")
    for role, name, words in (
        ("drafter", "request_release", "has been asked to release Draft 1"),
        ("chair", "approve_release", "You approved the release of Draft 1."),
        ("secretary", "release", "Draft 1 is released."),
    ):
        row = version.release_requests.get() if name == "approve_release" else version
        for _ in range(2):
            answer = stage.client(role).post(
                reverse(f"amendments:{name}", args=[row.pk]), {"audience": "public"}, follow=True
            )
            assert [words in str(told) for told in answer.context["messages"]] == [True]
    assert (version.release_requests.count(), version.releases.count(), log.count()) == (1, 1, 3)


def test_no_readers_are_chosen_beforehand(stage, drafter):
    """A release cannot be taken back, and the drafting body reads the draft without one."""
    page = drafter.get(stage.world.amendment.url).content.decode()
    select = page.partition('name="audience" required>')[2].partition("</select>")[0]
    assert select.split("<option ")[1].startswith('value="">Choose who may read it<')


def test_a_refusal_is_told(stage, asked):
    answer = stage.client("secretary").post(
        reverse("amendments:release", args=[stage.draft.pk]), {"audience": "invited"}, follow=True
    )
    assert "has not requested this release" in answer.content.decode()
    assert not stage.draft.releases.exists()


def test_an_audience_that_is_none_is_refused(stage, drafter):
    answer = drafter.post(
        reverse("amendments:request_release", args=[stage.draft.pk]), {"audience": "everybody"}, follow=True
    )
    assert "This site has no such audience." in answer.content.decode()
    assert not stage.draft.release_requests.exists()


@pytest.mark.parametrize("role", ["drafter", "chair", "ombudsman", "administrator", "public"])
def test_only_the_secretariat_releases(stage, asked, role):
    answer = stage.client(role).post(
        reverse("amendments:release", args=[stage.draft.pk]), {"audience": "public"}
    )
    assert answer.status_code in (302, 403, 404)
    assert not stage.draft.releases.exists()


@pytest.mark.parametrize("role", ["drafter", "secretary", "administrator", "public"])
def test_only_the_chair_approves(stage, asked, role):
    stage.client(role).post(reverse("amendments:approve_release", args=[asked.pk]))
    asked.refresh_from_db()
    assert asked.approved_by is None


def test_a_step_is_never_taken_by_a_link(stage, asked):
    for name, pk in (
        ("request_release", stage.draft.pk),
        ("release", stage.draft.pk),
        ("approve_release", asked.pk),
    ):
        assert stage.client("secretary").get(reverse(f"amendments:{name}", args=[pk])).status_code == 405


def test_before_the_release_a_page_says_who_will_see_what(stage, asked):
    address = reverse("amendments:confirm_release", args=[stage.draft.pk, "public"])
    assert f'href="{address}"' in stage.client("secretary").get(stage.world.amendment.url).content.decode()
    page = stage.client("secretary").get(address).content.decode()
    assert "Everybody who opens the site" in page
    assert "A release cannot be taken back." in page
    assert "Release now" in page
    assert not stage.draft.releases.exists()
    assert stage.client("drafter").get(address).status_code == 403
    other = reverse("amendments:confirm_release", args=[stage.draft.pk, "everybody"])
    assert stage.client("secretary").get(other).status_code == 404


def test_a_release_that_was_given_is_not_offered_again(stage, asked):
    assert "Release now" in page_of(stage, "public")
    stage.client("chair").post(reverse("amendments:approve_release", args=[asked.pk]))
    stage.client("secretary").post(
        reverse("amendments:release", args=[stage.draft.pk]), {"audience": "public"}
    )
    assert stage.draft.releases.filter(audience="public").exists()
    page = page_of(stage, "public")
    assert "Release now" not in page
    assert "It is released to them already." in page


def page_of(stage, audience):
    address = reverse("amendments:confirm_release", args=[stage.draft.pk, audience])
    return stage.client("secretary").get(address).content.decode()


def test_who_asks_for_a_release_is_told_to_write_the_note_before_it(stage):
    url = reverse("amendments:request_release", args=[stage.draft.pk])
    page = stage.client("drafter").post(url, {"audience": "public"}, follow=True).content.decode()
    count = len(items_of(stage.draft))
    assert f"write the explanatory note: {count} items have no words" in page


def test_what_the_release_leaves_unwritten_in_the_note_is_told_before(stage, asked):
    items = items_of(stage.draft)
    assert f"{len(items)} items of the explanatory note have no words." in page_of(stage, "public")
    WriteNote(stage.draft, {items[0].slug: "Boats."}, actor=Actor.now(stage.world.drafter)).execute()
    page = page_of(stage, "public")
    assert f"{len(items) - 1} items of the explanatory note have no words." in page
    assert stage.draft.note_url in page
    own = page_of(stage, DraftingBody.slug)
    assert "of the explanatory note" not in own


def test_that_the_readers_cannot_open_the_text_that_is_amended_is_told_before(stage, asked):
    words = "They cannot open the text that is amended"
    assert words in page_of(stage, "public")
    law.release(stage.world.base, "public", stage.world.drafter, stage.world.secretary)
    assert words not in page_of(stage, "public")
