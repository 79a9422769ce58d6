"""How versions stand to each other: which everybody may read, which is the newest, and when each was in force."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models.functions import Coalesce

from amendments.audiences import every_audience
from amendments.models import Commencement, Draft, EntryText, Release, Version
from amendments.queries.law.in_force_now import comes


@dataclass(frozen=True, slots=True)
class Period:
    """Days in force: from the first on, and no longer from `until` on."""

    start: datetime.date | None = None  # None where it is not known
    until: datetime.date | None = None  # None for good


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts that decide how wordings of provisions are shown, read once for all of them."""

    public: frozenset[object]  # versions that everybody may read
    present: frozenset[
        object
    ]  # the consolidated version of each act that is law today, of those that everybody may read
    coming: frozenset[object]  # those that are adopted and not in force yet
    width: dict[object, int]  # how wide each version was released
    drafts: Mapping[Any, int]  # the number of the last draft of each amendment that everybody may read
    law: dict[object, tuple[Version, ...]]  # consolidated versions of each act, oldest first
    starts: Mapping[Any, datetime.date | None]
    """When each of them enters into force. An imported text without a day is law from the adoption of its act on."""

    @classmethod
    def now(cls) -> "Standing":
        """As it is at this moment."""
        public = frozenset(Version.objects.visible_to(AnonymousUser()).values_list("pk", flat=True))
        width: dict[object, int] = {}
        widths = {audience.slug: place for place, audience in enumerate(every_audience(), start=1)}
        released = Release.objects.annotate(sealed=Coalesce("draft__versions", "version"))
        for version, audience in released.values_list("sealed", "audience"):
            width[version] = max(width.get(version, 0), widths.get(audience, 0))
        texts = Version.objects.filter(draft=None).order_by("instrument", "number")
        law = {act: tuple(rows) for act, rows in groupby(texts, key=lambda row: row.instrument_id)}
        days = Commencement.objects.order_by("recorded_at", "pk").values_list("version", "date")
        imported = Version.objects.filter(draft=None, text_of=None)
        adopted = dict(imported.values_list("pk", "instrument__date"))
        starts = {pk: day or adopted.get(pk) for pk, day in days}
        read = Draft.objects.visible_to(AnonymousUser()).order_by("number")
        drafts = dict(read.values_list("amendment", "number"))
        coming = frozenset(row.pk for rows in law.values() for row in rows if comes(row, starts.get(row.pk)))
        last = ([row.pk for row in rows if row.pk in public - coming][-1:] for rows in law.values())
        present = frozenset(pk for one in last for pk in one)
        return cls(public, present, coming, width, drafts, law, starts)

    def is_newest(self, version: Version) -> bool:
        """Whether a text is the last one of its act that needs no further day, also if few may read it."""
        last = [one.pk for one in self.law.get(version.instrument_id, ()) if one.pk not in self.coming][-1:]
        return last == [version.pk]

    def rank(self, row: EntryText) -> tuple[bool, int, bool, int]:
        """The order of the rows of a wording. The first one represents it, so that a version never shows to readers of a wider one only."""
        version = row.entry.version
        return version.pk in self.present, self.width.get(version.pk, 0), not version.is_draft, version.number

    def periods(self, act: object, versions: Collection[object]) -> list[Period]:
        """When a text that stands in these versions of an act was in force, oldest first.

        For a text that everybody may read, only public versions count, so that it reveals nothing of a newer version that
        is not released.
        """
        known = [row for row in self.law.get(act, ()) if row.pk in versions or self._counts(row, versions)]
        steps = [(row.pk in versions, self.starts.get(row.pk)) for row in known]
        changes = [step for before, step in pairwise([(False, None), *steps]) if step[0] != before[0]]
        ends = [day for stands, day in changes if not stands]
        begins = [day for stands, day in changes if stands]
        return [Period(start, ends[at] if at < len(ends) else None) for at, start in enumerate(begins)]

    def _counts(self, version: Version, versions: Collection[object]) -> bool:
        return version.pk in self.public or self.public.isdisjoint(versions)
