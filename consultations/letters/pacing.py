"""How often and in which language a person is told."""

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.utils.timezone import localtime, make_aware
from django.utils.translation import get_language

from consultations.models.letter import LetterSettings, Pace

MORNING = time(8)  # summaries are sent at this time of day in the country
MONDAY = 0


def settings_of(user: Any) -> LetterSettings:
    """The preferences of a person; those of everybody if the person has none yet."""
    try:
        own: LetterSettings = user.letter_settings
    except LetterSettings.DoesNotExist:
        own = LetterSettings(person=user)
    return own


def language_of(user: Any, own: LetterSettings | None = None) -> str:
    """The language of mails to the person: chosen here, else at the editing desk, else the site's."""
    own = own or settings_of(user)
    profile = getattr(user, "wagtail_userprofile", None)
    chosen = own.language or getattr(profile, "preferred_language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def remember_language(sender: object, user: Any, **_: object) -> None:
    """Receives Django's `user_logged_in`: mails speak the language in which the person signed in, until one is chosen."""
    own = settings_of(user)
    language = get_language()
    if language and not own.language and language != language_of(user, own):
        own.language = language
        own.save()


def next_digest(at: datetime, pace: Pace) -> datetime:
    """When the summary goes that tells of something at a moment: the next morning, or the next Monday morning."""
    here = localtime(at)
    first = make_aware(datetime.combine(here.date(), MORNING), here.tzinfo)
    if first < at:
        first += timedelta(days=1)
    while pace is Pace.WEEKLY and first.weekday() != MONDAY:
        first += timedelta(days=1)
    return first
