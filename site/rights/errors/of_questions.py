"""Why a question to an institution is not answered, or not taken back."""

from django.utils.translation import gettext_lazy as _

from rights.errors import RightsError


class QuestionTakenBack(RightsError):
    """The office no longer asks."""

    message = _("The Ombudsman's office has taken the question back. No reply is expected.")


class QuestionReplied(RightsError):
    """There is a reply to the question."""

    message = _("The institution has replied already, so that the question stays.")
