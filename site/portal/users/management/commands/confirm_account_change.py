"""`manage.py confirm_account_change`: lists the changes of accounts that wait, or confirms one, on a site with one administrator."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from portal.users.actions.confirm_change import ConfirmOnServer
from portal.users.models import AccountChange


class Command(BaseCommand):
    help = "List the changes of accounts that wait for a second person, or confirm the one with this number."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", nargs="?", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        waiting = AccountChange.objects.waiting(timezone.now()).select_related("account", "asked_by")
        if options["number"] is None:
            for change in waiting.order_by("asked_at"):
                self.stdout.write(f"{change.pk}  {change}, asked for by {change.asked_by}")
            return
        found = waiting.filter(pk=options["number"]).first()
        if found is None:
            raise CommandError("No change with this number waits.")
        actor = Actor.now(found.asked_by, reason="Confirmed on the server.")
        try:
            ConfirmOnServer(found, actor=actor).execute()
        except AmendmentsError as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"Made: {found}")
