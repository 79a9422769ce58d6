"""Why a step is refused for a day of entry into force."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError, DetailsNeeded
from amendments.text.entry_words import days_in_words


class EntryDayNeeded(DetailsNeeded):
    """A law is not in force as long as the day of one of its acts is not known."""

    def __init__(self, acts: Iterable[object]) -> None:
        words = _("Give the day of entry into force: %(acts)s.")
        super().__init__(words % {"acts": ", ".join(map(str, acts))})


class DaysRecorded(AmendmentsError):
    """All days are recorded: somebody else was faster, and has written other ones or these."""

    def __init__(self, days: Iterable[tuple[str, date]]) -> None:
        words = _("Nothing was changed: the day of entry into force is recorded already. %(days)s.")
        super().__init__(words % {"days": days_in_words(days)})


class DayStands(AmendmentsError):
    """A day that has come, or after which the amendment was marked as in force, is not corrected: people relied on it."""

    def __init__(self, acts: Iterable[object]) -> None:
        words = _(
            "The day of entry into force can no longer be corrected: it has come, or the amendment is in force. %(acts)s"
        )
        super().__init__(words % {"acts": ", ".join(map(str, acts))})


class NoDayChanged(AmendmentsError):
    """The days that were entered for a correction are the recorded ones."""

    message = _("Nothing was changed: this day is recorded already.")


class DayRecorded(AmendmentsError):
    """The adoption names another day on which an act enters into force."""

    def __init__(self, act: object, day: date) -> None:
        words = _(
            "The recorded adoption says that %(act)s enters into force on %(day)s. Leave the day empty."
        )
        super().__init__(words % {"act": act, "day": date_format(day, "DATE_FORMAT")})
