"""Which acts and amendments a person may see, and what their pages say."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from amendments.audiences import among, audience_named, every_audience, obstacles
from amendments.hooks import Audience
from amendments.models import (
    AmendedAct,
    Amendment,
    Draft,
    Instrument,
    ReleaseRequest,
    StateChange,
    Version,
)
from amendments.permissions import (
    amendments_where,
    holds_on,
    may_draft,
    may_draft_in,
    sections_of,
)
from amendments.queries.law.in_force_now import in_force_from, is_coming, text_in_force
from amendments.states import PUBLIC_STATES, State

MOST_AMENDMENTS = 20  # on the page of an act
FINAL_STATES = (State.IN_FORCE, State.WITHDRAWN, State.REJECTED)


def visible_instruments(user: Any) -> QuerySet[Instrument]:
    """Acts of which the person may read at least one text; `is_changing` where an amendment is under way."""
    readable = Version.objects.visible_to(user).filter(instrument=OuterRef("pk"), draft=None)
    pending = (
        visible_amendments(user)
        .filter(amended_acts__instrument=OuterRef("pk"))
        .exclude(state__in=FINAL_STATES)
        .order_by()
    )
    return (
        Instrument.objects.live()
        .filter(Exists(readable))
        .select_related("drafting_body")
        .annotate(is_changing=Exists(pending))
        .order_by("title", "pk")
    )


def visible_amendments(user: Any) -> QuerySet[Amendment]:
    """Amendments of which the person may read a draft, and those of the own body."""
    readable = Draft.objects.visible_to(user).filter(amendment=OuterRef("pk"))
    rule = Q(Exists(readable))
    for path in sections_of(user):
        rule |= Q(path__startswith=path)
    return (
        Amendment.objects.live()
        .filter(rule)
        .prefetch_related(
            Prefetch(
                "amended_acts", AmendedAct.objects.select_related("instrument", "base_version__instrument")
            )
        )
        .order_by("-first_published_at", "-pk")
    )


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A release that was asked for; `obstacle` is what it waits for, "" where it can be made."""

    row: ReleaseRequest
    obstacle: str

    @property
    def waits_for(self) -> str:
        """Who acts next, in words."""
        if self.row.approved_by_id is None and getattr(settings, "MADDA_RELEASE_NEEDS_APPROVAL", False):
            return _("It waits for the approval of the chair.")
        return _("It waits for the secretariat, which releases it.")


@dataclass(frozen=True, slots=True)
class SealedLine:
    """A draft or a consolidated text in a list: who may read it, what is asked for it, what this person may do."""

    text: Draft | Version
    audience: Audience | None
    requests: tuple[AskedLine, ...]
    next_audiences: tuple[Audience, ...]
    may_request: bool
    may_release: bool
    may_approve: bool
    in_force: date | None = None
    is_coming: bool = False  # adopted and not in force yet

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft of an amendment."""
        return isinstance(self.text, Draft)

    @property
    def has_step(self) -> bool:
        """Whether the person has something to do or to wait for here."""
        return (
            self.may_release
            or self.may_approve
            or (self.may_request and bool(self.requests or self.next_audiences))
        )


@dataclass(frozen=True, slots=True)
class AmendmentLine:
    """An amendment in a list; `state` is "" where its name is not for this reader."""

    amendment: Amendment
    state: str


@dataclass(frozen=True, slots=True)
class ActPage:
    """An act: its texts, newest first, and the amendments on it."""

    instrument: Instrument
    versions: tuple[SealedLine, ...]
    amendments: tuple[AmendmentLine, ...]
    newest: Version
    present: Version  # what is law today; the newest where none is yet
    may_discard: bool
    may_amend: bool

    @property
    def has_steps(self) -> bool:
        """Whether the list needs a column of steps."""
        return any(line.has_step for line in self.versions)

    @property
    def newest_day(self) -> date | None:
        """When the newest text enters into force, where it is known."""
        return in_force_from(self.newest)


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act in a list, with the newest text that the person may read."""

    instrument: Instrument
    newest: Version


@dataclass(frozen=True, slots=True)
class AmendmentPage:
    """An amendment: its drafts, newest first, and the way that it went."""

    amendment: Amendment
    acts: tuple[AmendedAct, ...]
    drafts: tuple[SealedLine, ...]
    steps: tuple[StateChange, ...]
    newest: Draft | None
    may_draft: bool
    shows_state: bool

    @property
    def has_steps(self) -> bool:
        """Whether the list needs a column of steps."""
        return any(line.has_step for line in self.drafts)


def act_page(user: Any, instrument: Instrument) -> ActPage | None:
    """None where the person may read no text of the act."""
    visible = Version.objects.visible_to(user).filter(instrument=instrument, draft=None).order_by("-number")
    versions = list(
        visible.select_related("instrument__drafting_body", "text_of__draft__amendment").prefetch_related(
            "releases", "release_requests", "commencements"
        )
    )
    if not versions:
        return None
    amendments = visible_amendments(user).filter(amended_acts__instrument=instrument)
    return ActPage(
        instrument,
        tuple(_line(user, row, in_force_from(row), is_coming(row)) for row in versions),
        tuple(amendment_lines(user, amendments[:MOST_AMENDMENTS])),
        versions[0],
        text_in_force(versions[::-1]) or versions[0],
        may_discard=may_draft_in(user, instrument.drafting_body)
        and not any(row.releases.all() for row in versions)
        and not amendments,
        may_amend=bool(sections_of(user)),
    )


def removable_acts(amendment: Amendment) -> QuerySet[AmendedAct]:
    """The acts that nothing in the record names: no instruction was written and no draft was sealed with them."""
    sealed = Version.objects.filter(draft__amendment=amendment, instrument=OuterRef("instrument"))
    return amendment.amended_acts.filter(~Exists(sealed), instructions=None)


def consolidated_texts(user: Any) -> QuerySet[Version]:
    """The consolidated texts that the person may read, with what an amendment on one of them needs."""
    texts = Version.objects.visible_to(user).filter(draft=None)
    return texts.select_related("instrument__drafting_body", "draft")


def newest_texts(user: Any) -> QuerySet[Version]:
    """The newest consolidated text of each act that the person may read, by title."""
    texts = consolidated_texts(user)
    later = texts.filter(instrument=OuterRef("instrument"), number__gt=OuterRef("number"))
    return texts.filter(~Exists(later)).order_by("instrument__title", "instrument")


def act_lines(user: Any, instruments: Iterable[Instrument]) -> list[ActLine]:
    """Acts with their newest readable text, in one query for all."""
    rows = list(instruments)
    readable = Version.objects.visible_to(user).filter(instrument__in=rows, draft=None)
    newest = {version.instrument_id: version for version in readable.order_by("number")}
    return [ActLine(row, newest[row.pk]) for row in rows]


def amendment_lines(user: Any, amendments: Iterable[Amendment]) -> list[AmendmentLine]:
    """Amendments with the name of their state where the person may know it."""
    rows = list(amendments)
    known = _whose_states_are_known(user, rows)
    return [
        AmendmentLine(row, row.get_state_display() if row.state in PUBLIC_STATES or row.pk in known else "")
        for row in rows
    ]


def _whose_states_are_known(user: Any, rows: Collection[Amendment]) -> set[int]:
    """The amendments whose every state the person may know; at most one query."""
    own = {row.pk for row in rows if may_draft(user, row)}
    where = amendments_where(user, "amendments.view_statechange")
    if not where:
        return {row.pk for row in rows}
    others = [row.pk for row in rows if row.pk not in own and row.state not in PUBLIC_STATES]
    return own | set(Amendment.objects.filter(where, pk__in=others).values_list("pk", flat=True))


def amendment_page(user: Any, amendment: Amendment) -> AmendmentPage | None:
    """None where the person may read no draft and does not belong to the body."""
    visible = Draft.objects.visible_to(user).filter(amendment=amendment).order_by("-number")
    drafts = list(visible.prefetch_related("releases", "release_requests"))
    for draft in drafts:
        draft.amendment = amendment
    is_drafter = may_draft(user, amendment)
    if not drafts and not is_drafter:
        return None
    knows_all = _knows_every_state(user, amendment)
    steps = [step for step in amendment.state_changes.all() if knows_all or step.state in PUBLIC_STATES]
    return AmendmentPage(
        amendment,
        tuple(amendment.amended_acts.select_related("instrument", "base_version__instrument")),
        tuple(_line(user, row) for row in drafts),
        tuple(steps),
        drafts[0] if drafts else None,
        is_drafter,
        shows_state=_may_know_state(user, amendment),
    )


def _knows_every_state(user: Any, amendment: Amendment) -> bool:
    return may_draft(user, amendment) or holds_on(user, "amendments.view_statechange", amendment)


def _may_know_state(user: Any, amendment: Amendment) -> bool:
    return amendment.state in PUBLIC_STATES or _knows_every_state(user, amendment)


def _line(user: Any, text: Draft | Version, in_force: date | None = None, comes: bool = False) -> SealedLine:
    released = among(row.audience for row in text.releases.all())
    widest = released[-1] if released else None
    wider = [audience for audience in every_audience() if widest is None or audience.width > widest.width]
    open_to = {audience.slug for audience in wider}
    asked = {row.audience for row in text.release_requests.all()}
    is_own = text.is_drafted_by(user)
    open_requests = [row for row in text.release_requests.all() if row.audience in open_to]
    others = any(row.requested_by_id != user.pk for row in open_requests)
    may_release = others and holds_on(user, "amendments.release_version", text.from_amendment)
    return SealedLine(
        text,
        widest,
        tuple(AskedLine(row, _obstacle(text, row) if may_release or is_own else "") for row in open_requests),
        tuple(audience for audience in wider if audience.slug not in asked),
        may_request=is_own and bool(wider),
        may_release=may_release,
        may_approve=others and holds_on(user, "amendments.approve_release", text.from_amendment),
        in_force=in_force,
        is_coming=comes,
    )


def _obstacle(text: Draft | Version, asked: ReleaseRequest) -> str:
    return " ".join(obstacles(text, audience_named(asked.audience)))
