"""Which acts and amendments a person may see, and what their pages say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from amendments.models import Amendment, Instrument, ReleaseRequest, StateChange, Version
from amendments.models.release import Audience
from amendments.permissions import holds, may_draft, may_draft_version, sections_of
from amendments.states import PUBLIC_STATES, State

MOST_AMENDMENTS = 20  # on the page of an act
FINAL_STATES = (State.IN_FORCE, State.WITHDRAWN, State.REJECTED)


def visible_instruments(user: Any) -> QuerySet[Instrument]:
    """Acts of which the person may read at least one text; `is_changing` where an amendment is under way."""
    readable = Version.objects.visible_to(user).filter(instrument=OuterRef("pk"), amendment=None)
    pending = (
        visible_amendments(user)
        .filter(base_version__instrument=OuterRef("pk"))
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
    readable = Version.objects.visible_to(user).filter(amendment=OuterRef("pk"))
    rule = Q(Exists(readable))
    for path in sections_of(user):
        rule |= Q(path__startswith=path)
    return (
        Amendment.objects.live()
        .filter(rule)
        .select_related("base_version__instrument")
        .order_by("-first_published_at", "-pk")
    )


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in a list: who may read it, what is asked for it, what this person may do."""

    version: Version
    audience: Audience | None
    requests: tuple[ReleaseRequest, ...]
    next_audiences: tuple[Audience, ...]
    may_request: bool
    may_release: bool
    may_approve: bool
    in_force: date | None = None

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
    versions: tuple[VersionLine, ...]
    amendments: tuple[AmendmentLine, ...]
    newest: Version

    @property
    def has_steps(self) -> bool:
        """Whether the list needs a column of steps."""
        return any(line.has_step for line in self.versions)


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act in a list, with the newest text that the person may read."""

    instrument: Instrument
    newest: Version


@dataclass(frozen=True, slots=True)
class AmendmentPage:
    """An amendment: its drafts, newest first, and the way that it went."""

    amendment: Amendment
    versions: tuple[VersionLine, ...]
    steps: tuple[StateChange, ...]
    newest: Version | None
    may_draft: bool
    shows_state: bool

    @property
    def has_steps(self) -> bool:
        """Whether the list needs a column of steps."""
        return any(line.has_step for line in self.versions)


def act_page(user: Any, instrument: Instrument) -> ActPage | None:
    """None where the person may read no text of the act."""
    visible = (
        Version.objects.visible_to(user).filter(instrument=instrument, amendment=None).order_by("-number")
    )
    versions = list(
        visible.select_related("instrument__drafting_body").prefetch_related(
            "releases", "release_requests", "commencements"
        )
    )
    if not versions:
        return None
    amendments = visible_amendments(user).filter(base_version__instrument=instrument)
    return ActPage(
        instrument,
        tuple(_line(user, row) for row in versions),
        tuple(amendment_lines(user, amendments[:MOST_AMENDMENTS])),
        versions[0],
    )


def act_lines(user: Any, instruments: Iterable[Instrument]) -> list[ActLine]:
    """Acts with their newest readable text, in one query for all."""
    rows = list(instruments)
    readable = Version.objects.visible_to(user).filter(instrument__in=rows, amendment=None)
    newest = {version.instrument_id: version for version in readable.order_by("number")}
    return [ActLine(row, newest[row.pk]) for row in rows]


def amendment_lines(user: Any, amendments: Iterable[Amendment]) -> list[AmendmentLine]:
    """Amendments with the name of their state where the person may know it."""
    return [
        AmendmentLine(row, row.get_state_display() if _may_know_state(user, row) else "")
        for row in amendments
    ]


def amendment_page(user: Any, amendment: Amendment) -> AmendmentPage | None:
    """None where the person may read no draft and does not belong to the body."""
    visible = Version.objects.visible_to(user).filter(amendment=amendment).order_by("-number")
    versions = list(
        visible.select_related(
            "instrument__drafting_body", "amendment", "parent__instrument"
        ).prefetch_related("releases", "release_requests", "commencements")
    )
    is_drafter = may_draft(user, amendment)
    if not versions and not is_drafter:
        return None
    knows_all = _knows_every_state(user, amendment)
    steps = [step for step in amendment.state_changes.all() if knows_all or step.state in PUBLIC_STATES]
    return AmendmentPage(
        amendment,
        tuple(_line(user, row) for row in versions),
        tuple(steps),
        versions[0] if versions else None,
        is_drafter,
        shows_state=_may_know_state(user, amendment),
    )


def _knows_every_state(user: Any, amendment: Amendment) -> bool:
    return (
        may_draft(user, amendment)
        or holds(user, "amendments.release_version")
        or holds(user, "amendments.read_released")
        or holds(user, "amendments.view_statechange")
    )


def _may_know_state(user: Any, amendment: Amendment) -> bool:
    return amendment.state in PUBLIC_STATES or _knows_every_state(user, amendment)


def _line(user: Any, version: Version) -> VersionLine:
    released = {Audience(row.audience) for row in version.releases.all()}
    widest = max(released, key=lambda audience: audience.width) if released else None
    wider = tuple(audience for audience in Audience if widest is None or audience.width > widest.width)
    asked = {row.audience for row in version.release_requests.all()}
    is_own = may_draft_version(user, version)
    open_requests = tuple(row for row in version.release_requests.all() if Audience(row.audience) in wider)
    others = any(row.requested_by_id != user.pk for row in open_requests)
    return VersionLine(
        version,
        widest,
        open_requests,
        tuple(audience for audience in wider if audience.value not in asked),
        may_request=is_own and bool(wider),
        may_release=others and holds(user, "amendments.release_version"),
        may_approve=others and holds(user, "amendments.approve_release"),
        in_force=_in_force(version),
    )


def _in_force(version: Version) -> date | None:
    rows = list(version.commencements.all())
    return rows[-1].date if rows else None
