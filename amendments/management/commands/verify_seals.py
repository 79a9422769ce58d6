"""`manage.py verify_seals`: recompute every hash of the legal record, and look whether its seals stand."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from amendments.models import ChainLink, Draft, Version
from amendments.queries.proof.chain_faults import chain_faults
from amendments.queries.proof.hashes import broken_drafts, broken_seals
from amendments.record import inspection


class Command(BaseCommand):
    """Fails and names every version and draft whose rows do not give its hash, and every seal that does not stand."""

    help = (
        "Recompute the hashes and chains of all sealed versions and drafts, and look whether the seals stand."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--head", metavar="HASH", help="a hash that somebody kept: whether the chain holds it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        versions = list(Version.objects.select_related("instrument", "parent", "text_of"))
        drafts = list(Draft.objects.select_related("amendment").prefetch_related("versions"))
        broken = [*broken_seals(versions), *broken_drafts(drafts)]
        for seal in broken:
            self.stderr.write(f"{seal.of} – {seal.sealed}: {seal.reason}")
        faults = [*inspection.faults(connection), *chain_faults()]
        for fault in faults:
            self.stderr.write(fault)
        if broken:
            count = len(versions) + len(drafts)
            raise CommandError(f"{len(broken)} of {count} versions and drafts are not as they were sealed.")
        if faults:
            raise CommandError("The seals or the chain of the record do not stand as they were put.")
        if (head := options["head"]) and not ChainLink.objects.filter(sha256=head.strip().lower()).exists():
            raise CommandError("The chain of the record does not hold this hash.")
        self.stdout.write(f"{len(versions)} versions and {len(drafts)} drafts are as they were sealed.")
