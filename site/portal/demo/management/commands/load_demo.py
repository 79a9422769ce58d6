"""`manage.py load_demo`: the demo story into an empty site."""

from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.demo.loader import is_loaded, load
from portal.demo.story import read


class Command(BaseCommand):
    """Where the story stands already, the vocabularies of a newer Madda are loaded and the index is made again."""

    help = "Load the demo story with one account for each role."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            keeper = next(person["email"] for person in read("users") if person["username"] == "admin")
            call_command("load_vocab", user=keeper, stdout=StringIO())
            call_command("rebuild_index", stdout=StringIO(), stderr=StringIO())
            self.stdout.write("The demo story is loaded already.")
            return
        load(timezone.localdate(), self._show)
        self.stdout.write("\nThe demo story is loaded.")

    def _show(self, number: int, count: int, name: str) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r{number:>4}/{count}  {name[:70]:<70}", ending="")
            self.stdout.flush()
        elif number % 50 == 0 or number == count:
            self.stdout.write(f"{number}/{count}")
