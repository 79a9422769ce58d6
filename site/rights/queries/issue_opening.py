"""What the form shows in which somebody opens an issue: the provision, the texts that contain it, and its sentences."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from amendments.models import Instrument, Provision, Version
from amendments.provisions.sentences import sentences
from amendments.queries.law.acts import FINAL_STATES
from amendments.queries.law.in_force_now import is_coming
from amendments.queries.law.named_provisions import provisions_named
from consultations.queries.comments.provision_parts import wordings_with_parts, words_in
from consultations.queries.comments.provision_texts import ProvisionWording, wordings
from consultations.rules.choices import Range
from rights.queries.names_of_texts import names_of
from rights.queries.office_texts import office_texts
from rights.queries.suggested_rights import suggested_rights
from rights.suggesting.suggestion import Suggestion

MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class OfferedText:
    """A text on which the issue can be raised."""

    version: Version
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The provision in the text that was chosen."""

    provision: Provision
    version: Version
    wording: ProvisionWording
    words: str  # with its parts
    offered: tuple[OfferedText, ...]

    @property
    def sentences(self) -> list[tuple[Range, str]]:
        """The sentences to choose from, with their words."""
        words = self.wording.words
        return [(Range(*place), words[slice(*place)]) for place in sentences(words)]

    @property
    def suggested(self) -> list[Suggestion]:
        """The rights that its words suggest."""
        return suggested_rights(self.wording.words, self.version.instrument.language)

    @property
    def name(self) -> str:
        """What the text is called."""
        return next(one.name for one in self.offered if one.version == self.version)

    @property
    def field(self) -> str:
        """The field in which the sentences stand."""
        return "body" if self.wording.body else "heading"


def opening(user: Any, provision: Provision, chosen: str) -> Opening | None:
    """The text with the key `chosen`, else the law in force, else the newest draft; None if the office works on none."""
    rows = office_texts(user).filter(entries__provision=provision)
    rows = rows.select_related("instrument", "draft__amendment", "text_of__draft").prefetch_related(
        "commencements"
    )
    offered = offered_texts(rows.order_by("-sealed_at", "-number"))
    if not offered:
        return None
    version = next((row for row in offered if str(row.pk) == chosen), offered[0])
    texts = wordings_with_parts([version], [provision.pk])
    wording = texts[version.pk, str(provision.pk)]
    words = words_in(texts, version, provision.pk)
    return Opening(provision, version, wording, words, tuple(_named(offered)))


def offered_texts(newest_first: Iterable[Version]) -> list[Version]:
    """The law in force and the newest draft of each amendment that is under way and has made no text of that law yet."""
    law: list[Version] = []
    drafts: dict[object, Version] = {}
    made: set[object] = set()
    for row in newest_first:
        if row.draft is not None and row.draft.amendment.state not in FINAL_STATES:
            drafts.setdefault(row.draft.amendment_id, row)
        elif row.draft is None and not is_coming(row):
            law = law or [row]
            made.add(row.text_of.draft.amendment_id if row.text_of and row.text_of.draft else None)
    return [*law, *(draft for key, draft in drafts.items() if key not in made)]


def _named(texts: Sequence[Version]) -> list[OfferedText]:
    names = names_of(texts)
    return [OfferedText(row, names.dated(row), names.short(row)) for row in texts]


def provisions_with(version: Version, number: str) -> list[ProvisionWording]:
    """The provisions of a text that a number or a citation names, in the order of the law."""
    found = _wordings_of(version, provisions_named(version, number))
    return [wording for wording in found if not wording.is_repealed]


def provisions_meant(version: Version, number: str) -> list[ProvisionWording]:
    """The provisions of a text that are named; where there are none, those that it repeals."""
    return provisions_with(version, number) or _repealed(version, number)


def _repealed(version: Version, number: str) -> list[ProvisionWording]:
    """The provisions that a draft repeals, by the number that they have in the text on which it stands."""
    if not version.is_draft or version.parent is None:
        return []
    found = _wordings_of(version, provisions_named(version.parent, number))
    return [wording for wording in found if wording.is_repealed]


def _wordings_of(version: Version, keys: Collection[Any]) -> list[ProvisionWording]:
    found = wordings([version], keys).values() if keys else ()
    return sorted(found, key=lambda wording: wording.order)


def not_one(found: Sequence[ProvisionWording], number: str) -> str:
    """Why a number does not say which provision is meant: none has it, or several have."""
    words = (
        _(
            "Several provisions of this text have the number %(number)s. Name the article too, for example 57(2) for "
            "part 2 of Article 57."
        )
        if found
        else _("No provision of this text has the number %(number)s.")
    )
    return words % {"number": number[:40]}


def acts_for(user: Any) -> list[Instrument]:
    """The acts of which the office works on a text."""
    texts = office_texts(user).values("instrument")
    return sorted(Instrument.objects.filter(pk__in=texts), key=lambda act: act.shown_title)


def texts_to_open_on(texts: QuerySet[Version], act: Instrument) -> list[OfferedText]:
    """The law in force and the newest drafts of an act, of these texts."""
    rows = (
        texts.filter(instrument=act)
        .select_related("instrument", "draft__amendment", "text_of__draft")
        .prefetch_related("commencements")
    )
    return _named(offered_texts(rows.order_by("-sealed_at", "-number")))


def provisions_numbered(user: Any, act: Instrument, number: str) -> list[ProvisionWording]:
    """The provisions of an act that are named, in the newest text of each kind on which the office works."""
    found: dict[str, ProvisionWording] = {}
    for offered in texts_to_open_on(office_texts(user), act):
        for wording in provisions_with(offered.version, number):
            found.setdefault(wording.provision, wording)
    return list(found.values())
