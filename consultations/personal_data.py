"""What consultations keep of a person (`register_personal_data`)."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from amendments.queries.proof.proofs import beside_the_proof
from consultations.letters.wording import absolute
from consultations.models import (
    Attachment,
    Comment,
    Follow,
    Letter,
    LetterSettings,
    Membership,
    Office,
    Submission,
)
from consultations.queries.submissions.receipt_proof import receipt_bundle

_OF_COMMENT = (
    "state",
    "kind",
    "stance",
    "visibility",
    "identity",
    "language",
    "saved_at",
    "submitted_at",
    "withdrawn_at",
    "withdrawal_reason",
)
_OF_SUBMISSION = (
    "reference",
    "state",
    "nil",
    "signed_off_at",
    "received_at",
    "sha256",
    "late",
    "withdrawn_at",
    "withdrawal_reason",
)
_OF_FILE = ("name", "size", "sha256")


class OwnOffices:
    """For whom the person acts or acted."""

    slug = "offices"
    label = _("Institutions and committees for which you act or acted")
    kept = _("Kept for good: answers of the past must show who could speak for whom.")

    def count(self, user: Any) -> int:
        return user.memberships.count() + user.offices.count()

    def rows(self, user: Any) -> Iterator[Mapping[str, Any]]:
        """Memberships, then offices, each with its time."""
        yield from Membership.objects.filter(user=user).values(
            "institution__name", "role", "start", "end", "show_name"
        )
        yield from Office.objects.filter(user=user).values("committee__name", "kind", "start", "end")


class OwnSubmissions:
    """What the person sent, or began, in the own name."""

    slug = "submissions"
    label = _("Submissions in your own name")
    kept = _(
        "What was sent is a part of the record of the law and is kept for good. What was not sent, you can discard."
    )

    def count(self, user: Any) -> int:
        return Submission.objects.filter(person=user).count()

    def rows(self, user: Any) -> Iterator[Mapping[str, Any]]:
        """The submissions; of each that was received the hash of its receipt and the proof, which `verify.py` checks."""
        beside = beside_the_proof(absolute)
        for submission in Submission.objects.filter(person=user).order_by("reference"):
            row = {name: getattr(submission, name) for name in _OF_SUBMISSION}
            if submission.is_received:
                row["proof_zip_base64"] = b64encode(receipt_bundle(user, submission, beside)).decode()
            yield row


class OwnComments:
    """The words that the person wrote, also for an institution of which the person may still read them."""

    slug = "comments"
    label = _("Comments that you wrote")
    kept = OwnSubmissions.kept

    def count(self, user: Any) -> int:
        return self._own(user).count()

    def rows(self, user: Any) -> Iterator[Mapping[str, Any]]:
        """Each with its words as readers see them, and the names of its files."""
        comments = self._own(user).select_related("submission__institution")
        files = Attachment.objects.visible_to(user).order_by("name", "sha256")
        for comment in comments.prefetch_related(Prefetch("attachments", files)):
            yield {
                "reference": comment.reference,
                "submission": comment.submission.reference,
                "institution": comment.submission.institution and comment.submission.institution.name,
                **{name: getattr(comment, name) for name in _OF_COMMENT},
                "reasons": comment.reasons_shown,
                "proposed_text": comment.proposal_shown,
                "files": [
                    {name: getattr(one, name) for name in _OF_FILE} for one in comment.attachments.all()
                ],
            }

    def _own(self, user: Any) -> QuerySet[Comment]:
        return Comment.objects.visible_to(user).filter(author=user)


class OwnLetters:
    """What the person wants to hear of, and what was sent."""

    slug = "letters"
    label = _("What you follow, and mails to you")
    kept = _("Kept as long as your account. Mails are kept as a list, without their words.")

    def count(self, user: Any) -> int:
        return Follow.objects.filter(person=user).count() + _letters(user).count()

    def rows(self, user: Any) -> Iterator[Mapping[str, Any]]:
        """The preferences, what is followed, and the mails."""
        yield from LetterSettings.objects.filter(person=user).values("language", "paces")
        yield from Follow.objects.filter(person=user).values("kind", "key", "pace")
        yield from _letters(user).values("kind", "at", "state", "written_at")


def _letters(user: Any) -> QuerySet[Letter]:
    """Those that were sent: of the others nobody has asked whether the person may know what they are about."""
    return Letter.objects.filter(person=user, state=Letter.State.WRITTEN)


KINDS = (OwnOffices, OwnSubmissions, OwnComments, OwnLetters)
