"""The models of rights issues and of the table of concordance: one file for each subject."""

from rights.models.assessment import Assessment
from rights.models.concordance_row import ConcordanceRow
from rights.models.evidence import Evidence
from rights.models.followed import FollowedText, IssueAnchor, IssuePlacement
from rights.models.international import InternationalRecommendation, IssueSource
from rights.models.issue import IssueArticle, RightsIssue
from rights.models.note import IssueNote
from rights.models.opinion import Opinion, Recommendation
from rights.models.recommended import FollowUp, RecommendationInstruction, RecommendationReply
from rights.models.reply import ReplyRequest
from rights.models.right_tag import RightTag
from rights.models.row_texts import Judgement, RowAnchor, RowPlacement, RowText
from rights.models.taken_back import TakenBackReply

__all__ = [
    "Assessment",
    "ConcordanceRow",
    "Evidence",
    "FollowUp",
    "FollowedText",
    "InternationalRecommendation",
    "IssueAnchor",
    "IssueArticle",
    "IssueNote",
    "IssuePlacement",
    "IssueSource",
    "Judgement",
    "Opinion",
    "Recommendation",
    "RecommendationInstruction",
    "RecommendationReply",
    "ReplyRequest",
    "RightTag",
    "RightsIssue",
    "RowAnchor",
    "RowPlacement",
    "RowText",
    "TakenBackReply",
]
