"""What the comment form shows: the provision in the draft and in its base, and for whom the person may write."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from amendments.models import Draft, Instrument, Provision, Version
from amendments.queries.languages.translations import Words, translations_in
from amendments.queries.law.named_provisions import provisions_named
from amendments.queries.showing.table_lines import IN_TABLES
from amendments.text.language import reader_language
from consultations.access.memberships import institutions_of
from consultations.access.permissions import holds_part_for, may
from consultations.models import Comment, Institution, Round, Submission
from consultations.queries.comments.proposals import ShownProposal, proposed_on, shown_proposal
from consultations.queries.comments.provision_texts import (
    DraftTexts,
    ProvisionWording,
    wordings,
)
from consultations.rules.choices import Choice, choices
from consultations.rules.phases import Feature
from consultations.rules.proposed import Proposed
from consultations.values import CommentState, SubmissionState

MOST_ALIKE = 50


@dataclass(frozen=True, slots=True)
class Commented:
    """A provision in the form. A struck-out provision has no `draft`, an inserted one no `base`."""

    provision: str
    name: str  # as the law prints it, "" where nothing is printed
    called: str  # as a sentence names it
    lead: ProvisionWording | None  # the words that introduce a list of points
    draft: ProvisionWording | None
    base: ProvisionWording | None
    instrument: Instrument
    act: str  # the title of its act; "" if the draft changes only one
    translation: Words | None = None  # of the text that stands in the form, for a reader of another language

    @property
    def is_foreign(self) -> bool:
        """Whether the reader's language is another one than that of the act."""
        return self.language != reader_language()

    @property
    def language(self) -> str:
        """The language of the act."""
        return self.instrument.language

    @property
    def draft_words(self) -> str:
        """The wording that a proposal starts from."""
        return self.draft.words if self.draft else ""

    @property
    def field_words(self) -> str:
        """The words as the form shows them."""
        return self.draft.in_field if self.draft else ""

    @property
    def is_in_table(self) -> bool:
        """Whether the form shows cells."""
        shown = self.draft or self.base
        return shown is not None and shown.kind in IN_TABLES

    @property
    def base_words(self) -> str:
        """The wording in force, in the same field."""
        if self.base is None:
            return ""
        if self.draft and not self.draft.body and self.draft.heading:
            return self.base.heading
        return self.base.words

    @property
    def field(self) -> str:
        """The field that is commented on."""
        shown = self.draft or self.base
        return "body" if shown is None or shown.body else "heading"

    @property
    def heading(self) -> str:
        """The heading above the text, if there is one."""
        shown = self.draft or self.base
        return shown.heading if shown and shown.body else ""

    @property
    def choices(self) -> list[Choice]:
        """Sentences and struck-out words."""
        return choices(self.base_words, self.draft_words)

    def typed(self, proposed: str) -> str:
        """A proposed text as it is stored, "" where it is the same as the draft."""
        shown = self.draft or self.base
        words = proposed.replace("\r\n", "\n").strip()
        words = shown.typed(words) if shown else words
        return "" if words.strip() == self.draft_words.strip() else words

    def read(self, proposed: str) -> Proposed:
        """How a stored proposal is read."""
        return proposed_on(proposed, self.draft or self.base, self.instrument)

    def preview(self, proposed: str) -> ShownProposal:
        """What the committee will see of what stands in the field."""
        words = self.typed(proposed) or self.draft_words
        return shown_proposal(self.read(words), self.draft or self.base)


def commented_provision(draft: Draft, provision: Provision) -> Commented | None:
    """The provision for the form; None if neither the draft nor its bases contain it."""
    texts = DraftTexts.of(draft, [provision.pk])
    shown, version = texts.shown(provision.pk), texts.version_of(provision.pk)
    if shown is None or version is None:
        return None
    drafted = texts.draft(provision.pk)
    lead = None
    if shown.parent:
        lead = wordings([version], [shown.parent]).get((version.pk, shown.parent))
    return Commented(
        str(provision.pk),
        shown.name,
        shown.called,
        lead if lead and lead.body else None,
        None if drafted is not None and drafted.is_repealed else drafted,
        texts.base(provision.pk),
        version.instrument,
        version.instrument.shown_title if texts.has_several_acts else "",
        _translation(version, provision, is_drafted=drafted is not None),
    )


def _translation(version: Version, provision: Provision, *, is_drafted: bool) -> Words | None:
    """What the provision says in the reader's language: in the draft, or in its base if the draft drops it."""
    language, text = reader_language(), version if is_drafted else version.parent
    if language == version.instrument.language or text is None:
        return None
    found = translations_in([text], language, [provision.pk]).get(text.pk, {})
    return found.get(str(provision.pk))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A provision with the number that was asked for. `act` is the title of its act if there are several."""

    wording: ProvisionWording
    act: str
    language: str


def provisions_numbered(draft: Draft, number: str) -> list[Numbered]:
    """The provisions that a number or a citation names in each act of the draft; in its base if only the base has them."""
    versions = list(draft.versions.select_related("instrument", "parent"))
    found: list[Numbered] = []
    for version in versions:
        act = version.instrument.shown_title if len(versions) > 1 else ""
        rows = _numbered(version, number) or (_numbered(version.parent, number) if version.parent else [])
        found += [Numbered(row, act, version.instrument.language) for row in rows]
    return found[:MOST_ALIKE]


def _numbered(text: Version, number: str) -> list[ProvisionWording]:
    found = provisions_named(text, number)[:MOST_ALIKE]
    return sorted(wordings([text], found).values(), key=lambda row: row.order) if found else []


def acting_for(user: Any, round_: Round, at: datetime) -> list[Institution | None]:
    """The institutions for which the person may write now. None means an individual view."""
    return [body for body in _bodies(user, at) if may(user, Feature.WRITE, round_, body, at)]


def writers_of(user: Any, round_: Round, at: datetime) -> list[Institution | None]:
    """The institutions for which the person may write in some phase of the round, also when it is closed."""
    return [body for body in _bodies(user, at) if holds_part_for(user, Feature.WRITE, round_, body, at)]


def late_askers(
    user: Any, round_: Round, bodies: Iterable[Institution | None], at: datetime
) -> list[Institution | None]:
    """The institutions for which the person may ask to be accepted late. None stands for an individual view."""
    return [body for body in bodies if may(user, Feature.ASK_LATE, round_, body, at)]


def _bodies(user: Any, at: datetime) -> list[Institution | None]:
    if not user.is_authenticated:
        return []
    return [*Institution.objects.filter(pk__in=institutions_of(user, at)), None]


def handed_over(round_: Round, bodies: Iterable[Institution | None]) -> list[Submission]:
    """The submissions of these institutions that wait for their sign-off: nothing is added to them now."""
    waiting = (SubmissionState.IN_REVIEW, SubmissionState.SIGNED_OFF)
    found = round_.submissions.filter(institution__in=[body for body in bodies if body], state__in=waiting)
    return list(found.select_related("institution").order_by("institution__name"))


def own_drafts(user: Any, round_: Round, provision: str) -> list[Comment]:
    """The person's drafts on the same provision."""
    return list(
        Comment.objects.visible_to(user)
        .filter(submission__round=round_, state=CommentState.DRAFT, anchors__provision=UUID(provision))
        .distinct()
    )
