"""The models of rights issues: one file for each subject."""

from rights.models.assessment import Assessment
from rights.models.followed import FollowedText, IssueAnchor, IssuePlacement
from rights.models.issue import IssueArticle, RightsIssue
from rights.models.note import IssueNote
from rights.models.opinion import Opinion, Recommendation
from rights.models.reply import ReplyRequest

__all__ = [
    "Assessment",
    "FollowedText",
    "IssueAnchor",
    "IssueArticle",
    "IssueNote",
    "IssuePlacement",
    "Opinion",
    "Recommendation",
    "ReplyRequest",
    "RightsIssue",
]
