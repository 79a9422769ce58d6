"""A process that writes: `python -m tests.search.elastic.writing NAME COUNT PAUSE`, a line of output for every hundred.

Adds, changes, deletes and moves between audiences, several in one transaction, some rolled back; as an app does. On
SIGTERM it ends its transaction and then itself. PAUSE: seconds between two transactions.
"""

import random
import signal
import sys
import threading

import django

ROWS = 900  # that are written again and again


class Undone(Exception):
    """The transaction is rolled back."""


class Desk:
    """A source whose rows are kept in memory: the database has what was indexed."""

    label = "Letters"
    statuses: dict[str, str] = {}

    def __init__(self, name):
        self.name = name
        self.rows = {}

    def entries(self, ids):
        for key in ids if ids is not None else list(self.rows):
            yield from self.rows.get(key, ())

    def visible_to(self, user, ids):
        return set(ids)


def letters(rng, key, number):
    """What a row says now: one entry or two, of any audience."""
    from search.sources import Entry, Text

    audience = rng.choice(
        (frozenset({"public"}), frozenset({"org:7"}), frozenset({"org:7", "role:secretary"}))
    )
    return [
        Entry(
            id=f"{key}.{part}",
            object_id=key,
            url=f"/{key}/",
            texts=(Text("en", f"Letter {key}", f"permit wording {number}"),),
            audience=audience,
        )
        for part in range(rng.choice((1, 1, 2)))
    ]


def write(desk, count, pause, stopped):
    """So many changes of rows, or until it is stopped."""
    from django.db import transaction

    rng = random.Random(desk.name)  # noqa: S311 - no secret
    done = 0
    while done < count and not stopped.wait(pause):
        before = dict(desk.rows)
        some = rng.randrange(1, 6)
        try:
            with transaction.atomic():
                for key in {str(rng.randrange(ROWS)) for _ in range(some)}:
                    change(desk, rng, key, done)
                    done += 1
                if rng.random() < 0.05:
                    raise Undone
        except Undone:
            desk.rows = before
        if done // 100 > (done - some) // 100:
            print(done, flush=True)


def change(desk, rng, key, number):
    """One row is written or deleted."""
    from search import sources

    if rng.random() < 0.2:
        desk.rows.pop(key, None)
        sources.remove(desk.name, [key])
    else:
        desk.rows[key] = letters(rng, key, number)
        sources.refresh(desk.name, [key])


if __name__ == "__main__":
    django.setup()
    from search import sources

    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    desk = Desk(sys.argv[1])
    sources.register(desk)
    write(desk, int(sys.argv[2]), float(sys.argv[3]), stopped)
