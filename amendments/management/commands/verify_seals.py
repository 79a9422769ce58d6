"""`manage.py verify_seals`: recompute every hash of the legal record, and look whether its seals stand."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.models import QuerySet

from amendments.models import ChainLink, Draft, Version
from amendments.queries.proof.chain_faults import chain_faults
from amendments.queries.proof.hashes import broken_drafts, broken_seals
from amendments.queries.proof.lost_rows import lost_rows
from amendments.record import inspection
from amendments.record.bad_rows import BadRow, read_each


class Command(BaseCommand):
    """Fails and names every version and draft whose rows do not give its hash, and every seal that does not stand."""

    help = (
        "Recompute the hashes and chains of all sealed versions and drafts, and look whether the seals stand."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--head", metavar="HASH", help="a hash that somebody kept: whether the chain holds it"
        )
        parser.add_argument(
            "--rows", action="store_true", help="also name drafts that lost rows of a table that they restate"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        versions, unread = _read(Version.objects.select_related("instrument", "parent", "text_of"))
        drafts, unread_drafts = _read(Draft.objects.select_related("amendment").prefetch_related("versions"))
        broken = [*broken_seals(versions), *broken_drafts(drafts)]
        for seal in broken:
            self.stderr.write(f"{seal.of} – {seal.sealed}: {seal.reason}")
        faults = [*unread, *unread_drafts, *inspection.faults(connection), *chain_faults()]
        for fault in faults:
            self.stderr.write(fault)
        for lost in lost_rows() if options["rows"] else ():
            self.stdout.write(lost)
        head = options["head"]
        is_held = not head or ChainLink.objects.filter(sha256=head.strip().lower()).exists()
        told = [] if is_held else ["The chain of the record does not hold this hash."]
        if broken:
            count = len(versions) + len(drafts)
            told.insert(0, f"{len(broken)} of {count} versions and drafts are not as they were sealed.")
        elif faults:
            told.insert(0, "The seals or the chain of the record do not stand as they were put.")
        if told:
            raise CommandError(" ".join(told))
        self.stdout.write(f"{len(versions)} versions and {len(drafts)} drafts are as they were sealed.")


def _read(rows: QuerySet[Any]) -> tuple[list[Any], list[str]]:
    """The rows, and a sentence on each that cannot be read."""
    found = list(read_each(rows))
    name = rows.model._meta.model_name
    unread = [row for row in found if isinstance(row, BadRow)]
    return [row for row in found if not isinstance(row, BadRow)], [
        f"The {name} {row.pk} cannot be read ({row.fault})." for row in unread
    ]
