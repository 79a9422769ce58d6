"""`manage.py doctor`: what is wrong with the site, and what to do about it."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.home.health.examination import examine, is_ill

MARKS = {"well": "ok     ", "warning": "WARNING", "fault": "FAULT  "}


class Command(BaseCommand):
    """Exits with 1 if something does not work. Warnings alone exit with 0."""

    help = "Say what is wrong with the site and what to do."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        found = examine(timezone.now())
        if options["json"]:
            self.stdout.write(json.dumps([asdict(one) for one in found], indent=1))
        else:
            for one in found:
                self.stdout.write(f"{MARKS[one.grade]} {one.thing}: {one.says}")
                if one.remedy:
                    self.stdout.write(f"        → {one.remedy}")
        if is_ill(found):
            sys.exit(1)
