"""Makes every wording of every provision findable, for those who may read a version in which it stands."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from amendments.models import EntryText, ProvisionText, Release, Version
from amendments.models.release import Audience
from amendments.provisions.tree import Kind
from amendments.queries.provisions import cite
from amendments.signals import changed
from search.sources import PUBLIC, Entry, Text, refresh, register, register_reader

_NO_LAW = (Kind.CONTENTS, Kind.APPARATUS)  # printed beside the law
_CITED_LEVELS = ("art_", "para_", "subpara_", "point_")


@dataclass(frozen=True, slots=True)
class _Standing:
    """What decides how the wordings of a provision are shown: asked once for all of them."""

    public: frozenset[object]  # versions that everybody may read
    newest: frozenset[object]  # the last consolidated version of each act, of those that everybody may read
    width: dict[object, int]  # how wide each version was released

    @classmethod
    def now(cls) -> "_Standing":
        public = Version.objects.visible_to(AnonymousUser())
        width: dict[object, int] = {}
        for version, audience in Release.objects.values_list("version", "audience"):
            width[version] = max(width.get(version, 0), Audience(audience).width + 1)
        numbers = public.filter(amendment=None).values("instrument").annotate(last=Max("number"))
        last = {row["instrument"]: row["last"] for row in numbers}
        newest = public.filter(amendment=None).values_list("pk", "instrument", "number")
        return cls(
            frozenset(public.values_list("pk", flat=True)),
            frozenset(pk for pk, instrument, number in newest if last[instrument] == number),
            width,
        )

    def rank(self, row: EntryText) -> tuple[bool, int, bool, int]:
        """The row that speaks for a wording: nothing of a version shows to those who may read only a wider one."""
        version = row.entry.version
        return version.pk in self.newest, self.width.get(version.pk, 0), not version.is_draft, version.number


class ProvisionSource:
    """One entry for each wording; the wordings of a provision are one hit."""

    name = "provision"
    label = _("Provisions")
    statuses = {"current": _("in force"), "draft": pgettext_lazy("of a text", "draft"), "earlier": _("earlier wording")}

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """The wordings of these rows of `ProvisionText`."""
        rows = (
            EntryText.objects.exclude(entry__provision__kind__in=_NO_LAW)
            .select_related(
                "entry__version__instrument", "entry__version__amendment", "entry__provision", "text"
            )
            .order_by("text_id", "pk")
        )
        standing = _Standing.now()
        for some in _batches(ids):
            chosen = rows if some is None else rows.filter(text_id__in=some)
            for _text, same in groupby(chosen.iterator(2000), key=lambda row: row.text_id):
                yield _entry(list(same), standing)

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The wordings that stand in a version which the person may read."""
        readable = Version.objects.visible_to(user).values("pk")
        rows = EntryText.objects.filter(text_id__in=[int(pk) for pk in ids], entry__version__in=readable)
        return {str(pk) for pk in rows.values_list("text_id", flat=True).distinct()}


def _batches(ids: Collection[str] | None) -> Iterator[list[int] | None]:
    if ids is None:
        yield None
        return
    every = [int(pk) for pk in ids]
    for start in range(0, len(every), 1000):
        yield every[start : start + 1000]


def _entry(rows: list[EntryText], standing: _Standing) -> Entry:
    row = max(rows, key=standing.rank)
    entry, version, text = row.entry, row.entry.version, row.text
    versions = {one.entry.version_id for one in rows}
    is_current = version.pk in standing.newest and not entry.is_repealed
    heading = ". ".join(part for part in (cite(row), text.heading) if part)
    return Entry(
        id=str(text.pk),
        url=reverse("amendments:provision", args=[entry.provision_id]),
        texts=(Text(text.language, heading, text.body),),
        audience=frozenset({PUBLIC} if versions & standing.public else {_token(pk) for pk in versions}),
        cite=_numbers(entry.eid),
        instrument=version.instrument.number,
        context=version.instrument.title,
        status="current" if is_current else "draft" if version.is_draft else "earlier",
        date=localdate(version.sealed_at) if version.is_draft else version.instrument.date,
        is_current=is_current,
        group=str(entry.provision_id),
    )


def _numbers(eid: str) -> tuple[str, ...]:
    """ "12.3.1" of "art_12__para_3__subpara_1"; what is no article or part of one is not cited by number."""
    levels = eid.split("__")
    if not levels[0].startswith("art_") or not all(level.startswith(_CITED_LEVELS) for level in levels):
        return ()
    return (".".join(level.partition("_")[2] for level in levels),)


def _token(version: object) -> str:
    return f"version:{version}"


def readable_versions(user: Any) -> list[str]:
    """A token for each version that the person, but not everybody, may read: by the rule of the pages."""
    if user is None or not user.is_authenticated:
        return []
    public = Version.objects.visible_to(AnonymousUser()).values("pk")
    return [
        _token(pk)
        for pk in Version.objects.visible_to(user).exclude(pk__in=public).values_list("pk", flat=True)
    ]


def follow(kind: str, ids: Collection[object], **_: object) -> None:
    """A version was sealed or released: index the wordings that this concerns."""
    if kind == "amendments.version":
        refresh("provision", list(_concerned(Version.objects.filter(pk__in=[str(pk) for pk in ids]))))


def _concerned(versions: Iterable[Version]) -> set[int]:
    """All wordings of the act for a consolidated version, as it may end the force of others; else the draft's own."""
    concerned: set[int] = set()
    for version in versions:
        texts: QuerySet[ProvisionText] = ProvisionText.objects.filter(
            provision__instrument=version.instrument_id
        )
        if version.is_draft:
            in_law = EntryText.objects.filter(
                entry__version__in=Version.objects.visible_to(AnonymousUser()).filter(amendment=None)
            )
            texts = texts.filter(entry_texts__entry__version=version).exclude(pk__in=in_law.values("text"))
        concerned.update(texts.values_list("pk", flat=True))
    return concerned


register(ProvisionSource())
register_reader(readable_versions)
changed.connect(follow, dispatch_uid="amendments.search_sources")
