"""What became of the wordings of recommendations that were taken: by whom, and which draft holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.models import Amendment, Draft, Instruction, VersionFold, VersionInstruction
from amendments.permissions import holds_on, may_draft
from amendments.queries.law.acts import FINAL_STATES
from rights.models import Recommendation, RecommendationInstruction


@dataclass(frozen=True, slots=True)
class Taken:
    """A wording that was taken, as one reader may know of it."""

    instruction: Instruction
    by: str  # "" outside drafters and secretariat
    at: datetime
    draft: Draft | None  # the first one that holds it, of those that the reader may read

    @property
    def words(self) -> str:
        """What became of it, as a sentence."""
        if self.draft is not None:
            return _("Its wording is in %(draft)s.") % {"draft": self.draft.label}
        told = {"day": date_format(localdate(self.at)), "person": self.by}
        if not self.by:
            return _("Its wording is proposed to the drafters as an instruction.")
        if self.instruction.status == Instruction.Status.PROPOSED:
            return _("%(person)s took its wording on %(day)s; it is proposed to the drafters.") % told
        return _("%(person)s took its wording on %(day)s; it is in the working text.") % told


def standing_links() -> QuerySet[RecommendationInstruction]:
    """The wordings that were taken and not withdrawn since."""
    return RecommendationInstruction.objects.exclude(instruction__status=Instruction.Status.WITHDRAWN)


def taken(user: Any, rows: Iterable[Recommendation]) -> Mapping[object, Taken]:
    """By the key of the recommendation, the newest wording of each that stands. A bounded number of queries.

    Who took it is told to those who can take one. The rows come with their opinion and its amendment.
    """
    by_key = {row.pk: row for row in rows}
    found = standing_links().filter(recommendation__in=list(by_key)).select_related("instruction", "by")
    links = {link.recommendation_id: link for link in found}
    if not links:
        return {}
    drafts = _drafts(user, [link.instruction_id for link in links.values()])
    amendments = {row.opinion.amendment for key, row in by_key.items() if key in links}
    takes = {one.pk for one in amendments if one is not None and may_take(user, one)}
    return {
        key: Taken(
            link.instruction,
            str(link.by) if by_key[key].opinion.amendment_id in takes else "",
            link.at,
            drafts.get(link.instruction_id),
        )
        for key, link in links.items()
    }


def may_take(user: Any, amendment: Amendment) -> bool:
    """Whether the person can propose a wording to the drafters."""
    return holds_on(user, "amendments.propose_instruction", amendment) or may_draft(user, amendment)


def offered_to_take(user: Any, rows: Iterable[Recommendation]) -> list[tuple[Recommendation, str]]:
    """Each recommendation with where the person takes its wording; the rows come with their opinion and its amendment."""
    rows = list(rows)
    became = taken(user, rows)
    about = {row.opinion.amendment for row in rows if row.opinion.amendment is not None}
    may = {amendment.pk for amendment in about if may_take(user, amendment)}
    return [(row, take_url(row, became.get(row.pk), may=row.opinion.amendment_id in may)) for row in rows]


def take_url(row: Recommendation, became: Taken | None, *, may: bool) -> str:
    """Where the wording is taken: "" where the person may not, where it was taken, or once the amendment is over."""
    amendment = row.opinion.amendment
    is_open = amendment is not None and amendment.state not in FINAL_STATES
    return reverse("rights:take", args=[row.pk]) if may and is_open and row.wording and became is None else ""


def _drafts(user: Any, instructions: list[UUID]) -> dict[UUID, Draft]:
    """The first draft that holds each instruction, by itself or through another one, of those that the person may read."""
    found: dict[UUID, Draft] = {}
    readable = Draft.objects.visible_to(user).order_by().values("pk")
    for rows in (VersionInstruction.objects.all(), VersionFold.objects.all()):
        held = rows.filter(instruction__in=instructions, version__draft__in=readable)
        for row in held.select_related("version__draft"):
            draft = row.version.draft
            first = found.get(row.instruction_id, draft)
            if draft is not None and first is not None:
                found[row.instruction_id] = min(first, draft, key=lambda one: one.number)
    return found
