"""Why a question to an institution is not answered, or not taken back."""

from django.utils.translation import gettext_lazy as _

from rights.errors import RightsError


class QuestionTakenBack(RightsError):
    """The office no longer asks."""

    message = _("The Ombudsman's office has taken the question back. No reply is expected.")


class QuestionReplied(RightsError):
    """There is a reply to the question."""

    message = _("The institution has replied already, so that the question stays.")


class WaitsAlready(RightsError):
    """A colleague has asked the institution, in the same words or since the page was opened."""

    message = _(
        "The question of %(name)s waits for a reply already. Look at it, and send yours only if it asks for something else."
    )

    def __init__(self, name: str) -> None:
        super().__init__(self.message % {"name": name})
