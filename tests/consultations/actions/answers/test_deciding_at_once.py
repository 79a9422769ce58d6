"""Two people decide an answer at once: the second is told what the first decided. Both commit, in a database of their own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from shutil import copy
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections

from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.errors.of_states import DecidedMeanwhile
from consultations.models import Comment, Disposition
from consultations.rules.answer_kinds import Answer
from tests.factories import consultation as make

RACES = "races_of_deciding"


def in_database(name: str, step: Callable[[], Any]) -> Any:
    """Carry out a step in a thread, on a connection of its own to this database."""

    def work() -> Any:
        own = connections["default"]
        own.settings_dict = {**own.settings_dict, "NAME": name}
        try:
            return step()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()


def on_server(statement: str) -> None:
    def work() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    in_database("postgres", work)


@pytest.fixture
def apart(world, shelf, tmp_path) -> Iterator[str]:
    """The name of a copy of the world's database, in which rows may be committed."""
    if connection.vendor == "sqlite":
        yield str(copy(shelf.kept("consultations"), tmp_path))
        return
    kept = connection.settings_dict["NAME"].rsplit("_", 1)[0]  # nobody is connected to what workers copy
    on_server(f"DROP DATABASE IF EXISTS {RACES}")
    on_server(f"CREATE DATABASE {RACES} TEMPLATE {kept}")
    yield RACES
    on_server(f"DROP DATABASE {RACES}")


def _proposed(world) -> Comment:
    said = make.content(make.chosen(world.draft, "2.1"))
    comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(comment.submission, world.ngo_focal)
    actor = Actor.now(world.secretary, reason="Because.")
    ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=actor).execute()
    return Comment.objects.get(pk=comment.pk)


def _decide(comment: Comment, person: Any, place: str, together: Barrier) -> str:
    action = DecideDisposition(comment, actor=Actor.now(person), decided_in=place, revision=1)
    together.wait(10)
    try:
        return f"decided in {action.execute().decided_in}"
    except DecidedMeanwhile as refusal:
        return str(refusal)


def _decide_at_once(database: str, comment: Comment, places: dict[str, Any]) -> dict[str, str]:
    """What each of them is told."""
    together = Barrier(len(places))

    def decide(place: str) -> str:
        return in_database(database, lambda: _decide(comment, places[place], place, together))

    with ThreadPoolExecutor(len(places)) as threads:
        return dict(zip(places, threads.map(decide, places), strict=True))


@pytest.mark.parametrize("number", range(3))
def test_the_second_of_two_who_decide_at_once_is_told_what_the_first_decided(world, apart, number):
    comment = in_database(apart, lambda: _proposed(world))
    people = {"meeting 3": world.secretary, "letter 7": world.chair}
    told = _decide_at_once(apart, comment, people)
    row = in_database(apart, lambda: Disposition.objects.get(comment=comment))
    [lost] = set(people) - {row.decided_in}
    first = people[row.decided_in]
    assert told == {
        row.decided_in: f"decided in {row.decided_in}",
        lost: f"{first} has decided this answer already: “Not accepted” ({row.decided_in}). "
        "Your decision is not recorded.",
    }
    assert (row.decided_by_id, row.revision) == (first.pk, 2)
