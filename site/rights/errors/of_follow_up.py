"""Why what became of a recommendation is not saved."""

from django.utils.translation import gettext_lazy as _

from rights.errors import AnsweredMeanwhile, RightsError


class StandsInText(RightsError):
    """“Not accepted” without a word, of a text in which the recommended words stand."""

    message = _("The recommended words stand in this text. Say in words why it is not accepted all the same.")


class FollowedUpMeanwhile(AnsweredMeanwhile):
    """The person has not seen the newest answer on the recommendation."""

    message = _(
        "Somebody else has said meanwhile what became of this recommendation. Look at that answer, then answer again."
    )
    own = _(
        "You have said meanwhile what became of this recommendation. Look at that answer, then answer again."
    )
