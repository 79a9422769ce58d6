"""An issue in the texts that a person may read: what its provisions say there and how each text was assessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from amendments.models import Version
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.queries.provision_texts import ProvisionWording, Wordings, wordings
from consultations.rules.placement import Status
from rights.models import Assessment, FollowedText, IssueAnchor, IssuePlacement, RightsIssue
from rights.queries.names_of_texts import earlier_text, text_name
from rights.values import STATE_OF


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A provision in a text. On the text as raised its words are marked, elsewhere compared with those as raised."""

    called: str  # its number there; "" if the text does not have it
    language: str
    before: str = ""
    marked: str = ""
    after: str = ""
    spans: tuple[Span, ...] = ()
    placement: IssuePlacement | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the passage stands nowhere in the text."""
        return self.placement is not None and self.placement.status == Status.DELETED

    @property
    def needs_review(self) -> bool:
        """Whether a person says where it stands."""
        return self.placement is not None and self.placement.status == Status.NEEDS_REVIEW


@dataclass(frozen=True, slots=True)
class IssueText:
    """One text in which an issue is followed."""

    version: Version
    name: str
    is_raised: bool
    is_changed: bool  # against the text that was followed before
    is_waiting: bool
    assessment: Assessment | None  # of this text, or of an earlier one with the same words
    passages: tuple[ShownPassage, ...]
    same_as: str  # the name of the first text with these words; "" if this is the first
    before: str  # the name of the text that was followed before; "" if this is the first
    other: str  # the title of the amendment, if it is not the one that answers the issue

    @property
    def is_own_answer(self) -> bool:
        """Whether the answer was given on this very text."""
        return self.assessment is not None and self.assessment.version_id == self.version.pk

    @property
    def state_label(self) -> str | Promise:
        """What the assessment makes of the issue."""
        return STATE_OF[self.assessment.value].label if self.assessment else ""


def issue_texts(user: Any, issue: RightsIssue) -> list[IssueText]:
    """The texts that the person may read, the oldest first. Five queries, however many there are."""
    rows = list(
        FollowedText.objects.filter(issue=issue, version__in=Version.objects.visible_to(user))
        .select_related("version__instrument", "version__draft__amendment")
        .order_by("version__sealed_at", "version__number")
    )
    anchors = list(issue.anchors.all())
    placed = IssuePlacement.objects.filter(anchor__in=anchors).select_related("anchor", "version")
    places = {(row.anchor_id, row.version_id): row for row in placed}
    provisions = {a.provision_id for a in anchors} | {row.provision_id for row in places.values()}
    texts = wordings([row.version for row in rows], provisions)
    answers = list(issue.assessments.standing().select_related("by", "version__instrument"))
    found = [_text(issue, rows[: at + 1], Read(anchors, places, texts), answers) for at in range(len(rows))]
    return [text for text in found if _is_told(issue, text)]


def _is_told(issue: RightsIssue, text: IssueText) -> bool:
    """Whether the text belongs to the story: drafts of another amendment only if they say something else."""
    draft = text.version.draft
    is_own = draft is None or text.is_raised or issue.amendment_id in (None, draft.amendment_id)
    return is_own or text.is_changed or text.is_own_answer


@dataclass(frozen=True, slots=True)
class Read:
    """What was read for all texts of an issue."""

    anchors: list[IssueAnchor]
    places: dict[tuple[Any, Any], IssuePlacement]
    texts: Wordings


def _text(issue: RightsIssue, so_far: list[FollowedText], read: Read, answers: list[Assessment]) -> IssueText:
    row, version = so_far[-1], so_far[-1].version
    is_raised = version.pk == issue.raised_on_id
    answer = _answer(row, answers)
    first = next(one for one in so_far if one.text_hash == row.text_hash)
    return IssueText(
        version,
        text_name(version),
        is_raised,
        len(so_far) > 1 and so_far[-2].text_hash != row.text_hash,
        answer is None and not issue.is_closed and not _is_behind(row, answers),
        answer,
        tuple(_passage(anchor, version, read, is_raised=is_raised) for anchor in read.anchors),
        "" if first is row else earlier_text(first.version),
        earlier_text(so_far[-2].version) if len(so_far) > 1 else "",
        _other(issue, version),
    )


def _other(issue: RightsIssue, version: Version) -> str:
    if version.draft is None or issue.amendment_id in (None, version.draft.amendment_id):
        return ""
    return str(version.draft.amendment.shown_title)


def _is_behind(row: FollowedText, answers: Iterable[Assessment]) -> bool:
    """Whether a later text was answered, so that nobody asks about this one."""
    return any(one.version.sealed_at > row.version.sealed_at for one in answers)


def _answer(row: FollowedText, answers: Iterable[Assessment]) -> Assessment | None:
    """The newest answer that counts for a text, as `FollowedQuerySet.waiting` says."""
    sealed = row.version.sealed_at
    same = [one for one in answers if one.text_hash == row.text_hash and one.version.sealed_at <= sealed]
    own = [one for one in same if one.version_id == row.version_id]
    return own[-1] if own else same[-1] if same and row.version.is_draft else None


def _passage(anchor: IssueAnchor, version: Version, read: Read, *, is_raised: bool) -> ShownPassage:
    raised = read.texts.get((anchor.version_id, str(anchor.provision_id)))
    language = version.instrument.language
    if is_raised:
        words = _words(raised, anchor.field)
        return ShownPassage(
            raised.called if raised else "",
            language,
            words[: anchor.start],
            words[anchor.start : anchor.end],
            words[anchor.end :],
        )
    placement = read.places.get((anchor.pk, version.pk))
    key = str(placement.provision_id) if placement and placement.provision_id else str(anchor.provision_id)
    now = read.texts.get((version.pk, key))
    spans = diff_text(_words(raised, anchor.field), _words(now, anchor.field))
    return ShownPassage(now.called if now else "", language, spans=spans, placement=placement)


def _words(wording: ProvisionWording | None, field: str) -> str:
    if wording is None or wording.is_repealed:
        return ""
    return wording.heading if field == "heading" else wording.words
