"""`manage.py metrics`: the state of the site in numbers, for Prometheus or another program that raises alarms."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.home.health.measures import measures, written


class Command(BaseCommand):
    """Writes to a file as a whole or not at all, so that nobody reads half of it."""

    help = "Write the state of the site in numbers, in the text format of Prometheus."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--into", metavar="FILE", help="a file that is replaced; without it, the output")

    def handle(self, *args: Any, **options: Any) -> None:
        text = written(measures(timezone.now()))
        if not options["into"]:
            self.stdout.write(text, ending="")
            return
        path = Path(options["into"])
        new = path.with_name(f".{path.name}.new")
        new.write_text(text, encoding="utf-8")
        new.replace(path)
