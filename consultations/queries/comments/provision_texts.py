"""Reads the wordings of some provisions in some versions with one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from amendments.models import Draft, EntryText, Version
from amendments.models.provision import KIND_LABELS
from amendments.provisions.tree import Element, Kind
from amendments.queries.law.provision_names import citation_if_needed, label_of, name_of
from amendments.text import cells

_KNOWN_BY_WORDS = frozenset({Kind.PARAGRAPH, Kind.TABLE, Kind.ROW})  # an act has many without a number
_FEW = 6  # words


@dataclass(frozen=True, slots=True)
class ProvisionWording:
    """The wording of a provision in a version. `order` is its place in the law."""

    provision: str
    version: object
    number: str
    name: str  # as pages name it beside its text: "12.3", "a)"
    label: str  # as its act prints it: "12.3.", "a)"
    cited: str  # of one that its number alone does not name, as its act cites it: "point (a) of Article 45"; else ""
    kind: Kind
    order: int
    heading: str
    body: str
    is_repealed: bool
    parent: str

    @property
    def words(self) -> str:
        """The text that comments are on: the body, or the heading if there is no body."""
        return self.body or self.heading

    @property
    def called(self) -> str:
        """How a sentence names it: by its number, its citation or its kind. A paragraph is known by its first words."""
        if self.number:
            return self.cited or self.name
        kind = str(KIND_LABELS[self.kind])
        if self.kind not in _KNOWN_BY_WORDS:
            return self.cited or kind
        return _("%(kind)s “%(words)s”") % {
            "kind": kind,
            "words": Truncator(self.words).words(_FEW, truncate=" …"),
        }

    @property
    def in_field(self) -> str:
        """The text as a form field shows it, with bars between the cells of a table."""
        return cells.shown(self._body) if self.body else self.heading

    def typed(self, words: str) -> str:
        """Words that were typed over `in_field`, as the law keeps them."""
        return cells.typed(self._body, words) if self.body else words

    @property
    def _body(self) -> Element:
        return Element(self.provision, self.kind, self.number, text=self.body)


Wordings = dict[tuple[object, str], ProvisionWording]


def wordings(versions: Iterable[Version], provisions: Iterable[UUID | str | None]) -> Wordings:
    """The wordings by (version, provision)."""
    joined = ("entry__version__instrument", "entry__provision", "text")
    rows = _texts(versions, provisions).select_related(*joined)
    return {(row.entry.version_id, str(row.entry.provision_id)): wording_of(row) for row in rows}


def words_of(versions: Iterable[Version], provisions: Iterable[UUID | str | None]) -> list[tuple[str, str]]:
    """Their words alone, each with its language, without the names: many provisions cost little."""
    rows = _texts(versions, provisions).values_list("text__body", "text__heading", "language")
    return [(body or heading, language) for body, heading, language in rows]


def _texts(versions: Iterable[Version], provisions: Iterable[UUID | str | None]) -> QuerySet[EntryText]:
    return EntryText.objects.filter(
        entry__version__in=list(versions),
        entry__provision__in=[str(pk) for pk in provisions if pk],
        language=F("entry__version__instrument__language"),
    )


@dataclass(frozen=True, slots=True)
class DraftTexts:
    """The wordings of some provisions, in a draft and in its bases. They may belong to several acts."""

    versions: tuple[Version, ...]
    found: Wordings

    @classmethod
    def of(cls, draft: Draft, provisions: Iterable[UUID | str | None]) -> "DraftTexts":
        """Read the wordings with two queries, for any number of acts."""
        versions = tuple(draft.versions.select_related("instrument", "parent"))
        texts = [*versions, *(version.parent for version in versions if version.parent)]
        return cls(versions, wordings(texts, provisions))

    @property
    def has_several_acts(self) -> bool:
        """Whether the draft changes several acts, so that a number without its act is ambiguous."""
        return len(self.versions) > 1

    def version_of(self, provision: object) -> Version | None:
        """The version of the act that contains the provision."""
        key = str(provision)
        return next(
            (row for row in self.versions if {(row.pk, key), (row.parent_id, key)} & self.found.keys()), None
        )

    def draft(self, provision: object) -> ProvisionWording | None:
        """The wording in the draft."""
        version = self.version_of(provision)
        return self.found.get((version.pk, str(provision))) if version else None

    def base(self, provision: object) -> ProvisionWording | None:
        """The wording in force, which the draft changes."""
        version = self.version_of(provision)
        return self.found.get((version.parent_id, str(provision))) if version else None

    def shown(self, provision: object) -> ProvisionWording | None:
        """The wording in the draft; in the base if the draft drops the provision."""
        return self.draft(provision) or self.base(provision)


def wording_of(row: EntryText) -> ProvisionWording:
    """The wording that an entry of a version holds. Read it with its version, act, provision and text."""
    entry = row.entry
    return ProvisionWording(
        str(entry.provision_id),
        entry.version_id,
        entry.number,
        name_of(row),
        label_of(row),
        citation_if_needed(row),
        Kind(entry.provision.kind),
        entry.order,
        row.text.heading,
        row.text.body,
        entry.is_repealed,
        str(entry.parent_id or ""),
    )
