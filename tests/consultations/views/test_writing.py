"""The comment form works with the keyboard and without scripts, and never loses what was typed."""

import re

import pytest
from django.urls import reverse

from consultations.models import Comment, Submission
from tests.factories import consultation as make
from tests.factories.writing import typed


def test_the_form_offers_sentences_and_struck_out_words(author, address):
    page = author.get(address).content.decode()
    assert 'value="d:0:21"' in page
    assert 'value="d:22:53"' in page
    assert 'value="b:12:14"' in page  # the 10 that the draft strikes out
    assert "The fare is 20 coins. It is paid before the crossing.</textarea>" in page


def test_who_cannot_add_a_comment_now_is_told_before_writing_one(author, world, address):
    told = "wait for their sign-off. Before you add or change one"
    assert told not in author.get(address).content.decode()
    author.post(address, {**typed(world), "save": "1"})
    row = Submission.objects.get()
    for state, is_told in (("in_review", True), ("signed_off", True), ("draft", False)):
        Submission.objects.update(state=state)
        page = author.get(address).content.decode()
        assert (told in page, row.reference in page) == (is_told, is_told), state


def test_the_kind_follows_what_is_written_when_a_draft_is_opened_again(author, world, address):
    author.post(address, {**typed(world, stance="supports", rationale=""), "save": "1"})
    comment = Comment.objects.get()
    edit = reverse("consultations:edit_comment", args=[comment.pk])
    form = author.get(edit).context["form"]
    assert (comment.kind, form["kind"].value()) == ("support", "")
    more = {"stance": "opposes", "rationale": "Too dear.", "proposed_text": "The fare is 7 coins."}
    author.post(edit, {**typed(world, **more), "kind": "", "revision": comment.revision, "save": "1"})
    comment.refresh_from_db()
    assert comment.kind == "wording"
    chosen = {**typed(world, **more), "kind": "concern", "revision": comment.revision, "save": "1"}
    author.post(edit, chosen)
    assert author.get(edit).context["form"]["kind"].value() == "concern"


def test_saves_the_chosen_sentences(author, world, address):
    author.post(address, {**typed(world), "range": ["d:0:21", "d:22:53", "b:12:14"], "save": "1"})
    comment = Comment.objects.get()
    assert [(a.quote, a.version) for a in comment.anchors.all()] == [
        ("The fare is 20 coins. It is paid before the crossing.", world.text),
        ("10", world.base),
    ]


def test_wording_left_as_in_the_draft_proposes_nothing(author, world, address):
    words = "The fare is 20 coins. It is paid before the crossing."
    author.post(address, {**typed(world, proposed_text=words), "save": "1"})
    assert Comment.objects.get().proposed_text == ""


@pytest.mark.parametrize("name", ["rationale", "proposed_text", "rights"])
def test_a_character_that_turns_the_line_is_refused_beside_the_field(author, world, address, name):
    turned = "The fare is \u202e02\u202c coins."
    page = author.post(address, {**typed(world, **{name: turned}), "save": "1"})
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {name}
    assert (
        "“The fare is ▯02▯ coins.” contains an invisible character (U+202E RIGHT-TO-LEFT OVERRIDE) at ▯"
        in page.content.decode()
    )
    if name != "rights":  # which is not typed but chosen
        assert turned in page.content.decode()  # what was typed is not lost
    assert not Comment.objects.exists()


@pytest.mark.parametrize("range_", ["d:50:99999", "x:0:5", "d:9:2", "'; DROP TABLE", "d:-1:3"])
def test_alien_ranges_are_left_out(author, world, address, range_):
    author.post(address, {**typed(world), "range": [range_], "save": "1"})
    assert Comment.objects.get().anchors.get().quote == ""


def test_a_double_post_is_one_draft(author, world, address):
    data = {**typed(world), "save": "1"}
    author.post(address, data)
    author.post(address, data)
    assert Comment.objects.count() == 1


def test_the_autosave_writes_and_says_when(author, world, address):
    data = typed(world)
    first = author.post(f"{address}autosave/", data)
    assert (first.status_code, len(first["X-Saved-At"])) == (204, 5)
    author.post(f"{address}autosave/", {**data, "rationale": "More words."})
    author.post(address, {**data, "rationale": "The end.", "save": "1"})
    assert Comment.objects.get().rationale == "The end."


def test_the_preview_shows_the_redline_without_a_script_too(author, world, address):
    wanted = "The fare is 15 coins. It is paid before the crossing."
    page = author.post(address, {**typed(world, proposed_text=wanted), "preview": "1"}).content.decode()
    assert "Words of the author." in page
    assert "<ins>" in page
    assert not Comment.objects.exists()
    piece = author.post(address.replace("/comment/", "/preview/"), {"proposed_text": wanted}).content.decode()
    assert "<ins>" in piece
    assert "<html" not in piece


def test_errors_keep_what_was_typed(author, world, address):
    answer = author.post(address, {**typed(world, language="xx"), "save": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Words of the author." in page
    assert "error-summary" in page


def test_two_editors_see_both_texts_and_may_save_again(client, world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale="First."))
    edit = reverse("consultations:edit_comment", args=[comment.pk])
    client.force_login(world.ngo_focal)
    client.post(edit, {**typed(world, rationale="Of the other.", revision="1"), "save": "1"})
    client.force_login(world.ngo_author)
    mine = typed(world, rationale="My words.", revision="1")
    answer = client.post(edit, {**mine, "save": "1"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "My words." in page
    assert "Of the other." in page
    assert 'name="revision" value="2"' in page
    client.post(edit, {**mine, "revision": "2", "save": "1"})
    comment.refresh_from_db()
    assert comment.rationale == "My words."


def test_a_second_tab_of_the_same_person_is_told_as_somebody_else_is(author, world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale="First."))
    edit = reverse("consultations:edit_comment", args=[comment.pk])

    def opened(words):
        form = author.get(edit).context["form"]
        shown = {name: form[name].value() for name in ("key", "revision")}
        return {**typed(world, rationale=words), **shown}

    one, two = opened("Of one tab."), opened("Of the other.")
    for words in ("Of one tab.", "Of one tab, again."):  # the autosave of a tab is followed by its button
        assert author.post(f"{edit}autosave/", {**one, "rationale": words}).status_code == 204
    assert author.post(f"{edit}autosave/", two).status_code == 409
    answer = author.post(edit, {**two, "save": "1"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Of one tab, again." in page
    assert "Of the other." in page
    comment.refresh_from_db()
    assert comment.rationale == "Of one tab, again."
    again = {**two, "revision": answer.context["form"]["revision"].value(), "save": "1"}
    assert author.post(edit, again).status_code == 302
    assert (
        author.post(f"{edit}autosave/", one).status_code == 409
    )  # the first tab is the one that is behind now


@pytest.mark.parametrize("button", ["save", "send"])
def test_nothing_is_kept_or_numbered_before_something_is_written(author, world, address, button):
    nothing = {**typed(world, stance="", rationale=" "), "range": ["d:0:21"]}
    assert author.post(f"{address}autosave/", nothing).status_code == 202
    answer = author.post(address, {**nothing, button: "1"})
    assert answer.status_code == 422
    assert "Nothing is written yet." in answer.content.decode()
    assert author.post(address, {**nothing, "another": "1"})["Location"] == world.draft.redline_url
    assert not Submission.objects.exists()


def test_a_draft_goes_on(author, world):
    passage = make.chosen(world.draft, "2.1", "It is paid before the crossing.")
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(passage))
    edit = reverse("consultations:edit_comment", args=[comment.pk])
    page = author.get(edit).content.decode()
    assert 'value="d:22:53" id="range-3" checked' in page
    author.post(reverse("consultations:discard_comment", args=[comment.pk]))
    assert author.get(edit).url == reverse("consultations:mine")


def test_what_a_person_writes_is_shown_as_text(author, world, address):
    author.post(address, {**typed(world, rationale="<script>alert(1)</script>"), "save": "1"})
    page = author.get(reverse("consultations:mine")).content.decode()
    page += author.get(reverse("consultations:comment", args=[Comment.objects.get().pk])).content.decode()
    assert "<script>alert" not in page


def test_a_struck_out_quotation_is_marked_wherever_it_is_quoted(client, world):
    struck = make.chosen(world.draft, "2.1", "10", in_base=True)
    kept = make.chosen(world.draft, "2.1", "It is paid before the crossing.")
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(kept, struck))
    make.send(comment.submission, world.ngo_focal)
    for address in (
        reverse("consultations:round", args=[world.round.pk]),
        reverse("consultations:submission", args=[comment.submission.pk]),
        reverse("consultations:provision_comments", args=[kept.provision]),
    ):
        client.force_login(world.ngo_focal)
        page = client.get(address).content.decode()
        assert re.search(
            r"<del>10</del>\s*<span class=\"tag is-bad\">words that the draft strikes out</span>", page
        )
        assert "<del>It is paid" not in page
