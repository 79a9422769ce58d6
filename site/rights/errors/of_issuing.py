"""Why an opinion is not issued."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from rights.errors import RightsError


class ReplyDayOver(RightsError):
    """The day of the reply has passed since it was written."""

    message = _("The day of “Reply by” is over: %(day)s. Choose a later day first.")

    def __init__(self, day: date) -> None:
        super().__init__(str(self.message) % {"day": date_format(day)})
