"""Two transactions add their links one after the other. Only a real server runs them side by side."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections, transaction
from django.utils import timezone

from amendments.models import ChainHead, ChainLink
from amendments.record import linking, seals
from amendments.record.recorded_kind import RecordedKind

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]

WAITS = 1.0  # seconds that the second one gets while the first has not committed
GROUPS = RecordedKind("group", Group, lambda row: [row.name], "made_at")


def _apart(step):
    """In a thread, which has a connection of its own and commits."""

    def work():
        try:
            return step()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()


def _forget():
    seals.lift(connection)
    ChainLink.objects.all().delete()
    ChainHead.objects.all().delete()
    seals.install(connection)
    Group.objects.filter(name__startswith="racer ").delete()


@pytest.fixture
def groups_are_recorded(monkeypatch) -> Iterator[None]:
    """Instead of law, which could not be taken away again."""
    monkeypatch.setattr(Group, "made_at", timezone.now(), raising=False)
    monkeypatch.setattr(linking, "recorded_kinds", lambda: {"group": GROUPS})
    monkeypatch.setattr(linking, "recorded_models", lambda: frozenset({Group}))
    assert not _apart(ChainLink.objects.exists)
    yield
    _apart(_forget)


def _make(name, linked, may_commit):
    try:
        with transaction.atomic():
            with linking.recording():
                Group.objects.create(name=f"racer {name}")
            linked.set()
            may_commit.wait(WAITS)
    finally:
        connections.close_all()


def test_a_link_waits_for_the_one_before_it(groups_are_recorded):
    first_linked, second_linked, never = Event(), Event(), Event()
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(_make, "one", first_linked, never)
        assert first_linked.wait(10)
        second = threads.submit(_make, "two", second_linked, first_linked)
        assert not second_linked.wait(WAITS / 2), "the second link did not wait for the first transaction"
        first.result()
        second.result()
    one, two = _apart(lambda: list(ChainLink.objects.order_by("number")))
    assert [one.number, two.number] == [1, 2]
    assert two.previous == one.sha256
    assert _apart(lambda: ChainHead.objects.get().sha256) == two.sha256
