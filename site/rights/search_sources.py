"""Lets the Ombudsman's office find what it tagged with rights. Nobody else meets a tag in hits, facets, counts or feeds."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _, override

from amendments.permissions import holds
from amendments.signals import changed
from consultations.models import Comment
from rights.models import RightTag
from rights.powers import Power
from rights.queries.tag_lists import tag_lines, with_things
from search.sources import Entry, Text, refresh, register, register_reader

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
            yield from _entries(with_things(some))

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The tags of the office on what the person may read."""
        rows = RightTag.objects.visible_to(user).filter(pk__in=[UUID(key) for key in ids])
        return {str(pk) for pk in rows.values_list("pk", flat=True)}


def _entries(tags: Any) -> Iterator[Entry]:
    for tag in tags:
        act = tag.version.instrument if tag.version else None
        language = act.language if act else tag.comment.language
        with override(language):
            (line,) = tag_lines([tag])
        yield Entry(
            id=str(tag.pk),
            url=line.url,
            texts=(Text(language, f"{line.called}: {tag.right.labels.get(language, tag.right.code)}"),),
            names=tuple(Text(language, body=words) for language, words in tag.right.labels.items()),
            audience=frozenset({_OFFICE}),
            instrument=act.number if act else "",
            instrument_title=act.title if act else "",
            context=line.about,
            rights=(tag.right.code,),
            date=localdate(tag.tagged_at),
        )


def of_office(user: Any) -> list[str]:
    """The token of the office."""
    return [_OFFICE] if user is not None and holds(user, Power.READ) else []


def follow(kind: str, ids: Collection[object], **_: object) -> None:
    """Index the tags that changed, and those of comments that did."""
    if kind == RightTag._meta.label_lower:
        refresh("tag", ids)
    elif kind == "consultations.comment":
        keys = [UUID(str(key)) for key in ids]
        refresh(
            "tag", list(RightTag.objects.filter(comment__in=keys).order_by().values_list("pk", flat=True))
        )


register(TagSource())
register_reader(of_office)
changed.connect(follow, dispatch_uid="rights.search_sources")
