"""The page of a comment: the text as commented, the text now, the answer, and its effect."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.utils import timezone

from amendments.models import Draft, Version
from amendments.permissions import holds_on, may_draft
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.access.memberships import sends_for
from consultations.access.permissions import is_own, may
from consultations.access.powers import Power
from consultations.models import (
    Anchor,
    AnchorPlacement,
    Comment,
    CoSignature,
    Disposition,
    Institution,
    Submission,
)
from consultations.models.named import NAMED
from consultations.queries.answer_pages.answer_targets import TargetLine, targets_of
from consultations.queries.answer_pages.outcomes import Asked, OutcomeLine, Versions, outcomes
from consultations.queries.comments.comment_lines import Line, for_lines, lines
from consultations.queries.comments.proposals import ShownProposal, proposed_on, shown_proposal
from consultations.queries.comments.provision_texts import ProvisionWording, Wordings, wordings
from consultations.rules.phases import Feature
from consultations.rules.placement import Method
from consultations.rules.proposed import Proposed, Shape
from consultations.values import CommentState, SubmissionState


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with a passage marked in it."""

    before: str
    passage: str
    after: str


@dataclass(frozen=True, slots=True)
class PassagePage:
    """A passage as it was commented on, and its place in the newest version.

    Words that have no place in the newest draft are marked nowhere in `now`, the text of their provision there.
    """

    anchor: Anchor
    cited: str
    is_struck_out: bool
    is_still_struck_out: bool
    then: Marked
    placement: AnchorPlacement | None
    now_cited: str
    now: Marked | None
    changes: tuple[Span, ...]
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommentPage:
    """Everything on the page of a comment."""

    line: Line
    is_own: bool
    sees_history: bool
    may_reveal: bool
    may_answer: bool
    may_write: bool
    may_withdraw: bool
    may_translate: bool
    may_cover: bool
    passages: tuple[PassagePage, ...]
    newest: Draft | None
    proposal: ShownProposal | None
    answer: Disposition | None
    targets: tuple[TargetLine, ...]
    outcomes: tuple[OutcomeLine, ...]
    adopted: tuple[Version, ...]  # the law that came of the amendment
    merged_into: Line | None  # the comment with which it has its answer
    co_signatures: tuple[CoSignature, ...]
    co_signing: tuple[Institution, ...]  # the institutions for which the reader may co-sign now
    parent: Line | None
    related: tuple[Line, ...]  # replies, and the comments that have their answer with this one


def comment_page(user: Any, comment: Comment) -> CommentPage:
    """The page of a comment. Read the comment with `for_lines` and `visible_to`."""
    prefetch_related_objects([comment], *NAMED)
    draft = comment.submission.round.draft
    later = _later(user, draft)
    anchors = list(comment.anchors.all())
    versions = _versions(anchors, [draft, *later])
    texts = _texts(anchors, versions.values())
    line = lines([comment], user)[0]
    commented = _in(draft, anchors[0], versions, texts) if anchors else None
    proposed = _proposed(comment, commented)
    related = _related(user, comment)
    amendment = comment.submission.round.amendment
    return CommentPage(
        line,
        is_own(user, comment.submission),
        holds_on(user, Power.READ_HISTORY, amendment),
        holds_on(user, Power.REVEAL, amendment),
        comment.question is None and (holds_on(user, Power.PROPOSE, amendment) or may_draft(user, amendment)),
        may_go_on(user, comment),
        may_withdraw(user, comment),
        _is_translatable(comment) and holds_on(user, Power.TRANSLATE, amendment),
        comment.submission.is_received and holds_on(user, Power.COVER, amendment),
        tuple(_passages(anchors, versions, texts, later)),
        later[-1] if later else None,
        shown_proposal(proposed, commented) if proposed else None,
        line.answer,
        tuple(targets_of(user, line.answer, draft)),
        tuple(outcomes(Asked(comment, anchors[0], commented, proposed), later, versions, texts))
        if commented and line.is_text_open
        else (),
        tuple(_adopted(user, comment)),
        next((row for row in related if line.answer and row.comment.pk == comment.duplicate_of_id), None),
        tuple(comment.co_signatures.select_related("institution")),
        tuple(_co_signing(user, comment)),
        next((row for row in related if row.comment.pk == comment.in_reply_to_id), None),
        tuple(
            row for row in related if row.comment.pk not in (comment.in_reply_to_id, comment.duplicate_of_id)
        ),
    )


def _is_translatable(comment: Comment) -> bool:
    return comment.state == CommentState.SUBMITTED and bool(comment.reasons_shown)


def _later(user: Any, draft: Draft) -> list[Draft]:
    """The drafts after this one that the person may read, the oldest first."""
    drafts = Draft.objects.visible_to(user).filter(amendment=draft.amendment_id, number__gt=draft.number)
    return list(drafts.order_by("number"))


def _adopted(user: Any, comment: Comment) -> Iterable[Version]:
    """The texts in which the drafts of the amendment became law, of those that the person may read."""
    made = Version.objects.visible_to(user).filter(
        draft=None, text_of__draft__amendment=comment.submission.round.amendment
    )
    if anchor := next(iter(comment.anchors.all()), None):
        made = made.filter(instrument=anchor.version.instrument_id)
    return made.select_related("instrument").order_by("sealed_at")


def may_go_on(user: Any, comment: Comment) -> bool:
    """Whether the person may go on writing the draft: it is not with the focal point, and the round is open."""
    submission = comment.submission
    is_open = comment.state == CommentState.DRAFT and submission.state == SubmissionState.DRAFT
    return is_open and _may_own(user, Feature.WRITE, submission)


def may_withdraw(user: Any, comment: Comment) -> bool:
    """Whether the person may withdraw the submitted comment: the author of an individual view, or who sends for the body."""
    return comment.state == CommentState.SUBMITTED and _may_own(user, Feature.WITHDRAW, comment.submission)


def _may_own(user: Any, feature: Feature, submission: Submission) -> bool:
    now = timezone.now()
    return is_own(user, submission, now) and may(user, feature, submission.round, submission.institution, now)


def _co_signing(user: Any, comment: Comment) -> Iterable[Institution]:
    if not user.is_authenticated or comment.state != CommentState.SUBMITTED:
        return
    now = timezone.now()
    bodies = Institution.objects.filter(pk__in=sends_for(user, now)).exclude(
        submissions=comment.submission_id
    )
    for body in bodies.exclude(co_signatures__comment=comment):
        if may(user, Feature.CO_SIGN, comment.submission.round, body, now):
            yield body


def _related(user: Any, comment: Comment) -> list[Line]:
    """The parent, the replies and the merged comments that the reader may read."""
    rule = Q(in_reply_to=comment) | Q(duplicate_of=comment)
    rule |= Q(pk__in=[pk for pk in (comment.in_reply_to_id, comment.duplicate_of_id) if pk])
    found = for_lines(Comment.objects.visible_to(user).filter(rule, submitted_at__isnull=False))
    return lines(found, user)


def _versions(anchors: Iterable[Anchor], drafts: Iterable[Draft]) -> Versions:
    acts = {anchor.version.instrument_id for anchor in anchors}
    rows = Version.objects.filter(draft__in=[row.pk for row in drafts], instrument__in=acts) if acts else ()
    return {(row.draft_id, row.instrument_id): row for row in rows}


def _texts(anchors: Iterable[Anchor], versions: Iterable[Version]) -> Wordings:
    anchors = list(anchors)
    placed = AnchorPlacement.objects.filter(anchor__in=anchors).values_list("provision", flat=True)
    provisions = {a.provision_id for a in anchors} | {pk for pk in placed if pk}
    return wordings({*versions, *(a.version for a in anchors)}, provisions)


def _in(draft: Draft, anchor: Anchor, versions: Versions, texts: Wordings) -> ProvisionWording | None:
    """The wording of the anchor's provision in a draft."""
    version = versions.get((draft.pk, anchor.version.instrument_id))
    return texts.get((version.pk, str(anchor.provision_id))) if version else None


def _marked(text: str, start: int, end: int) -> Marked:
    return Marked(text[:start], text[start:end], text[end:])


def _passages(
    anchors: list[Anchor], versions: Versions, texts: Wordings, later: list[Draft]
) -> Iterable[PassagePage]:
    newest = later[-1] if later else None
    placements = {}
    if newest is not None:
        rows = AnchorPlacement.objects.filter(anchor__in=anchors, version__draft=newest)
        placements = {row.anchor_id: row for row in rows.select_related("text_of")}
    for anchor in anchors:
        now = _in(newest, anchor, versions, texts) if newest else None
        yield _passage(anchor, texts, placements.get(anchor.pk), now, has_newer=newest is not None)


def _passage(
    anchor: Anchor,
    texts: Wordings,
    placement: AnchorPlacement | None,
    now: ProvisionWording | None,
    *,
    has_newer: bool,
) -> PassagePage:
    then = texts[anchor.version_id, str(anchor.provision_id)]
    then_text = then.heading if anchor.field == "heading" else then.words
    placed = (
        texts.get((placement.text_of_id, str(placement.provision_id)))
        if placement and placement.provision_id
        else None
    )
    now_text = (
        (now.heading if anchor.field == "heading" else now.words) if now and not now.is_repealed else ""
    )
    still_struck = placement is not None and placement.method == Method.STRUCK_OUT
    if still_struck:
        placed = None  # its place is in the text in force
    return PassagePage(
        anchor,
        then.called,
        not anchor.version.is_draft,
        still_struck,
        _marked(then_text, anchor.start, anchor.end),
        placement,
        placed.called if placed else now.called if now and now_text else "",
        _place_now(placed, placement) or (Marked(now_text, "", "") if now_text else None),
        diff_text(then_text, now_text) if has_newer and then_text != now_text else (),
        tuple(_candidates(placement, texts)),
    )


def _place_now(placed: ProvisionWording | None, placement: AnchorPlacement | None) -> Marked | None:
    if placed is None or placement is None:
        return None
    text = placed.heading if placement.field == "heading" else placed.words
    return _marked(text, placement.start, placement.end)


def _candidates(placement: AnchorPlacement | None, texts: Wordings) -> Iterable[str]:
    """The numbers of further places of a split or doubtful passage."""
    for provision, *_range in placement.further if placement else []:
        found = next((w for (_v, key), w in texts.items() if key == provision), None)
        if found:
            yield found.called


def _proposed(comment: Comment, commented: ProvisionWording | None) -> Proposed | None:
    if not comment.proposal_shown:
        return None
    anchor = next(iter(comment.anchors.all()), None)
    if anchor is None:
        return Proposed(Shape.WORDING, comment.proposal_shown)  # on the whole document
    return proposed_on(comment.proposal_shown, commented, anchor.version.instrument)
