"""Issued recommendations beside the comments of a round (hook `register_board_proposals`)."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.permissions import holds_on, may_draft
from consultations.board_proposals import OtherProposal
from consultations.models import Round
from rights.models import Recommendation


class RecommendationsOnBoard:
    """The recommendations of the opinions on the amendment of the round."""

    slug = "recommendations"

    def beside(self, user: Any, round_: Round) -> Sequence[OtherProposal]:
        """Those that are issued, whoever reads the board; drafters and the secretariat may take their wordings."""
        amendment = round_.amendment
        rows = Recommendation.objects.filter(opinion__amendment=amendment, opinion__issued_at__isnull=False)
        rows = rows.visible_to(user).select_related("opinion").prefetch_related("instruction_links")
        may_take = holds_on(user, "amendments.propose_instruction", amendment) or may_draft(user, amendment)
        return [_proposal(row, may_take=may_take) for row in rows]


def _proposal(row: Recommendation, *, may_take: bool) -> OtherProposal:
    words = {"place": row.place, "number": row.opinion.number, "title": row.title}
    became = []
    if row.instruction_links.all():
        became.append(_("Its wording is proposed to the drafters as an instruction."))
    return OtherProposal(
        str(row.provision_id),
        _("Ombudsman's office"),
        _("Recommendation %(place)s of %(number)s: %(title)s") % words,
        row.url,
        row.opinion.language,
        row.reasons,
        row.wording,
        tuple(became),
        reverse("rights:take", args=[row.pk]) if may_take and row.wording else "",
    )
