"""The issues that an opinion can gather, and the provision of a text on which each recommends."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from amendments.models import Version
from consultations.queries.comments.provision_parts import wordings_with_parts, words_in
from consultations.queries.comments.provision_texts import wordings
from rights.models import FollowedText, IssueAnchor, IssuePlacement, Opinion, Recommendation, RightsIssue
from rights.models.issue import worst_first
from rights.queries.office_texts import office_texts
from rights.values import IssueState


def to_gather(user: Any, opinion: Opinion) -> QuerySet[RightsIssue]:
    """Open issues on the acts of the amendment, or on the act; those raised on a draft of another amendment once it is law."""
    rows = (
        _open_on(user, opinion)
        .filter(~_only_in_a_draft(user, opinion))
        .exclude(recommendations__opinion=opinion)
        .annotate(rank=worst_first())
    )
    return rows.select_related("instrument", "raised_on").order_by("rank", "reference")


def only_in_drafts(user: Any, opinion: Opinion) -> QuerySet[RightsIssue]:
    """Open issues on the same acts that stand in a draft of another amendment alone."""
    return _open_on(user, opinion).filter(_only_in_a_draft(user, opinion)).order_by("reference")


def _open_on(user: Any, opinion: Opinion) -> QuerySet[RightsIssue]:
    acts = (
        opinion.amendment.amended_acts.values("instrument") if opinion.amendment else [opinion.instrument_id]
    )
    rows: QuerySet[RightsIssue] = RightsIssue.objects.visible_to(user).filter(instrument__in=acts)
    return rows.exclude(state=IssueState.CLOSED)


def _only_in_a_draft(user: Any, opinion: Opinion) -> Q:
    """Raised on a draft of another amendment that has made no text of the law which the person may read."""
    law = FollowedText.objects.filter(
        issue=OuterRef("pk"),
        version__in=office_texts(user),
        version__draft=None,
        version__text_of__draft__amendment=OuterRef("amendment"),
    )
    elsewhere = Q(amendment__isnull=False) & ~Q(amendment=opinion.amendment_id)
    return elsewhere & ~Q(Exists(law))


def recommended_texts(user: Any, opinion: Opinion) -> list[Version]:
    """For each act of the opinion the newest text that the person may read: of an amendment its newest draft, else the law."""
    acts = [opinion.instrument_id]
    if opinion.amendment is not None:
        acts = list(opinion.amendment.amended_acts.values_list("instrument", flat=True))
    rule = Q(draft=None)
    if opinion.amendment is not None:
        rule |= Q(draft__amendment=opinion.amendment_id)
    rows = office_texts(user).filter(rule, instrument__in=acts)
    newest: dict[object, Version] = {}
    for row in rows.select_related("instrument", "draft__amendment").order_by("-sealed_at", "-number"):
        held = newest.setdefault(row.instrument_id, row)
        if held.draft is None and row.draft is not None:
            newest[row.instrument_id] = row
    return [newest[act] for act in acts if act in newest]


def recommended_place(user: Any, opinion: Opinion, issue: RightsIssue) -> tuple[Version, UUID] | None:
    """The newest text of the opinion that the person may read, and where the issue stands in it.

    For an amendment its newest draft, for an act its newest text. Of an issue that was raised on a draft of another amendment
    the newest text of the law. The first of its provisions that a draft changes, unless the wording of the issue is for the
    first one. If the text does not have the provision, the text on which the issue was raised, which has it.
    """
    version = _followed_text(user, opinion, issue) or issue.raised_on
    anchors = list(issue.anchors.order_by("pk"))
    if not anchors:
        return None
    placed = IssuePlacement.objects.filter(anchor__in=anchors, version=version, provision__isnull=False)
    places = dict(placed.values_list("anchor", "provision"))
    provisions = [places.get(one.pk, one.provision_id) for one in anchors]
    found = _standing(version, provisions[:1] if issue.recommended_text else provisions)
    return (version, found[0]) if found else (issue.raised_on, anchors[0].provision_id)


def _standing(version: Version, provisions: list[UUID]) -> list[UUID]:
    """Those that the text has, also repealed; what a draft changes in the law goes first."""
    law = version.parent if version.is_draft else None
    texts = wordings_with_parts([version, law] if law else [version], provisions)
    found = [one for one in provisions if (version.pk, str(one)) in texts]
    if law is None:
        return found
    said = {
        one: [[words_in(texts, text, one, field) for field in ("heading", "")] for text in (law, version)]
        for one in found
    }
    return sorted(found, key=lambda one: said[one][0] == said[one][1])


def _followed_text(user: Any, opinion: Opinion, issue: RightsIssue) -> Version | None:
    rows = FollowedText.objects.filter(issue=issue, version__in=office_texts(user))
    rows = rows.select_related("version").order_by("-version__sealed_at", "-version__number")
    law = rows.filter(version__draft=None)
    newest = rows.filter(version__draft__amendment=opinion.amendment_id) if opinion.amendment_id else law
    found = newest.first()
    if found is None and opinion.amendment_id and issue.amendment_id not in (None, opinion.amendment_id):
        found = law.first()
    return found.version if found is not None else None


def provisions_left_out(rows: Iterable[Recommendation]) -> Mapping[object, tuple[str, ...]]:
    """By recommendation, what its issue stands on beside it while no recommendation of the opinion is on that. Three queries."""
    rows = list(rows)
    by_issue = {row.issue_id: row for row in rows if row.issue_id}
    held = {row.provision_id for row in rows}
    anchors = list(IssueAnchor.objects.filter(issue__in=by_issue).order_by("pk"))
    texts = {row.version for row in by_issue.values()}
    placed = IssuePlacement.objects.filter(anchor__in=anchors, version__in=texts, provision__isnull=False)
    moved = {(one.anchor_id, one.version_id): one.provision_id for one in placed}
    stands = [
        (row, moved.get((anchor.pk, row.version_id), anchor.provision_id))
        for anchor in anchors
        for row in [by_issue[anchor.issue_id]]
    ]
    named = wordings(texts, {provision for _row, provision in stands})
    found: dict[object, dict[str, None]] = {}
    for row, provision in stands:
        wording = named.get((row.version_id, str(provision)))
        if provision not in held and wording:
            found.setdefault(row.pk, {})[wording.called] = None
    return {key: tuple(names) for key, names in found.items()}
