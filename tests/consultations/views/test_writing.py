"""The comment form works with the keyboard and without scripts, and never loses what was typed."""

import re
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.close_round import CloseRound
from consultations.kept_text import account_name
from consultations.models import Comment, Submission
from consultations.values import SubmissionState
from tests.factories import consultation as make

TYPED = {"stance": "opposes", "rationale": "Words of the author.", "proposed_text": "", "visibility": "public",
         "identity": "shown", "language": "en", "priority": "medium"}  # fmt: skip


@pytest.fixture
def address(world):
    return reverse(
        "consultations:comment_on",
        args=[world.round.pk, world.text.entries.get(number="2.1").provision_id],
    )


@pytest.fixture
def author(client, world):
    client.force_login(world.ngo_author)
    return client


def typed(world, **more):
    return {**TYPED, "acting_for": str(world.ngo.pk), "key": str(uuid.uuid4()), **more}


def type_after_the_session(client, world, address):
    """The author opens the form; the session ends; the author goes on typing and saves."""
    client.force_login(world.ngo_author)
    account = re.search('name="account" value="([0-9a-f]{64})"', client.get(address).content.decode())[1]
    client.cookies.clear()
    data = {**typed(world), "range": ["d:0:21"], "account": account, "save": "1"}
    assert "/login/" in client.post(address, data)["Location"]


def test_the_form_offers_sentences_and_struck_out_words(author, address):
    page = author.get(address).content.decode()
    assert 'value="d:0:21"' in page
    assert 'value="d:22:53"' in page
    assert 'value="b:12:14"' in page  # the 10 that the draft strikes out
    assert "The fare is 20 coins. It is paid before the crossing.</textarea>" in page


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


def test_a_session_that_has_ended_keeps_the_text_of_its_author_through_the_sign_in(client, world, address):
    type_after_the_session(client, world, address)
    client.force_login(world.ngo_author)
    page = client.get(address).content.decode()
    assert "Words of the author." in page
    assert "it is not saved yet" in page
    assert "it is not saved yet" not in client.get(address).content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("next_one", ["ngo_focal", "body_author", "citizen", "secretary", "admin"])
def test_kept_text_is_shown_to_nobody_else_and_erased_when_they_sign_in(client, world, address, next_one):
    type_after_the_session(client, world, address)
    client.force_login(getattr(world, next_one))
    assert "Words of the author." not in str(client.session.items())
    assert "Words of the author." not in client.get(address).content.decode()
    client.force_login(world.ngo_author)
    assert "Words of the author." not in client.get(address).content.decode()


def test_kept_text_does_not_outlive_the_sign_out(client, world, address):
    type_after_the_session(client, world, address)
    client.force_login(world.ngo_author)
    client.logout()
    client.force_login(world.ngo_author)
    assert "Words of the author." not in client.get(address).content.decode()


@pytest.mark.parametrize("account", ["", "1", "x" * 65])
def test_text_from_a_form_that_was_shown_to_nobody_is_not_kept(client, world, address, account):
    client.post(address, {**typed(world), "account": account, "save": "1"})
    assert "Words of the author." not in str(client.session.items())


def test_browsers_keep_no_copy_of_the_form(author, address):
    assert "no-store" in author.get(address)["Cache-Control"]


def test_copies_in_the_browser_are_encrypted_with_a_key_of_the_account(client, world, address):
    keys = set()
    for person in (world.ngo_author, world.ngo_focal):
        client.force_login(person)
        page = client.get(address).content.decode()
        keys |= {
            (name, re.search(f'data-{name}="([0-9a-f]{{64}})"', page)[1]) for name in ("account", "copy-key")
        }
    assert len(keys) == 4
    assert f'data-signs-out="{account_name(world.ngo_focal)}"' in page


def test_a_script_is_told_where_to_go_on_and_the_person_keeps_the_message(author, world, address):
    data, headers = {**typed(world), "save": "1"}, {"X-Requested-With": "fetch"}
    for _ in range(2):  # the first answer was lost on the way: the same form arrives again
        told = author.post(address, data, headers=headers)
        assert (told.status_code, told["X-Received"]) == (204, "1")
    assert "is saved as a draft" in author.get(told["X-Location"]).content.decode()
    assert (Comment.objects.count(), Submission.objects.count()) == (1, 1)
    step = reverse("consultations:submission_step", args=[Submission.objects.get().pk, "ask"])
    assert author.post(step, headers=headers)["X-Received"] == "1"


def test_a_script_is_told_that_nothing_was_received_without_a_session(client, world, address):
    told = client.post(address, {**typed(world), "save": "1"}, headers={"X-Requested-With": "fetch"})
    assert "/login/" in told["X-Location"]
    assert not told.has_header("X-Received")


@pytest.mark.parametrize("button", ["save", "send"])
def test_nothing_is_kept_or_numbered_before_something_is_written(author, world, address, button):
    nothing = {**typed(world, stance="", rationale=" "), "range": ["d:0:21"]}
    assert author.post(f"{address}autosave/", nothing).status_code == 202
    answer = author.post(address, {**nothing, button: "1"})
    assert answer.status_code == 422
    assert "Nothing is written yet." in answer.content.decode()
    assert author.post(address, {**nothing, "another": "1"})["Location"] == world.draft.redline_url
    assert not Submission.objects.exists()


def test_what_is_missing_is_said_beside_its_field(author, world, address):
    answer = author.post(address, {**typed(world, rationale=""), "send": "1"}, follow=True)
    page = answer.content.decode()
    assert answer.context["form"].errors.keys() == {"rationale"}
    assert 'href="#id_rationale"' in page
    assert "data-takes-focus" in page
    submission = Submission.objects.get()
    assert submission.state == SubmissionState.DRAFT
    review = author.get(reverse("consultations:submission", args=[submission.pk])).content.decode()
    assert (
        f"{reverse('consultations:edit_comment', args=[Comment.objects.get().pk])}?check=1#id_rationale"
        in review
    )


def test_one_comment_is_left_out_on_the_page_of_the_submission(client, world):
    one, other = (make.draft(world.round, world.ngo_author, world.ngo, make.content()) for _ in range(2))
    client.force_login(world.ngo_focal)
    assert (
        str(one.pk)
        in client.get(reverse("consultations:submission", args=[one.submission.pk])).content.decode()
    )
    step = reverse("consultations:submission_step", args=[one.submission.pk, "sign-and-send"])
    client.post(step, {"leave_out": [str(one.pk)], "confirmed": "1"})
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, other.state) == ("draft", "submitted")


def test_after_the_closing_time_nothing_is_saved_and_nothing_is_lost(author, world, address):
    author.get(address)
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    answer = author.post(address, {**typed(world), "save": "1"})
    assert answer.status_code == 422
    assert "Words of the author." in answer.content.decode()
    assert not Comment.objects.exists()


def test_after_the_closing_time_the_text_is_kept_for_a_late_acceptance(client, world, address):
    client.force_login(world.ngo_focal)
    account = account_name(world.ngo_focal)
    make.send(
        make.draft(world.round, world.ngo_author, world.ngo, make.content()).submission, world.ngo_focal
    )
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    answer = client.post(address, {**typed(world), "account": account, "save": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"__all__"}  # not "6 is not one of the available choices"
    assert "Words of the author." in page
    late = reverse("consultations:ask_late", args=[world.round.pk, world.ngo.pk])
    assert late in page
    for _ in range(2):  # it stays as long as nothing can be saved
        assert "Words of the author." in client.get(address).content.decode()
    client.post(late, {"reason": "The ferry was late."})
    until = timezone.now() + make.DAY
    AcceptLate(world.round, world.ngo, until, actor=Actor.now(world.secretary, reason="It was.")).execute()
    page = client.get(address).content.decode()
    assert "Words of the author." in page
    assert "it is not saved yet" in page
    client.post(address, {**typed(world), "save": "1"})
    assert Comment.objects.filter(state="draft", rationale="Words of the author.").count() == 1


@pytest.mark.parametrize(
    ("person", "offered"),
    [("ngo_focal", True), ("ngo_author", False), ("citizen", False), ("body_focal", False)],
)
def test_who_is_offered_to_ask_for_a_late_acceptance(client, world, address, person, offered):
    """Whoever sends for the institution; `body_focal` is offered it for the own institution only."""
    make.draft(world.round, world.ngo_author, world.ngo, make.content())
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    client.force_login(getattr(world, person))
    late = reverse("consultations:ask_late", args=[world.round.pk, world.ngo.pk])
    for page in (address, reverse("consultations:mine")):
        assert (late in client.get(page).content.decode()) is offered


def test_a_draft_goes_on(author, world):
    passage = make.chosen(world.draft, "2.1", "It is paid before the crossing.")
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(passage))
    edit = reverse("consultations:edit_comment", args=[comment.pk])
    page = author.get(edit).content.decode()
    assert 'value="d:22:53" id="range-3" checked' in page
    author.post(reverse("consultations:discard_comment", args=[comment.pk]))
    assert author.get(edit, follow=True).status_code == 404


def test_an_author_asks_and_the_focal_point_signs_and_sends_on_one_page(client, world, address):
    client.force_login(world.ngo_author)
    client.post(address, {**typed(world), "send": "1"})
    submission = Submission.objects.get()
    assert submission.state == SubmissionState.IN_REVIEW
    client.force_login(world.ngo_focal)
    page = reverse("consultations:submission", args=[submission.pk])
    assert "Sign off and submit" in client.get(page).content.decode()
    step = reverse("consultations:submission_step", args=[submission.pk, "sign-and-send"])
    assert "Confirm first" in client.post(step, follow=True).content.decode()
    receipt = client.post(step, {"confirmed": "1"}, follow=True).content.decode()
    submission.refresh_from_db()
    assert submission.sha256 in receipt
    again = client.post(step, follow=True).content.decode()
    assert submission.sha256 in again
    assert Submission.objects.get().history.count() == submission.history.count()


def test_a_refused_step_is_told_in_words(client, world, address):
    client.force_login(world.ngo_author)
    client.post(address, {**typed(world, rationale=""), "save": "1"})
    submission = Submission.objects.get()
    step = reverse("consultations:submission_step", args=[submission.pk, "ask"])
    assert "still lacks" in client.post(step, follow=True).content.decode()
    unknown = reverse("consultations:submission_step", args=[submission.pk, "explode"])
    assert client.post(unknown, follow=True).status_code == 404


def test_the_focal_point_returns_the_submission(client, world, address):
    client.force_login(world.ngo_author)
    client.post(address, {**typed(world), "send": "1"})
    submission = Submission.objects.get()
    client.force_login(world.ngo_focal)
    client.post(
        reverse("consultations:submission_step", args=[submission.pk, "return"]),
        {"reason": "Name the article."},
    )
    client.force_login(world.ngo_author)
    assert (
        "Name the article."
        in client.get(reverse("consultations:edit_comment", args=[Comment.objects.get().pk])).content.decode()
    )


def test_a_nil_return_is_asked_once_more_and_receives_a_receipt(client, world):
    client.force_login(world.ngo_focal)
    address = reverse("consultations:nil_return", args=[world.round.pk, world.ngo.pk])
    assert client.get(address).status_code == 200
    assert Submission.objects.count() == 0
    page = client.post(address, follow=True).content.decode()
    assert Submission.objects.get().sha256 in page


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
