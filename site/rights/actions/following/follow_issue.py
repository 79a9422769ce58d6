"""Notes the words of an issue in the text on which it was raised and in every later one."""

from django.db.models import QuerySet

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
    later = _texts(issue).filter(sealed_at__gt=raised.sealed_at)
    first: FollowedText = follow(ISSUES, [issue], [raised, *later])[0]
    issue.assessments.filter(version=raised).update(text_hash=first.text_hash)
    return first


def follow_again(issue: RightsIssue, since: Version) -> None:
    """Place its passages anew in a text and the later ones, except where a person chose the place, and note the words.

    Texts that were answered are asked about as before.
    """
    texts = _texts(issue).filter(sealed_at__gte=since.sealed_at)
    asked = issue.followed.answering().values("version")
    answered = set(issue.assessments.standing().filter(version__in=asked).values_list("version", flat=True))
    FollowedText.objects.filter(issue=issue, version__in=texts).delete()
    follow(ISSUES, [issue], texts, answered=answered)


def _texts(issue: RightsIssue) -> QuerySet[Version]:
    """The texts of its act, as `follow` reads them."""
    texts = Version.objects.filter(instrument=issue.instrument_id)
    return texts.select_related("instrument", "draft", "parent__instrument", "text_of__draft")
