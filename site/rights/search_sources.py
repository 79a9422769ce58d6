"""Lets readers find issued opinions with their recommendations, and the Ombudsman's office what it tagged with rights.

Nobody outside the office meets a tag, or an opinion that is not issued, in hits, facets, counts or feeds.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _, override

from amendments.models import Version
from amendments.permissions import holds
from amendments.queries.law.acts import visible_amendments
from amendments.search_sources import version_token
from amendments.signals import changed
from consultations.access.memberships import institutions_of
from consultations.models import Comment, Right
from consultations.search_sources import CommentSource
from rights.models import Opinion, Recommendation, RightTag
from rights.powers import Power
from rights.queries.tag_lists import TagLine, tag_lines, with_things
from search.sources import PUBLIC, Entry, Text, refresh, register, register_reader

_OFFICE = "rights:office"
_BATCH = 500
_CALLED = {  # how people write the number of a recommendation
    "az": "tövsiyə {0}, {0}-ci, {0}-cı, {0}-cu, {0}-cü, {0} nömrəli, {0} saylı",
    "en": "recommendation {0}, rec. {0}",
    "ru": "рекомендация {0}, {0}-я",
}


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


class OpinionSource:
    """One entry for each issued opinion and for each of its recommendations, under the key of the opinion."""

    name = "opinion"
    label = _("Opinions")
    statuses: dict[str, str] = {}

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """The issued opinions with these keys."""
        issued = Opinion.objects.issued()
        chosen = issued if ids is None else issued.filter(pk__in=[UUID(key) for key in ids])
        for row in chosen.select_related("amendment", "instrument"):
            recommended = list(row.recommendations.select_related("version__instrument"))
            audience = _readers(row, recommended)
            yield _opinion(row, recommended, audience)
            for one in recommended:
                yield _recommendation(row, one, audience)

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The entries of issued opinions that the person may read."""
        keys, readable = [UUID(key) for key in ids], Opinion.objects.issued().visible_to(user)
        own = readable.filter(pk__in=keys).values_list("pk", flat=True)
        recommended = Recommendation.objects.filter(pk__in=keys, opinion__in=readable.values("pk"))
        return {str(pk) for pk in (*own, *recommended.values_list("pk", flat=True))}


def _readers(row: Opinion, recommended: Iterable[Recommendation]) -> frozenset[str]:
    """The tokens of those who read the opinion, by the rule of `OpinionQuerySet.issued_to`; the office reads each."""
    texts = Version.objects.filter(instrument=row.instrument, draft=None)
    if row.amendment is not None:
        if visible_amendments(AnonymousUser()).filter(pk=row.amendment_id).exists():
            return frozenset({PUBLIC})
        texts = Version.objects.filter(draft__amendment=row.amendment)
    elif texts.filter(pk__in=Version.objects.visible_to(AnonymousUser()).values("pk")).exists():
        return frozenset({PUBLIC})
    return frozenset(
        {
            _OFFICE,
            *(version_token(pk) for pk in texts.values_list("pk", flat=True)),
            *(_of_addressee(one.addressee_id) for one in recommended),
        }
    )


def _opinion(row: Opinion, recommended: list[Recommendation], audience: frozenset[str]) -> Entry:
    return _issued(
        row,
        {code for one in recommended for code in one.rights},
        Entry(
            id=str(row.pk),
            url=row.url,
            texts=(Text(row.language, f"{row.number}: {row.title}", row.text),),
            audience=audience,
        ),
    )


def _recommendation(row: Opinion, one: Recommendation, audience: frozenset[str]) -> Entry:
    body = "\n".join(filter(None, (one.reasons, one.wording)))
    return _issued(
        row,
        one.rights,
        Entry(
            id=str(one.pk),
            url=one.url,
            texts=(Text(row.language, f"{row.number}, {one.place}. {one.title}", body),),
            names=tuple(
                Text(language, body=f"{row.number} {called.format(one.place)}")
                for language, called in _CALLED.items()
            ),
            audience=audience,
            instrument=one.version.instrument.number,
            place=one.place,
        ),
    )


def _issued(row: Opinion, codes: Iterable[str], entry: Entry) -> Entry:
    """With what an opinion and its recommendations share: the act or amendment, the day, the rights by code and by name."""
    act = row.instrument
    rights = Right.objects.filter(code__in=list(codes)).order_by("code")
    named = [(language, label) for right in rights for language, label in right.labels.items()]
    return replace(
        entry,
        object_id=str(row.pk),
        names=(*entry.names, *(Text(language, body=label) for language, label in named)),
        instrument=act.number if act else entry.instrument,
        instrument_title=act.title if act else "",
        context=row.about,
        rights=tuple(right.code for right in rights),
        date=localdate(row.issued_at),
    )


def _of_addressee(institution: object) -> str:
    return f"opinions-to:{institution}"


def readers_of_rights(user: Any) -> list[str]:
    """The token of the office, and those of the institutions to which opinions are addressed."""
    if user is None or not user.is_authenticated:
        return []
    office = [_OFFICE] if holds(user, Power.READ) else []
    return [*office, *(_of_addressee(pk) for pk in institutions_of(user))]


_OPINIONS_OF = {
    Opinion._meta.label_lower: ("pk",),
    "amendments.version": ("amendment__drafts__versions", "instrument__versions"),  # released to others
}
_OF_WHAT_CHANGES = {
    RightTag._meta.label_lower: ("pk",),
    Right._meta.label_lower: ("right",),
    "consultations.comment": ("comment",),
    "amendments.version": ("version", "comment__submission__round__draft__versions"),  # released to others
}


def follow(kind: str, ids: Collection[object], **_: object) -> None:
    """Index the opinions and tags that changed, and those of which a right, the comment or the readers of a text did."""
    if fields := _OPINIONS_OF.get(kind):
        issued = Opinion.objects.issued().filter(_any_of(fields, ids)).order_by().distinct()
        refresh("opinion", list(issued.values_list("pk", flat=True)))
    elif kind == Right._meta.label_lower:
        refresh("opinion", _opinions_naming(ids))
    if fields := _OF_WHAT_CHANGES.get(kind):
        rows = RightTag.objects.filter(_any_of(fields, ids)).order_by().distinct()
        refresh("tag", list(rows.values_list("pk", flat=True)))


def _any_of(fields: Iterable[str], ids: Collection[object]) -> Q:
    return Q.create([Q((f"{field}__in", list(ids))) for field in fields], Q.OR)


def _opinions_naming(rights: Collection[object]) -> list[UUID]:
    """The issued opinions that name one of these rights: recommendations keep codes, as they were issued."""
    codes = set(Right.objects.filter(pk__in=list(rights)).values_list("code", flat=True))
    issued = Recommendation.objects.filter(opinion__issued_at__isnull=False).values_list("opinion", "rights")
    return list({opinion for opinion, named in issued if codes.intersection(named)})


register(TagSource(), only_for=_OFFICE)
register(OpinionSource())
register_reader(readers_of_rights)
changed.connect(follow, dispatch_uid="rights.search_sources")
