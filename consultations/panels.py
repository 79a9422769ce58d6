"""Shows comments beside provisions, and rounds on the page of an amendment."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from amendments.hooks import Link
from amendments.models import Amendment, Draft, Provision, Version
from amendments.permissions import holds_on
from amendments.renderers.paper.documents import Remark
from consultations.access.powers import Power
from consultations.models import Comment, Round
from consultations.queries.bodies.referrals import referral_line
from consultations.queries.comments.comment_lines import lines
from consultations.queries.comments.comment_links import comment_links
from consultations.queries.comments.provision_comments import comments_on, counts_on
from consultations.queries.comments.remarks import remarks_on
from consultations.queries.comments.returned_remarks import rest_of
from consultations.queries.rounds.draft_rounds import DraftDiscussion
from consultations.queries.rounds.round_pages import for_pages, lines_of

SHOWN = 5


class CommentsBesideProvisions:
    """The links "3 comments" and "Comment" beside each provision of a draft, and comments on the provision's page."""

    slug = "comments"

    def links(self, request: HttpRequest, versions: Sequence[Version]) -> Mapping[str, Sequence[Link]]:
        """The links of all provisions, with a bounded number of queries. The versions belong to one draft."""
        draft = next((version.draft for version in versions), None)
        if draft is None:
            return {}
        counts = counts_on(request.user, draft)
        found: dict[str, list[Link]] = {key: [_counted(key, count)] for key, count in counts.items()}
        round_ = _discussion(request, draft).open_round()
        if round_ is not None:
            for key, link in comment_links(round_, versions).items():
                found.setdefault(key, []).append(link)
        return found

    def render(self, request: HttpRequest, provision: Provision) -> str:
        """The newest comments that the reader may read."""
        comments = comments_on(request.user, provision)
        total = comments.count()
        if not total:
            return ""
        context = {
            "provision": provision,
            "total": total,
            "more": total > SHOWN,
            "lines": lines(comments.reverse()[:SHOWN], request.user),
        }
        return render_to_string("madda/consultations/provision_panel.html", context, request)


def _counted(key: str, count: int) -> Link:
    label = ngettext("%(count)d comment", "%(count)d comments", count) % {"count": count}
    return Link(label, reverse("consultations:provision_comments", args=[key]), count)


def _discussion(request: HttpRequest, draft: Draft) -> DraftDiscussion:
    """What is said on a draft that was read with `visible_to`; several parts of one page ask for it."""
    kept: dict[UUID, DraftDiscussion] = request.__dict__.setdefault("_madda_discussions", {})
    if draft.pk not in kept:
        kept[draft.pk] = DraftDiscussion(request.user, draft, timezone.now())
    return kept[draft.pk]


class CommentsInFiles:
    """The comments in the rounds on a draft, as comments in the file of its redline."""

    slug = "comments"

    def stand_on(self, request: HttpRequest, draft: Draft) -> bool:
        """Whether there is a comment; one query, which the note on the rounds needs too."""
        return _discussion(request, draft).has_comments

    def of(self, user: Any, draft: Draft) -> Mapping[str, Sequence[Remark]]:
        """By the version on which each is."""
        return remarks_on(user, draft)

    def rest_of(self, user: Any, amendment: Amendment, texts: Sequence[str]) -> Mapping[str, str | None]:
        """By each text with the code of a comment: what it says beside the comment."""
        return rest_of(user, amendment, texts)


class RoundsOnDraft:
    """How long the rounds on a draft are open, and who said how much."""

    slug = "rounds"

    def render(self, request: HttpRequest, draft: Draft) -> str:
        """Nothing if the reader may see no round on the draft."""
        found = _discussion(request, draft).rounds()
        context = {"rounds": found}
        return render_to_string("madda/consultations/draft_rounds.html", context, request) if found else ""


class CommitteeOfAmendment:
    """The committee that deals with the amendment, on a site with several."""

    slug = "committee"

    def render(self, request: HttpRequest, amendment: Amendment) -> str:
        """Nothing for those who need not know it."""
        line = referral_line(request.user, amendment)
        if line is None:
            return ""
        context = {"line": line, "amendment": amendment}
        return render_to_string("madda/consultations/committee_panel.html", context, request)


class RoundsOfAmendment:
    """The rounds with days left, comments and answers."""

    slug = "rounds"

    def render(self, request: HttpRequest, amendment: Amendment) -> str:
        """The panel; "" if the reader may neither see nor open a round."""
        now = timezone.now()
        rounds = list(for_pages(Round.objects.visible_to(request.user)).filter(draft__amendment=amendment))
        may_open = _to_open(request, amendment)
        if not rounds and may_open is None:
            return ""
        context = {
            "rounds": lines_of(request.user, rounds, now),
            "comments": _counts(request, rounds),
            "may_open": may_open,
        }
        return render_to_string("madda/consultations/amendment_panel.html", context, request)


def _to_open(request: HttpRequest, amendment: Amendment) -> Draft | None:
    if not holds_on(request.user, Power.OPEN_ROUND, amendment):
        return None
    drafts = Draft.objects.visible_to(request.user).filter(amendment=amendment)
    newest = drafts.order_by("-number").first()
    return newest if newest is not None and not newest.rounds.exists() else None


def _counts(request: HttpRequest, rounds: Sequence[Round]) -> dict[UUID, dict[str, int]]:
    rows = (
        Comment.objects.visible_to(request.user)
        .sent()
        .on_the_draft()
        .filter(submission__round__in=[row.pk for row in rounds])
        .values("submission__round")
        .annotate(comments=Count("pk"), answered=Count("pk", filter=Q(disposition__decided_at__isnull=False)))
    )
    return {
        row["submission__round"]: {"comments": row["comments"], "answered": row["answered"]} for row in rows
    }
