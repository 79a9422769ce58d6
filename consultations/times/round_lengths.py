"""How long a round is open, in words."""

from datetime import timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _, ngettext

from consultations.models import Round
from consultations.rules.periods import days_between
from consultations.values import DayKind

HOUR = timedelta(hours=1)


def length_of(held: Round) -> str:
    """ "20 working days"; "5 hours" for a round that closes on the day on which it opens."""
    if held.days and held.day_kind == DayKind.WORKING:
        return ngettext("%(count)d working day", "%(count)d working days", held.days) % {"count": held.days}
    # A round over a weekend has no working day
    days = held.days or days_between(localdate(held.opens), localdate(held.closes))
    if days:
        return ngettext("%(count)d calendar day", "%(count)d calendar days", days) % {"count": days}
    hours = (held.closes - held.opens) // HOUR
    if hours:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    return _("less than an hour")
