"""Why a step is not taken that somebody has taken meanwhile."""

from collections.abc import Collection
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from rights.errors import RightsError


class TakenOutAlready(RightsError):
    """It was taken out with another reason. Says by whom and when."""

    message = _("%(person)s has taken this out already, on %(moment)s. Nothing is changed.")

    def __init__(self, person: str, at: datetime) -> None:
        moment = date_format(localtime(at), "DATETIME_FORMAT")
        super().__init__(self.message % {"person": person, "moment": moment})


class StepTakenMeanwhile(TakenOutAlready):
    """Somebody has taken the step, with other words than these. Says who and when."""

    message = _("%(person)s has taken this step on %(moment)s, with other words. Yours are not kept.")


class TakenBackAlready(TakenOutAlready):
    """It was taken back with another reason. Says by whom and when."""

    message = _("%(person)s has taken this back already, on %(moment)s. Nothing is changed.")


class RightsNamedMeanwhile(RightsError):
    """The recommendation names other rights than those that the person saw."""

    message = _("It names other rights by now: %(rights)s. Save your choice again to replace them.")
    none = _("It names no right any more. Save your choice again to name those that you chose.")

    def __init__(self, rights: Collection[str]) -> None:
        super().__init__(self.message % {"rights": ", ".join(rights)} if rights else str(self.none))
