"""From which recommendation an instruction was proposed (hook `register_instruction_sources`)."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from amendments.links import Link
from rights.models import Recommendation, RecommendationInstruction


class RecommendationSources:
    """The recommendations whose wording became an instruction."""

    slug = "recommendations"

    def of(self, user: Any, instructions: Collection[UUID]) -> Mapping[UUID, Link]:
        """Recommendations of opinions that the person may read, by the key of the instruction made of them."""
        readable = Recommendation.objects.visible_to(user).values("pk")
        rows = RecommendationInstruction.objects.filter(
            instruction__in=instructions, recommendation__in=readable
        )
        return {
            link.instruction_id: Link(_named(link.recommendation), link.recommendation.url)
            for link in rows.select_related("recommendation__opinion")
        }


def _named(row: Recommendation) -> str:
    words = {"place": row.place, "number": row.opinion.number}
    return _("From recommendation %(place)s of the opinion %(number)s of the Ombudsman's office") % words
