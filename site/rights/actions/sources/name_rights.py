"""Names the rights of an international recommendation by hand."""

from collections.abc import Collection
from dataclasses import replace

from wagtail.log_actions import log

from amendments.audit.actor import Actor
from consultations.models import Right
from rights.actions.sources.import_recommendations import ImportRecommendations, RecommendationPlan
from rights.errors.of_steps import RightsNamedMeanwhile
from rights.international_table import table_of
from rights.models import InternationalRecommendation


class NameRights(ImportRecommendations):
    """Somebody of the office says which rights a recommendation is about, as a file with its number would.

    `seen` are the codes that the person saw; others that stand now are not replaced.
    """

    action_name = "rights.name_rights"

    def __init__(
        self,
        row: InternationalRecommendation,
        codes: Collection[str],
        *,
        seen: Collection[str],
        actor: Actor,
    ) -> None:
        super().__init__((), actor=actor)
        self.row, self.codes, self.seen = row, tuple(sorted(codes)), tuple(sorted(seen))

    def perform(self) -> RecommendationPlan:
        """Write them. Raises `RightsNamedMeanwhile` if others stand than the person saw."""
        given = InternationalRecommendation.objects.get(pk=self.row.pk).given
        if given.rights not in (self.seen, self.codes):
            named = Right.objects.filter(code__in=given.rights).order_by("code")
            raise RightsNamedMeanwhile([f"{right.code} {right}" for right in named])
        self.before = given.rights
        self.table = table_of([replace(given, rights=self.codes)])
        return super().perform()

    def write_log(self, result: RecommendationPlan) -> None:
        """Log which rights it named before and names now."""
        if result.changed:
            log(
                instance=self.row,
                action=self.action_name,
                user=self.user,
                data={"reason": self.actor.reason, "before": self.before, "after": self.codes},
                timestamp=self.actor.at,
            )
