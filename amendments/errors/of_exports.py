"""Why a file is not made."""

from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError


class TooManyExports(AmendmentsError):
    """So many files wait already that another one would keep everybody waiting."""

    message = _("Many files are being made at the moment. Try again in a few minutes.")


class ExportChanged(AmendmentsError):
    """The text, or what the person may read of it, is not what it was when the file was asked for."""

    message = _("The text or your rights have changed since you asked for this file. Ask for it again.")
