"""What the table of conformity is narrowed to."""

from dataclasses import dataclass

from rights.models import RightsIssue


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which issues and rights the table shows: those of a cluster, of a stage of migration, of an affected group."""

    cluster: str = ""
    stage: str = ""
    group: str = ""

    def holds(self, issue: RightsIssue) -> bool:
        """Whether an issue belongs to the stage and the group."""
        named = {(term.kind, term.code) for term in issue.terms.all()}
        wanted = {("stage", self.stage), ("group", self.group)}
        return {one for one in wanted if one[1]} <= named
