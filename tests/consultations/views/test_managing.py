"""The secretary's desk."""

from datetime import timedelta

import pytest
from django.urls import reverse

from amendments.models import Amendment
from amendments.states import State
from consultations.models import Letter, Round, Seat
from tests.factories import consultation as make, law


def test_a_round_is_opened_on_a_released_draft(secretary, world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "committee", world.drafter, world.secretary)
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)
    address = reverse("consultations:open_round", args=[second.pk])
    assert address in secretary.get(reverse("consultations:manage")).content.decode()
    data = {
        "audience": "committee",
        "form": "written",
        "opens": make.typed_at(make.NOW),
        "closes": make.typed_at(make.NOW + timedelta(days=14)),
        "day_kind": "calendar",
        "invited": [str(world.body.pk)],
    }
    bad = secretary.post(address, {**data, "closes": make.typed_at(make.NOW - timedelta(days=1))})
    assert bad.status_code == 422
    secretary.post(address, data)
    round_ = Round.objects.get(draft=second)
    assert (round_.days, round_.closes.second) == (14, 59)
    assert [i.institution for i in round_.invitations.all()] == [world.body]


@pytest.mark.parametrize(
    ("state", "offers"), [(State.CONSULTATION, True), (State.DRAFTING, True), (State.IN_FORCE, False)]
)
def test_a_round_is_offered_as_long_as_a_comment_could_change_something(secretary, world, state, offers):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "committee", world.drafter, world.secretary)
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    page = secretary.get(reverse("consultations:manage")).content.decode()
    for draft in (world.draft, second):
        assert (reverse("consultations:open_round", args=[draft.pk]) in page) == offers
    assert ("waits for a round" in page) != offers


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.CONCEPT, "Its drafters begin drafting first."),
        (State.DRAFTING, "the amendment is at the state “Drafting (working version)”. First send it"),
        (State.LEGAL_CHECK, "the amendment is at the state “Legal service check”. First send it"),
        (State.WITHDRAWN, "the amendment is at the state “Withdrawn”"),
        (State.REJECTED, "the amendment is at the state “Rejected”"),
        (State.IN_FORCE, "the amendment is at the state “In force (consolidated)”"),
    ],
)
def test_no_round_is_opened_before_the_consultation_or_after_the_end(secretary, world, state, words):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    address = reverse("consultations:open_round", args=[world.draft.pk])
    page = secretary.get(address).content.decode()
    assert words in page
    assert "Announce the round" not in page
    count = Round.objects.count()
    data = {
        "audience": "public",
        "form": "written",
        "opens": make.typed_at(make.NOW),
        "closes": make.typed_at(make.NOW + timedelta(days=14)),
        "day_kind": "calendar",
    }
    assert secretary.post(address, data).status_code == 422
    assert Round.objects.count() == count


@pytest.mark.parametrize(
    ("state", "offers"), [(State.LEGAL_CHECK, True), (State.DRAFTING, True), (State.CONSULTATION, False)]
)
def test_the_step_into_the_consultation_is_offered_where_the_round_is_opened(secretary, world, state, offers):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    page = secretary.get(reverse("consultations:open_round", args=[world.draft.pk])).content.decode()
    step = reverse("amendments:change_state", args=[world.amendment.pk, "consultation"])
    assert (step in page) == offers
    assert ("No round can be opened yet" in page) == offers
    assert ("Announce the round" in page) != offers


@pytest.mark.parametrize(
    ("name", "data", "check"),
    [
        (
            "extend",
            {"closes": 30, "reason": "Many asked."},
            lambda r: r.closes > make.NOW + timedelta(days=29),
        ),
        ("close", {"reason": "Enough."}, lambda r: r.closed_at is not None),
        ("cancel", {"reason": "A new draft comes."}, lambda r: r.cancelled_at is not None),
        ("invite", {"institutions": "stranger"}, lambda r: r.invitations.count() == 3),
    ],
)
def test_each_step_of_a_round(secretary, world, name, data, check):
    address = reverse("consultations:round_step", args=[world.round.pk, name])
    assert secretary.post(address, {}).status_code == 422
    if "closes" in data:
        data = {**data, "closes": make.typed_at(make.NOW + timedelta(days=data["closes"]))}
    if "institutions" in data:
        data = {"institutions": [str(world.stranger.pk)]}
    secretary.post(address, data)
    world.round.refresh_from_db()
    assert check(world.round)


def test_late_and_reopened(secretary, world):
    past = make.open_round(
        world.draft, world.secretary, world.ngo, opens=make.NOW - 20 * make.DAY, closes=make.NOW - make.DAY
    )
    page = secretary.get(reverse("consultations:manage_round", args=[past.pk])).content.decode()
    assert "1 invited institution has not answered" in page
    late = reverse("consultations:round_step", args=[past.pk, "accept-late"])
    until = make.typed_at(make.NOW + make.DAY)
    secretary.post(late, {"institution": world.ngo.pk, "until": until, "reason": "The post was slow."})
    assert past.late_acceptances.get().reason == "The post was slow."
    reopen = reverse("consultations:round_step", args=[past.pk, "reopen"])
    secretary.post(reopen, {"closes": until, "reason": "An error in the draft."})
    past.refresh_from_db()
    assert past.closes > make.NOW


def test_who_has_not_answered_is_seen_without_the_texts_of_drafts(secretary, world):
    make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale="Secret draft."))
    page = secretary.get(world.round.url).content.decode()
    assert "draft saved" in page
    assert "nothing yet" in page
    assert "Secret draft." not in page


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "This moment is past."), (19, "an extension must close later")]
)
def test_an_extension_that_cannot_be_is_refused_beside_its_field(secretary, world, days, words):
    address = reverse("consultations:round_step", args=[world.round.pk, "extend"])
    page = secretary.post(
        address, {"closes": make.typed_at(make.NOW + days * make.DAY), "reason": "Many asked."}
    )
    assert page.status_code == 422
    assert words in " ".join(page.context["form"].errors["closes"])


def test_nobody_is_accepted_late_until_a_moment_that_is_past(secretary, world):
    past = make.open_round(
        world.draft, world.secretary, world.ngo, opens=make.NOW - 20 * make.DAY, closes=make.NOW - make.DAY
    )
    address = reverse("consultations:round_step", args=[past.pk, "accept-late"])
    data = {
        "institution": world.ngo.pk,
        "until": make.typed_at(make.NOW - make.DAY),
        "reason": "The post was slow.",
    }
    page = secretary.post(address, data)
    assert "This moment is past." in " ".join(page.context["form"].errors["until"])


def test_a_corrected_audience_keeps_an_invitation_whose_body_lost_its_seat(secretary, world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "committee", world.drafter, world.secretary)
    planned = make.open_round(
        draft, world.secretary, world.body, audience="committee", opens=make.NOW + make.DAY
    )
    Seat.objects.filter(institution=world.body).update(end=(make.NOW - 2 * make.DAY).date())
    make.seat(world.secretary, world.ngo)
    address = reverse("consultations:round_step", args=[planned.pk, "audience"])
    boxes = secretary.get(address).context["form"]["invited"].subwidgets
    ticked = [str(box.data["value"]) for box in boxes if box.data["selected"]]
    assert ticked == [str(world.body.pk)]
    secretary.post(
        address, {"audience": "committee", "invited": [*ticked, str(world.ngo.pk)], "reason": "A slip."}
    )
    assert {row.institution for row in planned.invitations.all()} == {world.body, world.ngo}


def test_the_audience_is_corrected_on_its_page_and_the_correction_undone(secretary, world):
    planned = make.open_round(world.draft, world.secretary, world.ngo, opens=make.NOW + make.DAY)
    desk = reverse("consultations:manage_round", args=[planned.pk])
    address = reverse("consultations:round_step", args=[planned.pk, "audience"])
    assert f'href="{address}"' in secretary.get(desk).content.decode()
    assert secretary.post(address, {"audience": "committee"}).status_code == 422
    secretary.post(address, {"audience": "committee", "invited": [str(world.body.pk)], "reason": "A slip."})
    planned.refresh_from_db()
    assert planned.audience == "committee"
    undo = reverse("consultations:round_step", args=[planned.pk, "undo-audience"])
    assert f'action="{undo}"' in secretary.get(desk).content.decode()
    secretary.post(undo, {"reason": "It was right."})
    planned.refresh_from_db()
    assert (planned.audience, [row.institution for row in planned.invitations.all()]) == (
        "public",
        [world.ngo],
    )
    assert "Audience corrected" in secretary.get(planned.url).content.decode()


def test_an_open_round_offers_no_correction(secretary, world):
    page = secretary.get(reverse("consultations:manage_round", args=[world.round.pk])).content.decode()
    assert "Correct who may take part" not in page


def test_the_mails_of_a_step_are_shown_before_it_is_taken(secretary, world):
    address = reverse("consultations:round_step", args=[world.round.pk, "extend"])
    data = {"closes": make.typed_at(make.NOW + timedelta(days=30)), "reason": "Many asked."}
    answer = secretary.post(address, data | {"rehearse": "1"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "To 4 people" in page
    assert "More time, until" in page
    assert "Reason: Many asked." in page
    assert "tarixinədək uzadılıb" in page
    assert "Many asked." in page.split("<form")[-1]  # what was typed stays in the form
    assert not Letter.objects.filter(kind="extended").exists()
    world.round.refresh_from_db()
    assert world.round.closes < make.NOW + timedelta(days=29)


def test_silent_institutions_are_reminded_by_hand(secretary, world):
    address = reverse("consultations:round_step", args=[world.round.pk, "remind"])
    page = secretary.post(address, {"rehearse": "1"}).content.decode()
    assert "To 2 people" in page
    assert not Letter.objects.filter(kind="silent_reminded").exists()
    secretary.post(address, {"remind": "1"})
    assert Letter.objects.filter(kind="silent_reminded").count() == 2


def test_the_desk_of_the_round_offers_the_steps_of_its_amendment(secretary, world):
    desk = reverse("consultations:manage_round", args=[world.round.pk])
    step = reverse("amendments:change_state", args=[world.amendment.pk, "consultation"])
    assert f'{step}?next={desk}"' in secretary.get(desk).content.decode()
    answer = secretary.post(step, {"reason": "The bodies are invited.", "next": desk}, follow=True)
    assert answer.redirect_chain[0][0] == desk
    assert "Take back the last step: Open for consultation" in answer.content.decode()


def test_everything_that_a_body_sent_stands_in_its_row(secretary, world):
    """Also when it sent comments twice, each time under a number of its own."""
    numbers = []
    for words in ("Too much.", "Too little."):
        row = make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale=words))
        numbers.append(make.send(row.submission, world.ngo_focal).reference)
    answer = secretary.get(reverse("consultations:manage_round", args=[world.round.pk]))
    page = " ".join(answer.content.decode().split())
    rows = world.round.submissions.in_bulk(field_name="reference")
    for number in numbers:
        url = reverse("consultations:submission", args=[rows[number].pk])
        assert f'<a class="in-text" href="{url}">{number}</a> <span' in page  # underlined beside words
