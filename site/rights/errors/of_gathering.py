"""Why an issue is not gathered into an opinion, or a recommendation not written in it."""

from django.utils.translation import gettext_lazy as _

from rights.errors import RightsError


class NothingGathered(RightsError):
    """Nobody chose an issue."""

    message = _("Choose at least one issue.")


class NotOfThisOpinion(RightsError):
    """An issue of another act."""

    message = _("The issue is about another act than the opinion.")


class OnlyInADraft(RightsError):
    """An issue that was raised on a draft of another amendment."""

    message = _(
        "The issue was raised on a draft that is not law yet. Gather it into an opinion on that amendment, or once it is "
        "adopted."
    )


class NotOfItsTexts(RightsError):
    """A recommendation on a text that the opinion is not about."""

    message = _("Recommend on the newest text of the act or amendment.")
