"""Rebuild the index on the search server while readers go on searching."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.backends.store import store
from search.errors import SearchError
from search.reindexing import abandon, go_back, reindex


class Command(BaseCommand):
    help = "Fill a new index on the search server while the old one is searched, compare it, and switch."

    def add_arguments(self, parser: ArgumentParser) -> None:
        other = parser.add_mutually_exclusive_group()
        other.add_argument(
            "--back", action="store_true", help="bring the index before up to date and go back to it"
        )
        other.add_argument("--abandon", action="store_true", help="drop what an earlier run left unfinished")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._run(options)
        except SearchError as error:
            raise CommandError(str(error)) from error

    def _run(self, options: dict[str, Any]) -> None:
        if options["abandon"]:
            self.stdout.write(f"{abandon(store())} unfinished indexes dropped.")
            return
        found = (go_back if options["back"] else reindex)(store(), self._say)
        self.stdout.write(
            self.style.SUCCESS(
                f"{found.entries} entries are searched on the server; {found.repaired} were written twice."
            )
        )

    def _say(self, what: str, done: int) -> None:
        self.stderr.write(f"{done} {what} …", ending="\r" if self.stderr.isatty() else "\n")
