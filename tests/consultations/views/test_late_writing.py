"""After the closing time nothing is saved and nothing is lost, and people may ask to be accepted late."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.close_round import CloseRound
from consultations.kept_text import account_proof
from consultations.models import Comment, Submission
from tests.factories import consultation as make
from tests.factories.writing import typed


def test_after_the_closing_time_nothing_is_saved_and_nothing_is_lost(author, world, address):
    author.get(address)
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    answer = author.post(address, {**typed(world), "save": "1"})
    assert answer.status_code == 422
    assert "Words of the author." in answer.content.decode()
    assert not Comment.objects.exists()


def test_after_the_closing_time_the_text_is_kept_for_a_late_acceptance(client, world, address):
    client.force_login(world.ngo_focal)
    account = account_proof(world.ngo_focal)
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


@pytest.fixture
def late_citizen(client, world, address):
    """A person with a draft of an individual view in a round that has closed."""
    make.draft(world.round, world.citizen, None, make.content(rationale="In time."))
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    client.force_login(world.citizen)
    return client


def test_a_person_asks_for_an_individual_view(late_citizen, world, address):
    ask = reverse("consultations:ask_late_oneself", args=[world.round.pk])
    working = Submission.objects.get(person=world.citizen)
    for page in (
        address,
        reverse("consultations:mine"),
        reverse("consultations:submission", args=[working.pk]),
    ):
        assert ask in late_citizen.get(page).content.decode(), page
    late_citizen.post(ask, {"reason": "I was ill."})
    assert world.round.late_acceptances.get().request == "I was ill."


def test_the_secretary_accepts_a_person_without_being_told_who(late_citizen, world, address):
    ask = reverse("consultations:ask_late_oneself", args=[world.round.pk])
    late_citizen.post(ask, {"reason": "I was ill."})
    late_citizen.force_login(world.secretary)
    page = late_citizen.get(reverse("consultations:manage_round", args=[world.round.pk])).content.decode()
    assert "Individual view: I was ill." in page
    assert str(world.citizen) not in page
    accept = reverse("consultations:round_step", args=[world.round.pk, "accept-late"])
    until = make.typed_at(make.NOW + make.DAY)
    data = {"institution": world.round.late_acceptances.get().pk, "until": until, "reason": "Get well."}
    assert late_citizen.post(accept, data).status_code == 302
    late_citizen.force_login(world.citizen)
    late_citizen.post(address, {**typed(world, acting_for="person"), "save": "1"})
    sent = make.send(Submission.objects.get(person=world.citizen), world.citizen)
    assert (sent.late, sent.late_reason, sent.comments.count()) == (True, "Get well.", 2)


def test_who_was_accepted_late_opens_the_round_to_nobody_else(late_citizen, world, address):
    late_citizen.post(reverse("consultations:ask_late_oneself", args=[world.round.pk]), {"reason": "Ill."})
    row, until = world.round.late_acceptances.get(), timezone.now() + make.DAY
    AcceptLate(world.round, row, until, actor=Actor.now(world.secretary, reason="Well.")).execute()
    for person, acting_for in ((world.ngo_focal, str(world.ngo.pk)), (world.stranger_focal, "person")):
        late_citizen.force_login(person)
        answer = late_citizen.post(address, {**typed(world, acting_for=acting_for), "save": "1"})
        assert answer.status_code == 422
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("person", ["secretary", "drafter", "admin", "member"])
def test_who_gives_no_individual_views_is_not_asked(client, world, person):
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    client.force_login(getattr(world, person))
    assert client.get(reverse("consultations:ask_late_oneself", args=[world.round.pk])).status_code == 404


def test_an_author_reads_who_can_ask_that_the_unsent_draft_is_accepted_late(world, client):
    draft = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    CloseRound(world.round, actor=Actor(world.secretary, timezone.now(), reason="All were heard.")).execute()
    page = reverse("consultations:submission", args=[draft.submission.pk])
    words = "The focal point or the head of your institution can ask the secretary"
    client.force_login(world.ngo_author)
    assert words in client.get(page).content.decode()
    client.force_login(world.ngo_focal)
    shown = client.get(page).content.decode()
    assert words not in shown
    assert "Ask to be accepted late" in shown


def test_a_round_that_was_closed_early_names_no_planned_length(world, client):
    page = reverse("consultations:round", args=[world.round.pk])
    assert "calendar days" in client.get(page).content.decode()
    CloseRound(world.round, actor=Actor(world.secretary, timezone.now(), reason="All were heard.")).execute()
    assert "calendar days" not in client.get(page).content.decode()
