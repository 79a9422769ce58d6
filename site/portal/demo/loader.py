"""Tells the demo story: every step by the same actions as real work, at its past moment."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils import timezone

from consultations.actions.vocabulary_rows.load_vocabulary import LoadVocabulary
from portal.demo import comparing, consulting, following, importing, law, recommending, telling
from portal.demo.people import FOUNDED, gather
from portal.demo.register import Consulting
from portal.demo.story import Step
from portal.home.models import HomePage


def is_loaded() -> bool:
    """Whether the story stands in the database."""
    return HomePage.objects.exists() and HomePage.objects.get().get_children().exists()


def begin(today: date) -> list[Step]:
    """Gather the people and load the vocabularies. The steps of the story follow in their order."""
    told = law.Law(gather(), today)
    LoadVocabulary(actor=told.actor("admin", FOUNDED)).execute()
    said = Consulting(told)
    return sorted(
        [
            *law.steps(told),
            *consulting.steps(said),
            *following.steps(said),
            *recommending.steps(said),
            *comparing.steps(told),
            *importing.steps(told),
            *telling.reminders(today),
        ],
        key=lambda step: (step.at, step.place),
    )


@transaction.atomic
def load(today: date, progress: Callable[[int, int, str], None]) -> None:
    """Load everything or nothing; `progress` hears the number of the step, how many there are, and its name."""
    steps = begin(today)
    for number, step in enumerate(steps, start=1):
        progress(number, len(steps), step.name)
        telling.post(step.at)
        step.do()
    telling.post(timezone.now())
