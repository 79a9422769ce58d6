"""`manage.py load_seats --user secretary@…`: the 15 seats of the Steering Committee."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.audit.actor import Actor
from azerbaijan.seats import load_seats


class Command(BaseCommand):
    """Adds what is missing; bodies and seats that exist stay as they are."""

    help = "Register the bodies of the Steering Committee and give them their seats."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--user", required=True, help="e-mail of a person of the secretariat")

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(email=options["user"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['user']}.")
        committee = load_seats(Actor.now(user))
        self.stdout.write(f"{committee}: {committee.seats.count()} seats")
