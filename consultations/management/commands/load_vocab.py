"""`manage.py load_vocab --user admin@…`: the rights, treaties and lists that plugins contribute."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from consultations.actions.vocabulary_rows.load_vocabulary import Loaded, LoadVocabulary


class Command(BaseCommand):
    """Adds and updates rows. Rows that a person signed or edited are kept and listed."""

    help = "Load the vocabularies of human rights, treaties and grounds from the plugins."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--user", required=True, help="e-mail of an administrator")

    def handle(self, *args: Any, **options: Any) -> None:
        accounts = get_user_model()._default_manager
        user = accounts.filter(**{accounts.model.get_email_field_name(): options["user"]}).first()
        if user is None:
            raise CommandError(f"There is no account {options['user']}.")
        try:
            loaded = LoadVocabulary(actor=Actor.now(user)).execute()
        except (AmendmentsError, PermissionDenied) as refusal:
            raise CommandError(str(refusal)) from None
        self._tell(loaded)

    def _tell(self, loaded: Loaded) -> None:
        counts = ", ".join(f"{number} {name}" for name, number in loaded.counts.items())
        self.stdout.write(f"Vocabularies: {counts}.")
        for words, rows in (("signed", loaded.signed), ("edited here", loaded.edited)):
            for row in rows:
                self.stdout.write(f"Kept as {words}: {row._meta.verbose_name} {row.code}, {row}")
