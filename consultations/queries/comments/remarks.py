"""The comments on a draft as comments in the file of its redline."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from amendments.models import Draft
from amendments.renderers.paper.documents import Remark
from consultations.models import Anchor, Comment
from consultations.queries.comments.comment_lines import Line, for_lines, lines


def remarks_on(user: Any, draft: Draft) -> Mapping[str, Sequence[Remark]]:
    """What the reader may read of the comments in the rounds on the draft, with authors that the reader may know.

    By the version on which a comment is; one on the whole document stands with the first act.
    """
    versions = list(draft.versions.order_by("order"))
    found: dict[str, list[Remark]] = {str(version.pk): [] for version in versions}
    by_act = {version.instrument_id: str(version.pk) for version in versions}
    sent = Comment.objects.visible_on(draft, user).sent().on_the_draft()
    for line in lines(for_lines(sent).in_law_order(), user):
        anchors = list(line.comment.anchors.all())
        for anchor in anchors:
            found[by_act[anchor.version.instrument_id]].append(_remark(line, anchor))
        if not anchors:
            found[str(versions[0].pk)].append(_remark(line, None))
    return found


def _remark(line: Line, anchor: Anchor | None) -> Remark:
    """When a comment was sent may tell who sent it: the moment stands there where the sender does."""
    comment = line.comment
    return Remark(
        provision=str(anchor.provision_id) if anchor else "",
        author=line.sender,
        words=tuple(_words(line)),
        language=comment.language,
        at=comment.submitted_at if line.knows_sender else None,
        quote=anchor.quote if anchor else "",
        before=anchor.prefix if anchor else "",
        is_on_old_words=anchor is not None and not anchor.version.is_draft,
    )


def heading(comment: Comment) -> str:
    """The first line of a remark."""
    return " · ".join(
        filter(None, [comment.reference, comment.get_kind_display(), comment.get_stance_display()])
    )


def proposal_heading() -> str:
    """The line before a proposed text."""
    return f"{_('Proposed text')}:"


def _words(line: Line) -> Iterator[str]:
    comment = line.comment
    yield heading(comment)
    if not line.is_text_open:
        return
    yield from comment.reasons_shown.splitlines()
    if comment.proposal_shown:
        yield proposal_heading()
        yield from comment.proposal_shown.splitlines()
