"""Fill the index again from what the apps hold."""

from argparse import ArgumentParser
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.errors import UnknownSourceError
from search.indexing import rebuild, settle
from search.sources import source, sources


class Command(BaseCommand):
    help = "Index everything again, or one source; readers see the old index of a source until its new one is done."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sources", nargs="*", help="names of sources; all when none is given")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            chosen = [source(name) for name in options["sources"]] or list(sources().values())
        except UnknownSourceError as error:
            raise CommandError(str(error)) from error
        try:
            for one in chosen:
                count = rebuild(one, partial(self._say, one.name))
                self.stdout.write(self.style.SUCCESS(f"{one.name}: {count} entries indexed."))
        finally:  # a source that fails keeps its old index; those before it have their new one
            settle()

    def _say(self, name: str, done: int) -> None:
        self.stderr.write(f"{name}: {done} …", ending="\r" if self.stderr.isatty() else "\n")
