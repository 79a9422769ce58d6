"""`manage.py restore`: a backup into an empty site, and whether its record holds."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from portal.home.backups.errors import BackupFailed
from portal.home.backups.restoring import restore_backup


class Command(BaseCommand):
    help = "Bring a backup into a site without tables and uploads, migrate it, and verify its record."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            told = restore_backup(options["file"])
        except BackupFailed as failure:
            raise CommandError(str(failure)) from None
        for sentence in told:
            self.stdout.write(sentence)
        call_command("migrate", interactive=False, verbosity=0)  # a backup of an older version
        call_command("verify_seals", stdout=self.stdout, stderr=self.stderr)
        self.stdout.write(
            "Restored. Run manage.py doctor, and manage.py reindex where a search server is used."
        )
