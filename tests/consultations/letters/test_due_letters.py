"""Letters are written once, with the rights, language and preferences of the moment."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import override

from amendments.audit.actor import Actor
from amendments.mailing.delivery import deliver
from amendments.models import OutgoingMail
from consultations.actions.institutions.end_membership import EndMembership
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.letters import due_letters
from consultations.letters.due_letters import write_due
from consultations.letters.pacing import next_digest
from consultations.letters.stopping import stop_address
from consultations.models import Letter, LetterSettings
from consultations.models.letter import LetterGroup, Pace
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db
State = Letter.State


@pytest.fixture
def extended(world, told):
    """A round that was extended, of which four people are to be told."""
    ExtendRound(world.round, NOW + 30 * DAY, actor=Actor(world.secretary, NOW, reason="Holidays.")).execute()
    return world


def choose(person, **paces):
    own, _ = LetterSettings.objects.get_or_create(person=person)
    own.paces = {name: pace.value for name, pace in paces.items()}
    own.save()


def test_mails_speak_the_language_of_the_reader(extended, told):
    LetterSettings.objects.create(person=extended.ngo_focal, language="az")
    assert len(told()) == 4
    bodies = {message.to[0]: message.body for message in mail.outbox}
    assert "Holidays." in bodies[extended.ngo_focal.email]
    assert "Reason" not in bodies[extended.ngo_focal.email]
    assert "Reason: Holidays." in bodies[extended.ngo_author.email]


def test_the_language_of_the_sign_in_is_remembered_until_one_is_chosen(world, client):
    with override("ru"):
        client.force_login(world.ngo_focal)
    assert LetterSettings.objects.get().language == "ru"
    with override("az"):
        client.force_login(world.ngo_focal)
    assert LetterSettings.objects.get().language == "ru"


def test_who_wants_none_gets_none(extended, told):
    choose(extended.ngo_focal, rounds=Pace.OFF)
    assert not any(line.startswith("ngo_focal") for line in told())
    assert Letter.objects.get(person=extended.ngo_focal).state == State.UNWANTED


def test_a_summary_goes_in_the_morning_and_tells_all_at_once(extended, told):
    choose(extended.ngo_focal, rounds=Pace.DAILY)
    ExtendRound(
        extended.round,
        NOW + 40 * DAY,
        actor=Actor(extended.secretary, NOW + timedelta(seconds=1), reason="More."),
    ).execute()
    assert not any(line.startswith("ngo_focal") for line in told(NOW + timedelta(seconds=2)))
    assert told(NOW + DAY) == ["ngo_focal: Summary: 2 messages"]
    assert mail.outbox[0].body.count("More time, until") == 2


def test_a_summary_tells_the_steps_of_a_round_in_their_order_with_the_end_that_each_announced(extended, told):
    """The round was extended, closed early, and opened again for longer."""
    choose(extended.ngo_focal, rounds=Pace.DAILY)
    before, after = (date_format(localtime(NOW + days * DAY)) for days in (30, 50))
    steps = (
        (CloseRound, ()),
        (ReopenRound, (NOW + 50 * DAY,)),
    )
    for second, (step, given) in enumerate(steps, 1):
        actor = Actor(extended.secretary, NOW + timedelta(seconds=second), reason="Asked for.")
        step(extended.round, *given, actor=actor).execute()
    told(NOW + timedelta(seconds=9))
    told(NOW + DAY)
    body = mail.outbox[0].body
    places = [
        body.index(words)
        for words in (f"More time, until {before}", "Round closed early", f"Open again until {after}")
    ]
    assert places == sorted(places)
    assert body.count("* * *") == 2  # between the three, and not after the last


@pytest.mark.parametrize(
    ("at", "pace", "due"),
    [
        ((2026, 11, 26, 3), Pace.DAILY, (2026, 11, 26, 4)),  # 07:00 in Baku
        ((2026, 11, 26, 5), Pace.DAILY, (2026, 11, 27, 4)),
        ((2026, 11, 26, 5), Pace.WEEKLY, (2026, 11, 30, 4)),
        ((2026, 11, 30, 3), Pace.WEEKLY, (2026, 11, 30, 4)),
    ],
)
def test_summaries_go_at_eight_in_the_country(at, pace, due):
    assert next_digest(datetime(*at, tzinfo=UTC), pace) == datetime(*due, tzinfo=UTC)


def test_an_account_without_an_address_gets_none(extended, told):
    extended.ngo_focal.email = ""
    extended.ngo_focal.save()
    assert len(told()) == 3


def test_two_workers_write_a_letter_once(extended, told, monkeypatch):
    stale = list(due_letters._waiting(NOW + DAY))
    assert len(told()) == 4
    monkeypatch.setattr(due_letters, "_waiting", lambda now: Letter.objects.none())
    mail.outbox.clear()
    for letter in stale:
        due_letters._write_to(letter.person, [letter], NOW + DAY)
    assert mail.outbox == []


class TestOutbox:
    """Through the outbox: letter and mail are one transaction, and the right is asked once more."""

    @pytest.fixture(autouse=True)
    def _outbox(self, settings):
        settings.EMAIL_BACKEND = "amendments.mailing.backend.Outbox"

    def test_a_letter_names_its_mail(self, extended):
        assert write_due(NOW + DAY) == 4
        assert set(Letter.objects.values_list("message_id", flat=True)) == set(
            OutgoingMail.objects.values_list("message_id", flat=True)
        )
        assert set(OutgoingMail.objects.values_list("kind", flat=True)) == {"extended"}

    def test_a_right_that_is_lost_while_the_mail_waits_stops_it(self, extended):
        write_due(NOW + DAY)
        actor = Actor.now(extended.secretary)
        EndMembership(extended.ngo_focal.memberships.get(), (NOW - DAY).date(), actor=actor).execute()
        assert deliver() == 3
        assert extended.ngo_focal.email not in {message.to[0] for message in mail.outbox}
        assert Letter.objects.get(person=extended.ngo_focal, kind="extended").state == State.DROPPED

    def test_a_worker_that_is_cut_off_between_the_two_leaves_the_letter(self, extended, monkeypatch):
        def cut(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr("amendments.mailing.backend.Outbox.send_messages", cut)
        with pytest.raises(KeyboardInterrupt):
            write_due(NOW + DAY)
        assert not Letter.objects.exclude(state=State.WAITING).exists()


def test_one_click_stops_a_group_without_signing_in(extended, told, client):
    address = stop_address(extended.ngo_focal, LetterGroup.ROUNDS)
    assert "Stop these mails" in client.get(address).content.decode()
    assert not LetterSettings.objects.exists()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert LetterSettings.objects.get().paces == {"rounds": "off"}
    assert len(told()) == 3


def test_a_summary_is_stopped_as_a_whole(extended, client):
    client.post(stop_address(extended.ngo_focal, ""))
    assert set(LetterSettings.objects.get().paces.values()) == {"off"}


@pytest.mark.parametrize("signed", ["1:rounds", "1:rounds:abc", "x"])
def test_an_address_that_was_not_made_here_stops_nothing(client, signed):
    assert client.post(reverse("consultations:stop_letters", args=[signed])).status_code == 404


def test_a_person_chooses_on_a_page(extended, client):
    client.force_login(extended.ngo_focal)
    address = reverse("consultations:letters")
    assert "once a week" in client.get(address).content.decode()
    given = dict.fromkeys(LetterGroup.values, "weekly") | {"language": "az"}
    assert client.post(address, given).status_code == 302
    own = LetterSettings.objects.get()
    assert (own.language, own.paces["work"]) == ("az", "weekly")
