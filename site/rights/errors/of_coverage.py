"""Why the provisions of an issue stay as they are."""

from django.utils.translation import gettext_lazy as _

from rights.errors import RightsError


class RaisedOnIt(RightsError):
    """Questions to institutions and the recommended wording are about the provision on which an issue was raised."""

    message = _("The issue was raised on this provision. Close the issue and open another one instead.")
