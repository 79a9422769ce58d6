"""How the days of entry into force of several acts are said in one sentence."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def days_in_words(days: Iterable[tuple[str, date]]) -> str:
    """“Law 1-L: 1 May 2026; Law 2-L: 1 June 2026”, in the order of the acts."""
    said = _("%(act)s: %(day)s")
    return "; ".join(said % {"act": act, "day": date_format(day, "DATE_FORMAT")} for act, day in days)


def coming_in_words(day: date | None) -> str:
    """That a text is adopted and not in force yet, and from when on it will be."""
    said = (
        _("This text is adopted and enters into force on %(date)s.") % {"date": date_format(day)}
        if day
        else _("This text is adopted. The day on which it enters into force is not known yet.")
    )
    return f"{_('Not in force yet.')} {said}"
