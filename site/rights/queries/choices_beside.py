"""The places that a person chose in texts about which is not asked, say because they leave the issue as it is in the law."""

from typing import Any

from consultations.queries.comments.provision_parts import wordings_with_parts
from consultations.rules.placement import Method
from rights.models import IssuePlacement, RightsIssue
from rights.queries.issue_texts import ChosenText, IssueText, ShownPassage, place_choices
from rights.queries.names_of_texts import names_of
from rights.queries.office_texts import office_texts


def choices_beside(user: Any, issue: RightsIssue, texts: list[IssueText]) -> list[ChosenText]:
    """A text for each choice that no shown text has. One query, and a bounded number more where there is one."""
    shown = [text.version.pk for text in texts]
    rows = IssuePlacement.objects.filter(anchor__issue=issue, method=Method.PERSON)
    rows = rows.filter(version__in=office_texts(user)).exclude(version__in=shown)
    found = list(
        rows.select_related(
            "anchor", "decided_by", "version__instrument", "version__draft__amendment"
        ).order_by("version__sealed_at")
    )
    if not found:
        return []
    versions = [row.version for row in found]
    names = names_of([*(text.version for text in texts), *versions])
    provisions = {place.provision for row in found for place in row.places}
    wordings = wordings_with_parts(versions, provisions)
    raised = {
        str(anchor.pk): passage.called
        for text in texts
        if text.is_raised
        for anchor, passage in zip(issue.anchors.all(), text.passages, strict=True)
    }
    return [
        ChosenText(
            names.brief(row.version),
            (
                ShownPassage(
                    "",
                    row.version.instrument.language,
                    placement=row,
                    as_raised=raised.get(str(row.anchor_id), "") if len(raised) > 1 else "",
                    places=tuple(place_choices(row, wordings)),
                ),
            ),
        )
        for row in found
    ]
