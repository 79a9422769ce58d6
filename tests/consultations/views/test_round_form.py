"""The form in which the secretary announces a round."""

from datetime import timedelta

import pytest
from django.urls import reverse

from amendments.models import Amendment
from amendments.states import State
from consultations.models import Round
from tests.factories import consultation as make, law


@pytest.fixture
def consulted(world):
    """The amendment is at its consultation."""
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)


def opening(world, **more):
    """What the secretary typed so far."""
    return {
        "audience": "public",
        "form": "written",
        "opens": make.typed_at(make.NOW + make.DAY),
        "closes": make.typed_at(make.NOW + timedelta(days=14)),
        "day_kind": "calendar",
        "questions": "Is 2.1 clear?",
        **more,
    }


def test_times_that_cannot_be_are_refused_beside_their_fields(secretary, world, consulted):
    address = reverse("consultations:open_round", args=[world.draft.pk])
    count = Round.objects.count()
    for typed, field, words in (
        ({"opens": "1999-01-01T09:00"}, "opens", "A round opens today at the earliest."),
        ({"closes": make.typed_at(make.NOW - make.DAY)}, "closes", "This moment is past."),
        (
            {"opens": make.typed_at(make.NOW + 20 * make.DAY)},
            "closes",
            "The round would close before it opens.",
        ),
    ):
        page = secretary.post(address, opening(world, **typed))
        assert page.status_code == 422
        assert words in " ".join(page.context["form"].errors[field]), typed
    assert Round.objects.count() == count


def test_a_round_for_those_who_are_invited_needs_one(secretary, world, consulted):
    address = reverse("consultations:open_round", args=[world.draft.pk])
    page = secretary.post(address, opening(world, audience="invited"))
    assert page.status_code == 422
    assert page.context["form"].errors["invited"] == [
        "Choose an institution. Only those that are invited can take part."
    ]
    assert (
        secretary.post(address, opening(world, audience="invited", invited=[world.ngo.pk])).status_code == 302
    )


def test_the_form_offers_the_audiences_of_the_release_and_the_widest_is_chosen(secretary, world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    for audience in ("invited", "committee"):
        law.release(draft, audience, world.drafter, world.secretary)
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)
    address = reverse("consultations:open_round", args=[draft.pk])
    form = secretary.get(address).context["form"]
    assert [value for value, _label in form.fields["audience"].choices] == ["invited", "committee"]
    assert form["audience"].value() == "committee"
    assert secretary.post(address, opening(world)).status_code == 422
    assert not Round.objects.filter(draft=draft).exists()


def test_institutions_stand_by_kind_and_are_found_by_name_without_losing_what_was_typed(
    secretary, world, consulted
):
    address = reverse("consultations:open_round", args=[world.draft.pk])
    form = secretary.get(address).context["form"]
    assert [(fold.name, len(fold.boxes)) for fold in form.institution_folds] == [
        ("State service, committee or inspectorate", 1),
        ("Non-governmental organisation", 2),
    ]
    typed = opening(world, invited=[str(world.body.pk)], sought="harbour", look="1")
    page = secretary.post(address, typed)
    words = page.content.decode()
    assert page.status_code == 200
    assert _seen(page) == ["Border Service", "Harbour Legal Aid"]  # the first is ticked
    assert "Rowing" in words  # hidden, so that other words find it in the page
    assert "Is 2.1 clear?" in words
    assert "Check what you entered" not in words


def _seen(page):
    boxes = [box for fold in page.context["form"].institution_folds for box in fold.boxes if box.is_shown]
    return sorted(str(box.widget.choice_label) for box in boxes)


def test_institutions_can_still_be_found_after_an_error(secretary, world, consulted):
    """A search that was typed before narrows what is shown, and takes nothing out of the page."""
    address = reverse("consultations:open_round", args=[world.draft.pk])
    page = secretary.post(address, opening(world, sought="harbour", opens=""))
    assert page.status_code == 422
    assert _seen(page) == ["Harbour Legal Aid"]
    for name in ("Rowing Club", "Border Service"):
        assert name in page.content.decode()


@pytest.mark.parametrize(("choose", "ticked"), [("last", {"ngo", "body"}), ("seats", {"body"})])
def test_many_institutions_are_ticked_at_once(secretary, world, consulted, choose, ticked):
    address = reverse("consultations:open_round", args=[world.draft.pk])
    page = secretary.post(address, opening(world, choose=choose, opens=""))
    chosen = {
        str(box.widget.data["value"])
        for fold in page.context["form"].institution_folds
        for box in fold.boxes
        if box.widget.data["selected"]
    }
    assert chosen == {str(getattr(world, name).pk) for name in ticked}


def test_the_mails_of_a_new_round_are_shown_before_it_is_announced(secretary, world, consulted):
    address = reverse("consultations:open_round", args=[world.draft.pk])
    data = {
        "audience": "public",
        "form": "written",
        "opens": make.typed_at(make.NOW + timedelta(days=2)),
        "closes": make.typed_at(make.NOW + timedelta(days=14)),
        "day_kind": "calendar",
        "invited": [str(world.stranger.pk)],
    }
    rounds = Round.objects.count()
    page = secretary.post(address, data | {"rehearse": "1"}).content.decode()
    assert "Invitation to comment" in page
    assert "Rowing Club is invited" in page
    assert Round.objects.count() == rounds


def test_of_a_draft_for_the_committee_only_its_institutions_are_offered(secretary, world, consulted):
    """Those invited last time too: another institution could not read what it is asked about."""
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "committee", world.drafter, world.secretary)
    address = reverse("consultations:open_round", args=[draft.pk])
    page = secretary.get(address)
    assert set(page.context["form"].fields["invited"].queryset) == {world.body}
    assert page.context["last_time"] == 1  # of two
    count = Round.objects.count()
    refused = secretary.post(address, opening(world, audience="committee", invited=[world.ngo.pk]))
    assert refused.context["form"].errors.keys() == {"invited"}
    assert Round.objects.count() == count
    law.release(draft, "public", world.drafter, world.secretary)
    assert world.ngo in secretary.get(address).context["form"].fields["invited"].queryset
