"""Calendars and feeds. Those of a person have a secret address and ask for the person's rights at each reading."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consultations.calendar_texts.events import calendar_of
from consultations.calendar_texts.feeds import feed_of
from consultations.letters.pacing import language_of
from consultations.letters.wording import absolute
from consultations.models import LetterSettings
from consultations.queries.rounds.calendars import published, round_dates, told

ICS, ATOM = "text/calendar; charset=utf-8", "application/atom+xml; charset=utf-8"


@require_safe
def public_calendar(request: HttpRequest) -> HttpResponse:
    """When the public rounds open and close, the same for everybody."""
    events = round_dates(AnonymousUser(), timezone.now())
    return HttpResponse(calendar_of(_named(_("Consultations")), events), content_type=ICS)


@require_safe
def public_feed(request: HttpRequest) -> HttpResponse:
    """What was announced about the public rounds, and which redlines and texts were opened to the public."""
    entries = published(AnonymousUser(), timezone.now())
    words = feed_of(_named(_("Consultations")), absolute(request.path), entries)
    return HttpResponse(words, content_type=ATOM)


@require_safe
@never_cache
def own_calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The dates of every round that the person may see."""
    own = _owner(token)
    with override(language_of(own.person, own)):
        events = round_dates(own.person, timezone.now())
        return HttpResponse(calendar_of(_named(_("My rounds")), events), content_type=ICS)


@require_safe
@never_cache
def own_feed(request: HttpRequest, token: str) -> HttpResponse:
    """What the person was told."""
    own = _owner(token)
    with override(language_of(own.person, own)):
        entries = told(own.person, timezone.now())
        words = feed_of(_named(_("My messages")), absolute(request.path), entries)
    return HttpResponse(words, content_type=ATOM)


def _owner(token: str) -> LetterSettings:
    return get_object_or_404(
        LetterSettings.objects.select_related("person"), token=token, person__is_active=True
    )


def _named(what: str) -> str:
    return f"{what} – {settings.WAGTAIL_SITE_NAME}"
