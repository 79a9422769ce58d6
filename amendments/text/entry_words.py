"""How the days of entry into force of several acts are said in one sentence."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def days_in_words(days: Iterable[tuple[str, date]]) -> str:
    """“Law 1-L: 1 May 2026; Law 2-L: 1 June 2026”, in the order of the acts."""
    said = _("%(act)s: %(day)s")
    return "; ".join(said % {"act": act, "day": date_format(day, "DATE_FORMAT")} for act, day in days)
