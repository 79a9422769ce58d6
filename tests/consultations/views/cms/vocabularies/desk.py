"""Who sits before the vocabularies, what they open and what they type."""

from django.test import Client
from django.urls import reverse

from consultations.models import Right
from consultations.rules.benchmarks import state_of


def browser(world, person):
    client = Client()
    who = getattr(world, person)
    if who.is_authenticated:
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    return client


def address(name, *args):
    return reverse(f"consultations_admin:{name}", args=args)


def right(code="B01"):
    return Right.objects.get(code=code)


def typed(row, **more):
    names = {f"label_{tag}": words for tag, words in row.labels.items()}
    return {**names, "order": row.order, "reason": "Because.", "seen": state_of(row.given), **more}
