"""Why a step with a reason is not taken a second time."""

from django.utils.translation import gettext_lazy as _

from rights.errors import RightsError


class StepTakenMeanwhile(RightsError):
    """Somebody has taken the step, with other words than these."""

    message = _("This step has been taken meanwhile, with other words. Look at them: yours are not kept.")
