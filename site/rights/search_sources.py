"""Lets the Ombudsman's office find what it tagged with rights. Nobody else meets a tag in hits, facets, counts or feeds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _, override

from amendments.models import Version
from amendments.permissions import holds
from amendments.search_sources import version_token
from amendments.signals import changed
from consultations.models import Comment, Right
from consultations.search_sources import CommentSource
from rights.models import RightTag
from rights.powers import Power
from rights.queries.tag_lists import TagLine, tag_lines, with_things
from search.sources import PUBLIC, Entry, Text, refresh, register, register_reader

_OFFICE = "rights:office"
_BATCH = 500


class TagSource:
    """One entry for each tag that stands."""

    name = "tag"
    label = _("Tagged with rights")
    statuses: dict[str, str] = {}

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """The tags with these keys, without those of comments that were withdrawn or superseded."""
        standing = RightTag.objects.filter(
            Q(comment=None) | Q(comment__in=Comment.objects.sent().values("pk")), removed_at=None
        )
        chosen = standing if ids is None else standing.filter(pk__in=[UUID(key) for key in ids])
        keys = list(chosen.order_by().values_list("pk", flat=True))
        for start in range(0, len(keys), _BATCH):
            some = RightTag.objects.filter(pk__in=keys[start : start + _BATCH])
            yield from _entries(list(with_things(some)))

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The tags of the office on what the person may read."""
        rows = RightTag.objects.visible_to(user).filter(pk__in=[UUID(key) for key in ids])
        return {str(pk) for pk in rows.values_list("pk", flat=True)}


def _entries(tags: list[RightTag]) -> Iterator[Entry]:
    audiences = _audiences(tags)
    by_language: dict[str, list[RightTag]] = defaultdict(list)
    for tag in tags:
        spoken: Any = tag.comment or (tag.version and tag.version.instrument)
        by_language[spoken.language].append(tag)
    for language, some in by_language.items():
        with override(language):
            lines = tag_lines(some)
        for line in lines:
            yield _entry(line, audiences[line.tag.version_id or line.tag.comment_id])


def _entry(line: TagLine, audience: frozenset[str]) -> Entry:
    """Found by the words and the number of what is tagged, and by the name of the right in every language."""
    tag, language = line.tag, line.language
    act = tag.version.instrument if tag.version else None
    right = tag.right.labels.get(language, tag.right.code)
    return Entry(
        id=str(tag.pk),
        url=line.url,
        texts=(Text(language, f"{line.called}: {right}", line.words),),
        names=tuple(Text(language, body=words) for language, words in tag.right.labels.items()),
        audience=audience,
        instrument=act.number if act else "",
        instrument_title=act.title if act else "",
        context=line.about,
        rights=(tag.right.code,),
        date=localdate(tag.tagged_at),
    )


def _audiences(tags: Iterable[RightTag]) -> dict[UUID | None, frozenset[str]]:
    """By text or comment, who may read it: of these, the office finds the tag."""
    versions = {tag.version_id for tag in tags if tag.version_id}
    public = set(
        Version.objects.visible_to(AnonymousUser()).filter(pk__in=versions).values_list("pk", flat=True)
    )
    found: dict[UUID | None, frozenset[str]] = {
        pk: frozenset({PUBLIC if pk in public else version_token(pk)}) for pk in versions
    }
    comments = CommentSource().entries([str(tag.comment_id) for tag in tags if tag.comment_id])
    return found | {UUID(entry.id): entry.audience for entry in comments}


def of_office(user: Any) -> list[str]:
    """The token of the office."""
    return [_OFFICE] if user is not None and holds(user, Power.READ) else []


_OF_WHAT_CHANGES = {
    RightTag._meta.label_lower: ("pk",),
    Right._meta.label_lower: ("right",),
    "consultations.comment": ("comment",),
    "amendments.version": ("version", "comment__submission__round__draft__versions"),  # released to others
}


def follow(kind: str, ids: Collection[object], **_: object) -> None:
    """Index the tags that changed, and those of which the right, the comment or the readers of a text did."""
    if fields := _OF_WHAT_CHANGES.get(kind):
        which = Q.create([Q((f"{field}__in", list(ids))) for field in fields], Q.OR)
        rows = RightTag.objects.filter(which).order_by().distinct()
        refresh("tag", list(rows.values_list("pk", flat=True)))


register(TagSource(), only_for=_OFFICE)
register_reader(of_office)
changed.connect(follow, dispatch_uid="rights.search_sources")
