"""The secretary's desk."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from consultations.models import Round
from tests.factories import consultation as make, law


@pytest.fixture
def secretary(client, world):
    client.force_login(world.secretary)
    return client


def local(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def test_a_round_is_opened_on_a_released_draft(secretary, world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "committee", world.drafter, world.secretary)
    address = reverse("consultations:open_round", args=[second.pk])
    assert address in secretary.get(reverse("consultations:manage")).content.decode()
    data = {
        "audience": "committee",
        "form": "written",
        "opens": local(make.NOW),
        "closes": local(make.NOW + timedelta(days=14)),
        "day_kind": "calendar",
        "invited": [str(world.ngo.pk)],
    }
    bad = secretary.post(address, {**data, "closes": local(make.NOW - timedelta(days=1))})
    assert bad.status_code == 422
    secretary.post(address, data)
    round_ = Round.objects.get(draft=second)
    assert (round_.days, round_.closes.second) == (14, 59)
    assert [i.institution for i in round_.invitations.all()] == [world.ngo]


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
        data = {**data, "closes": local(make.NOW + timedelta(days=data["closes"]))}
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
    until = local(make.NOW + make.DAY)
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
