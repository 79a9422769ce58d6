"""What followed from a step of an amendment in its consultation (hook `register_step_sequels`)."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from amendments.models import Amendment
from consultations.models import RoundNotice
from consultations.values import RoundStep


class RoundSequel:
    """Rounds that were opened or reopened and not cancelled since."""

    slug = "rounds"

    def after(self, amendment: Amendment, at: datetime) -> Sequence[str]:
        """A round that was opened before the step does not need it, even if both are of one day."""
        words = {
            RoundStep.OPENED: _("A round on %(draft)s was opened."),
            RoundStep.REOPENED: _("A round on %(draft)s was reopened."),
        }
        notices = RoundNotice.objects.filter(
            round__draft__amendment=amendment, round__cancelled_at=None, step__in=list(words), at__gte=at
        )
        return [
            words[RoundStep(row.step)] % {"draft": row.round.draft.label}
            for row in notices.select_related("round__draft")
        ]
