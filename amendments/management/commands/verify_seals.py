"""`manage.py verify_seals`: recompute every hash of the legal record."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amendments.models import Version
from amendments.queries.hashes import broken_seals


class Command(BaseCommand):
    """Fails and names every version whose rows do not give its hash."""

    help = "Recompute the hashes and chains of all sealed versions."

    def handle(self, *args: Any, **options: Any) -> None:
        versions = list(Version.objects.select_related("instrument", "amendment"))
        broken = broken_seals(versions)
        for seal in broken:
            self.stderr.write(f"{seal.version.instrument} – {seal.version}: {seal.reason}")
        if broken:
            raise CommandError(f"{len(broken)} of {len(versions)} versions are not as they were sealed.")
        self.stdout.write(f"{len(versions)} versions are as they were sealed.")
