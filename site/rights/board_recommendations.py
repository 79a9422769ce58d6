"""Issued recommendations beside the comments of a round (hook `register_board_proposals`)."""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from consultations.board_proposals import OtherProposal
from consultations.models import Round
from rights.models import Recommendation
from rights.queries.taken import Taken, may_take, take_url, taken


class RecommendationsOnBoard:
    """The recommendations of the opinions on the amendment of the round."""

    slug = "recommendations"

    def beside(self, user: Any, round_: Round) -> Sequence[OtherProposal]:
        """Issued recommendations, for every reader of the board. Drafters and the secretariat may take their wordings."""
        amendment = round_.amendment
        rows = Recommendation.objects.filter(opinion__amendment=amendment, opinion__issued_at__isnull=False)
        joined = ("opinion__amendment", "addressee", "reply")
        rows = rows.visible_to(user).select_related(*joined)
        may = may_take(user, amendment)
        became = taken(user, rows)
        return [_proposal(row, became.get(row.pk), may_take=may) for row in rows]


def _proposal(row: Recommendation, became: Taken | None, *, may_take: bool) -> OtherProposal:
    words = {"place": row.place, "number": row.opinion.number, "title": row.title}
    told = [became.words] if became is not None else []
    if reply := getattr(row, "reply", None):
        said = {"name": row.addressee, "day": date_format(localdate(reply.at)), "text": reply.text}
        told.append(_("%(name)s replied on %(day)s: %(text)s") % said)
    return OtherProposal(
        str(row.provision_id),
        _("Ombudsman's office"),
        _("Recommendation %(place)s of %(number)s: %(title)s") % words,
        row.url,
        row.opinion.language,
        row.reasons,
        row.wording,
        tuple(told),
        take_url(row, became, may=may_take),
    )
