"""`manage.py load_seats --user secretary@… --keeper administrator@…`: the 15 seats of the Steering Committee."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.audit.actor import Actor
from azerbaijan.seats import load_seats
from consultations.models import Institution


class Command(BaseCommand):
    """Adds what is missing; bodies and seats that exist stay as they are."""

    help = "Register the bodies of the Steering Committee and give them their seats."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--user", required=True, help="e-mail of a person who registers institutions")
        parser.add_argument("--keeper", required=True, help="e-mail of a person who keeps every committee")

    def handle(self, *args: Any, **options: Any) -> None:
        if Institution.objects.filter(is_fictional=True).exists():
            raise CommandError(
                "This site has fictional institutions, as the demo does. Their lists would show two bodies of one name: "
                "load the seats into a site of its own."
            )
        registrar, keeper = (_actor(options[name]) for name in ("user", "keeper"))
        committee = load_seats(registrar, keeper=keeper)
        self.stdout.write(f"{committee}: {committee.seats.count()} seats")


def _actor(email: str) -> Actor:
    user = get_user_model().objects.filter(email=email).first()
    if user is None:
        raise CommandError(f"There is no account {email}.")
    return Actor.now(user)
