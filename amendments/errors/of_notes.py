"""Why an explanatory note cannot be written."""

from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError


class NoteClosed(AmendmentsError):
    """Others may read the draft: its note stays as they read it."""

    message = _(
        "The draft is open to others, so its note can no longer be changed. The next draft has a note of its own."
    )
