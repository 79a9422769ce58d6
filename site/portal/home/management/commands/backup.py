"""`manage.py backup`: the whole site in one file, while it goes on."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.home.backups.errors import BackupFailed
from portal.home.backups.making import drop_older, make_backup


class Command(BaseCommand):
    help = "Write database, uploads and log of heads into one file, read it again, and print its name."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", default=settings.MADDA_BACKUPS, help="usually MADDA_BACKUPS")
        parser.add_argument("--keys", action="store_true", help="with MADDA_SECRET_KEY and the former keys")
        parser.add_argument("--keep", type=int, metavar="N", help="delete all but the newest N backups")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["folder"]:
            raise CommandError("Name a folder, or set MADDA_BACKUPS.")
        if (keep := options["keep"]) is not None and keep < 1:
            raise CommandError("--keep is at least 1.")
        folder = Path(options["folder"])
        try:
            path = make_backup(folder, timezone.now(), with_keys=options["keys"])
        except BackupFailed as failure:
            raise CommandError(str(failure)) from None
        self.stdout.write(str(path))
        if keep:
            for gone in drop_older(folder, keep):
                self.stderr.write(f"deleted: {gone}")
