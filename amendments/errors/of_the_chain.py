"""Why nothing can be recorded now."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError


class ClockWentBack(AmendmentsError):
    """The clock of the server shows an earlier time than when the last link was added."""

    def __init__(self, last: datetime) -> None:
        moment = date_format(localtime(last), "DATETIME_FORMAT")
        words = _(
            "The clock of the server is wrong: something was recorded at %(moment)s already. Nothing is saved. An "
            "administrator has to set the clock; then try again."
        )
        super().__init__(words % {"moment": moment})
