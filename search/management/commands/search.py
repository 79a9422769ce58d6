"""`manage.py search`: ask the search from the command line, with the rights of nobody or of one person."""

import json
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict

from search.queries import Results, search
from search.queries.plain import plain
from search.queries.told import notes, reading
from search.query.highlight import Passage
from search.request import Request


class Command(BaseCommand):
    help = "Search, as everybody may or with the rights of one person."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "text", help="words, a quotation or the number of a provision; filters as on the page"
        )
        parser.add_argument("--as", dest="person", default="", help="e-mail of the person whose rights count")
        parser.add_argument(
            "--with",
            dest="address",
            default="",
            help='what the address of the page says: "sort=newest&year=2025"',
        )
        parser.add_argument("--json", action="store_true", help="as the API gives it")

    def handle(self, *args: Any, **options: Any) -> None:
        given = QueryDict(_text(options["address"]), mutable=True)
        given["q"] = _text(options["text"])
        results = search(Request.read(given), self._person(options["person"]))
        if options["json"]:
            self.stdout.write(json.dumps(plain(results), ensure_ascii=False, indent=2))
        else:
            self._print(results)

    def _person(self, address: str) -> Any:
        if not address:
            return AnonymousUser()
        people = get_user_model()
        person = people._default_manager.filter(**{people.USERNAME_FIELD: address}).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {address}.")
        return person

    def _print(self, results: Results) -> None:
        about = "about " if results.is_about else ""
        self.stdout.write(f"{about}{results.total} results, page {results.request.page} of {results.pages}")
        for told in filter(None, (reading(results.plan), *notes(results.plan, results.request.ignored))):
            self.stdout.write(told)
        if results.suggestion:
            self.stdout.write(f"did you mean: {results.suggestion}")
        for number, card in enumerate(results.cards, start=1):
            kind = self.style.SUCCESS(str(card.source.label))
            self.stdout.write(f"\n{number}. {self._marked(card.heading) or card.title}  {kind}")
            self.stdout.write(f"   {card.content.context}  {card.content.url}")
            if card.body.pieces:
                self.stdout.write(f"   {self._marked(card.body)}")

    def _marked(self, passage: Passage) -> str:
        return "".join(
            self.style.WARNING(piece.text) if piece.is_marked else piece.text for piece in passage.pieces
        )


def _text(given: str) -> str:
    """The text that a terminal sent, with ? for bytes that are not text."""
    return given.encode(errors="replace").decode()
