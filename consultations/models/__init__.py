"""The models of consultations: one file for each subject."""

from consultations.models.anchor import Anchor, AnchorPlacement
from consultations.models.answer import CommentInstruction, Disposition, DispositionTarget
from consultations.models.attachment import Attachment
from consultations.models.comment import Comment, CoSignature
from consultations.models.comment_translation import CommentTranslation
from consultations.models.committee import Committee, Office, Referral, Seat
from consultations.models.institution import Institution, Membership
from consultations.models.letter import Follow, Letter, LetterSettings
from consultations.models.log import ConfidentialLogEntry
from consultations.models.named import NamedGround, NamedRight, NamedTreaty
from consultations.models.question import RoundQuestion
from consultations.models.round import Consultation, Invitation, LateAcceptance, Round, RoundNotice
from consultations.models.sent_event import SentEvent
from consultations.models.submission import Submission
from consultations.models.vocabulary import ArticleReference, Cluster, Right, Term, Treaty

__all__ = [
    "Anchor",
    "AnchorPlacement",
    "ArticleReference",
    "Attachment",
    "Cluster",
    "CoSignature",
    "Comment",
    "CommentInstruction",
    "CommentTranslation",
    "Committee",
    "ConfidentialLogEntry",
    "Consultation",
    "Disposition",
    "DispositionTarget",
    "Follow",
    "Institution",
    "Invitation",
    "LateAcceptance",
    "Letter",
    "LetterSettings",
    "Membership",
    "NamedGround",
    "NamedRight",
    "NamedTreaty",
    "Office",
    "Referral",
    "Right",
    "Round",
    "RoundNotice",
    "RoundQuestion",
    "Seat",
    "SentEvent",
    "Submission",
    "Term",
    "Treaty",
]
