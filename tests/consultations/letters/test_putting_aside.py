"""A letter that cannot be written is tried a few times and put aside. It stops no other one."""

from datetime import timedelta

import pytest
from django.db import OperationalError

from amendments.audit.actor import Actor
from consultations.actions.letters_aside.retry_letter import RetryLetter
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.letters.due_letters import write_due
from consultations.letters.putting_aside import MOST_TRIES, pause_after
from consultations.letters.registry import KINDS
from consultations.models import Letter, LetterSettings
from consultations.models.letter import Pace
from portal.users.roles import Role
from tests.factories import law
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db
State = Letter.State
SECRET = "a withheld name"


@pytest.fixture
def extended(world, told):
    """A round that was extended, of which four people are to be told."""
    ExtendRound(world.round, NOW + 30 * DAY, actor=Actor(world.secretary, NOW, reason="Holidays.")).execute()
    return world


@pytest.fixture(params=["readable", "lines"])
def broken(request, extended, monkeypatch):
    """The letter to one of the four cannot be written: asking or wording fails."""
    kind, name = KINDS["extended"], request.param
    sound = getattr(kind, name)

    def fails(first, second):
        letter = first if name == "readable" else second
        if letter.person == extended.ngo_focal:
            raise ValueError(SECRET)
        return sound(first, second)

    monkeypatch.setattr(kind, name, fails)
    return Letter.objects.filter(person=extended.ngo_focal)


def of(person):
    return Letter.objects.filter(person=person)


def test_it_stops_no_other_letter(broken, told):
    assert len(told()) == 3
    letter = broken.get()
    assert (letter.state, letter.attempts) == (State.WAITING, 1)
    assert letter.error.startswith("ValueError: letters/test_putting_aside.py, ")
    assert SECRET not in letter.error


def test_it_is_tried_after_longer_and_longer_pauses_and_then_put_aside(broken, told):
    now, pauses = NOW + timedelta(minutes=1), []
    told(now)
    while letter := broken.filter(state=State.WAITING).first():
        pauses.append(letter.due_at - now)
        assert told(letter.due_at - timedelta(seconds=1)) == []  # not before its time
        now = letter.due_at
        assert told(now) == []
    assert pauses == [pause_after(number) for number in range(1, MOST_TRIES)]
    assert pauses == sorted(pauses)
    assert broken.get().state == State.FAILED


def test_put_aside_it_is_told_once_after_the_repair(extended, told, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(KINDS["extended"], "lines", lambda *_: 1 / 0)
        now = NOW + timedelta(minutes=1)
        for _try in range(MOST_TRIES):
            told(now)
            now += DAY
    assert Letter.objects.filter(state=State.FAILED).count() == 4
    assert told(now + 30 * DAY) == []
    keeper = Actor.now(law.make_user("keeper", Role.ADMINISTRATOR))
    for letter in Letter.objects.all():
        RetryLetter(letter, actor=keeper).execute()
    assert len(told(now)) == 4
    assert told(now + DAY) == []


def test_a_kind_that_is_gone_is_put_aside_and_named(extended, told):
    of(extended.ngo_focal).update(kind="of a removed app")
    assert len(told()) == 3
    assert of(extended.ngo_focal).get().error == "unknown kind"
    assert of(extended.ngo_focal).get().state == State.FAILED


def test_what_is_wrong_with_one_person_stops_nobody_else(extended, told):
    LetterSettings.objects.create(person=extended.ngo_focal, paces={"rounds": "hourly"})
    assert len(told()) == 3
    assert of(extended.ngo_focal).get().attempts == 1


def test_a_broken_letter_is_left_out_of_a_summary(extended, told, monkeypatch):
    own, _ = LetterSettings.objects.get_or_create(person=extended.ngo_focal)
    own.paces = {"rounds": Pace.DAILY.value}
    own.save()
    for second in (1, 2):
        actor = Actor(extended.secretary, NOW + timedelta(seconds=second), reason="More.")
        ExtendRound(extended.round, NOW + (40 + second) * DAY, actor=actor).execute()
    worst = of(extended.ngo_focal).first()
    sound = KINDS["extended"].lines

    def lines(rows, letter):
        if letter.pk == worst.pk:
            raise ValueError(SECRET)
        return sound(rows, letter)

    monkeypatch.setattr(KINDS["extended"], "lines", lines)
    assert "ngo_focal: Summary: 2 messages" in told(NOW + DAY)
    assert of(extended.ngo_focal).filter(state=State.WAITING).get() == worst


def test_a_database_that_is_down_is_no_fault_of_the_letter(extended, monkeypatch):
    def down(*_):
        raise OperationalError("database is locked")

    monkeypatch.setattr(KINDS["extended"], "readable", down)
    with pytest.raises(OperationalError):
        write_due(NOW + DAY)
    assert set(Letter.objects.values_list("state", "attempts")) == {(State.WAITING, 0)}
