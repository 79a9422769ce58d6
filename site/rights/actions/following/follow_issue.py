"""Notes the words of an issue in the text on which it was raised and in every later one."""

from amendments.models import Version
from rights.actions.following.follow_text import ISSUES, follow
from rights.models import FollowedText, RightsIssue


def follow_issue(issue: RightsIssue) -> FollowedText:
    """Note them, again where the issue has other provisions now; the row of the text as raised.

    What was answered for that text holds for the provisions that the issue has now. Later texts are asked about again: what
    was answered for them is about other words. Places that were found stay.
    """
    FollowedText.objects.filter(issue=issue).delete()
    raised = issue.raised_on
    texts = Version.objects.filter(instrument=issue.instrument_id, sealed_at__gt=raised.sealed_at)
    later = texts.select_related("instrument", "draft", "parent__instrument")
    first: FollowedText = follow(ISSUES, [issue], [raised, *later])[0]
    issue.assessments.filter(version=raised).update(text_hash=first.text_hash)
    return first
