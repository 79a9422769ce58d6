"""The grid of who was told what, and the rehearsal of a step."""

import pytest
from django.urls import reverse

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.mailing.delivery import deliver
from amendments.models import Amendment, OutgoingMail
from amendments.states import State
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.errors import BadPeriod
from consultations.letters.due_letters import write_due
from consultations.letters.rehearsal import rehearse
from consultations.models import Letter, Round
from consultations.queries.rounds.told import told_grid
from consultations.values import RoundAudience
from tests.factories import consultation as make
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db


def extend(world):
    actor = Actor(world.secretary, NOW, reason="Holidays.")
    ExtendRound(world.round, NOW + 30 * DAY, actor=actor).execute()


def test_the_secretary_sees_who_was_told_what_and_what_was_not_delivered(world, told, client, settings):
    settings.EMAIL_BACKEND = "amendments.mailing.backend.Outbox"
    extend(world)
    (ngo,) = [line for line in told_grid(world.round).lines if line.institution == world.ngo]
    assert [(cell.sent, cell.waiting) for cell in ngo.cells] == [(0, 2)]
    write_due(NOW + DAY)
    OutgoingMail.objects.filter(recipients=world.ngo_focal.email).update(state=OutgoingMail.State.FAILED)
    deliver()
    (ngo,) = [line for line in told_grid(world.round).lines if line.institution == world.ngo]
    assert [(cell.sent, cell.undelivered) for cell in ngo.cells] == [(1, 1)]
    client.force_login(world.secretary)
    page = client.get(reverse("consultations:told", args=[world.round.pk])).content.decode()
    assert "Round extended" in page
    assert "not delivered" in page
    assert world.ngo_focal.name not in page


def test_answers_and_receipts_are_not_in_it(world, told):
    make.send(
        make.draft(world.round, world.ngo_author, world.ngo, make.content()).submission, world.ngo_focal
    )
    assert Letter.objects.filter(kind="received").exists()
    assert told_grid(world.round).lines == []


def test_the_page_costs_a_fixed_number_of_queries(world, told, client, django_assert_max_num_queries):
    extend(world)
    client.force_login(world.secretary)
    address = reverse("consultations:told", args=[world.round.pk])
    client.get(address)
    with django_assert_max_num_queries(20):
        client.get(address)


def test_a_rehearsal_shows_the_mails_in_every_language_and_takes_no_step(world, told):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)
    plan = RoundPlan(NOW + DAY, NOW + 25 * DAY, RoundAudience.PUBLIC, invited=(world.ngo, world.stranger))
    rounds = Round.objects.count()
    found = rehearse(OpenRound(world.draft, plan, actor=Actor(world.secretary, NOW)))
    assert [(mail.label, mail.people, mail.institutions) for mail in found] == [
        ("Invited", 2, 2), ("Round opened", 3, 2)
    ]  # fmt: skip
    assert [text.language for text in found[0].texts] == ["az", "en", "ru"]
    assert found[0].texts[1].subject == f"Invitation to comment: {world.amendment.title}"
    assert "is invited to comment" in found[0].texts[1].lines[0]
    assert (Round.objects.count(), Letter.objects.count()) == (rounds, 0)


def test_a_rehearsal_refuses_what_the_step_refuses(world):
    actor = Actor(world.secretary, NOW, reason="Because.")
    action: BaseAction = ExtendRound(world.round, NOW - DAY, actor=actor)
    with pytest.raises(BadPeriod):
        rehearse(action)
