"""Deliver what changed to the search server, until it is stopped."""

import logging
import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.backends.store import Store, store
from search.delivery import BATCH, deliver
from search.errors import EngineDownError, NoServerError

logger = logging.getLogger(__name__)

_PAUSE = 1.0  # seconds before an empty outbox is read again
_LONGEST_PAUSE = 30.0  # between two tries to reach a server


class Command(BaseCommand):
    help = "Deliver changes to the search server; one is enough, several do no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="stop when the outbox is empty, or the server is down"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            server = store()
        except NoServerError as told:  # the embedded engine is a choice too, and needs no worker
            self.stdout.write(str(told))
            return
        if options["once"]:
            self._drain(server)
        else:
            self._run(server)

    def _drain(self, server: Store) -> None:
        delivered = 0
        try:
            while taken := deliver(server):
                delivered += taken
        except EngineDownError as error:
            raise CommandError(f"The server does not answer: {error}") from error
        self.stdout.write(self.style.SUCCESS(f"{delivered} changes delivered."))

    def _run(self, server: Store) -> None:
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        failures = 0
        while not stopped.is_set():
            try:
                taken = deliver(server)
            except EngineDownError as error:
                failures += 1
                logger.warning("The search server does not answer, changes wait for it: %s", error)
                stopped.wait(min(2.0**failures, _LONGEST_PAUSE))
                continue
            failures = 0
            if taken < BATCH:
                stopped.wait(_PAUSE)
