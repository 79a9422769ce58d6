"""Why a step is refused for a day of entry into force."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError, DetailsNeeded


class EntryDayNeeded(DetailsNeeded):
    """A law is not in force as long as the day of one of its acts is not known."""

    def __init__(self, acts: Iterable[object]) -> None:
        words = _("Give the day of entry into force: %(acts)s.")
        super().__init__(words % {"acts": ", ".join(map(str, acts))})


class DayRecorded(AmendmentsError):
    """The adoption names another day on which an act enters into force."""

    def __init__(self, act: object, day: date) -> None:
        words = _(
            "The recorded adoption says that %(act)s enters into force on %(day)s. Leave the day empty."
        )
        super().__init__(words % {"act": act, "day": date_format(day, "DATE_FORMAT")})
