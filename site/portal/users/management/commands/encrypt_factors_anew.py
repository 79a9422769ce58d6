"""`manage.py encrypt_factors_anew`: after a change of the site's key, so that the former one is needed no longer."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from portal.users.factor_keys import encrypt_anew


class Command(BaseCommand):
    help = "Encrypt the secrets of second factors with the present key of the site."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = encrypt_anew()
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.stdout.write(f"{count} second factors are encrypted with the present key.")
