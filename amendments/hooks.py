"""The points where another app adds to this one, carried by Wagtail's hook registry.

Each point has a name, a protocol and a line of documentation (`docs/extending.md` has a section for each).
`collect` refuses wrong types and duplicates and names the offender. Rows are `Any` here: models ask some of the points.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar, cast, runtime_checkable

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail import hooks

from amendments.importers.protocol import Importer
from amendments.instructions.wording import Wording
from amendments.links import InstructionSources, Link as Link, StepNotice as StepNotice
from amendments.note_items import NoteItems
from amendments.personal_data import PersonalData
from amendments.provisions.scheme import Scheme
from amendments.record.recorded_kind import RecordedKind
from amendments.record.sealed_table import SealedTable
from amendments.renderers.exporter import Exporter
from amendments.renderers.paper.documents import Remark
from amendments.work import Work

T = TypeVar("T")


@runtime_checkable
class Audience(Protocol):
    """`register_audiences`: to whom drafts and consolidated texts can be released.

    `slug` is stored with each release. `width` orders the audiences: a release only ever goes to a wider one. The
    system check `amendments.E010` refuses two of the same width, and a label that cannot be translated.
    """

    slug: str
    label: str | Promise
    width: int

    def drafts_of(self, user: Any) -> Q:
        """Condition on drafts: those for which the person belongs to the audience. The release is checked elsewhere."""
        ...

    def texts_of(self, user: Any) -> Q:
        """Which consolidated texts it may read, as a condition on `Version`."""
        ...

    def obstacle(self, text: Any) -> str:
        """What still stands in the way of a release, as a sentence for the person; "" for nothing.

        `text` is a `Draft` or a consolidated `Version`.
        """
        ...


@runtime_checkable
class Remit(Protocol):
    """`register_remits`: where the permissions of a person count.

    A group says what its people may do. A remit says on which amendments: for `powers` ("amendments.release_version")
    both are needed. If several remits limit a power, all of them must agree.
    """

    slug: str
    powers: Collection[str]

    def reaches(self, user: Any, power: str, amendment: Any) -> bool:
        """Whether the power counts on the `Amendment`; on any at all, if it is None."""
        ...

    def amendments_of(self, user: Any, power: str) -> Q:
        """The amendments on which the power counts, as a condition on `Amendment`; an empty one means all."""
        ...


@runtime_checkable
class ProvisionPanel(Protocol):
    """`register_provision_panels`: what stands beside the provisions of a text and on a provision's own page."""

    slug: str

    def links(self, request: HttpRequest, versions: Sequence[Any]) -> Mapping[str, Sequence[Link]]:
        """Links by provision UUID for the reader; one bounded set of queries for all texts of the page.

        `versions` (of the model `Version`) are the texts on one page: a consolidated text, or the versions of one draft.
        """
        ...

    def render(self, request: HttpRequest, provision: Any) -> str:
        """HTML for the own page of a `Provision`, "" when the reader may see nothing."""
        ...


@runtime_checkable
class ActPanel(Protocol):
    """`register_act_panels`: what stands below the title of an act."""

    slug: str

    def render(self, request: HttpRequest, act: Any) -> str:
        """HTML for the page of an `Instrument`, "" when there is nothing for the reader."""
        ...


@runtime_checkable
class AmendmentPanel(Protocol):
    """`register_amendment_panels`: what the page of an amendment shows."""

    slug: str

    def render(self, request: HttpRequest, amendment: Any) -> str:
        """HTML for the page of an `Amendment`, "" when there is nothing for the reader."""
        ...


@runtime_checkable
class DraftNote(Protocol):
    """`register_draft_notes`: what stands above the redline of a draft."""

    slug: str

    def render(self, request: HttpRequest, draft: Any) -> str:
        """HTML below the title of a `Draft`, "" when there is nothing for the reader."""
        ...


@runtime_checkable
class ReviewRule(Protocol):
    """`register_review_rules`: which people with the right to review may check an amendment. All rules must agree."""

    slug: str

    def reviewers_of(self, amendment: Any) -> Q:
        """Condition on accounts: those who may check the `Amendment`."""
        ...

    def obstacle(self, user: Any, amendment: Any) -> str:
        """Why the person may not check it, as a sentence; "" if the person may."""
        ...


@runtime_checkable
class StepSequel(Protocol):
    """`register_step_sequels`: what followed from a step of an amendment, so that the step is not taken back any more."""

    slug: str

    def after(self, amendment: Any, at: datetime) -> Sequence[str]:
        """What happened on the `Amendment` from then on and needs the step, in sentences for everybody who takes steps."""
        ...


@runtime_checkable
class StepWarning(Protocol):
    """`register_step_warnings`: what a person should know before a step of an amendment. It does not stop the step."""

    slug: str

    def before(self, amendment: Any, state: str) -> Sequence[StepNotice]:
        """What a step of the `Amendment` to this state would cut short, in sentences that everybody who takes steps may
        read, each with the page where something can be done about it.
        """
        ...


@runtime_checkable
class MailPanel(Protocol):
    """`register_mail_panels`: what the administrator's page on mails shows of an app."""

    slug: str

    def render(self, request: HttpRequest) -> str:
        """HTML below the mails, "" when there is nothing to see. Never a text that people were told."""
        ...


@runtime_checkable
class PeriodicJob(Protocol):
    """`register_periodic_jobs`: work that the periodic runner does again and again (`manage.py run_periodic`).

    It may be cut off at any moment and may run twice at once: what it does must then still be right.
    """

    slug: str
    every: timedelta

    def run(self, now: datetime) -> None:
        """Do what is due."""
        ...


@runtime_checkable
class Moments(Protocol):
    """`register_moments`: when public pages change by themselves, such as at the end of a round. Midnight is known."""

    slug: str

    def next_after(self, now: datetime) -> datetime | None:
        """The first such moment after `now`; None if none is known."""


@runtime_checkable
class Remarks(Protocol):
    """`register_remarks`: what is said about a draft, as comments in the file of its redline."""

    slug: str

    def stand_on(self, request: HttpRequest, draft: Any) -> bool:
        """Whether the person may read anything of it: the page offers the file then."""

    def of(self, user: Any, draft: Any) -> Mapping[str, Sequence[Remark]]:
        """By the primary key of a `Version` of the `Draft`, as text: what the person may read of it."""

    def rest_of(self, user: Any, amendment: Any, texts: Sequence[str]) -> Mapping[str, str | None]:
        """By the text of a comment of a file with a code of this app what is new in it; None where it is not read."""


@dataclass(frozen=True, slots=True)
class HookPoint:
    """A declared point: name and the protocol its answers keep."""

    name: str
    protocol: type


AUDIENCES = HookPoint("register_audiences", Audience)
REMITS = HookPoint("register_remits", Remit)
PROVISION_PANELS = HookPoint("register_provision_panels", ProvisionPanel)
ACT_PANELS = HookPoint("register_act_panels", ActPanel)
AMENDMENT_PANELS = HookPoint("register_amendment_panels", AmendmentPanel)
DRAFT_NOTES = HookPoint("register_draft_notes", DraftNote)
SCHEMES = HookPoint("register_provision_schemes", Scheme)
WORDINGS = HookPoint("register_instruction_wordings", Wording)
REVIEW_RULES = HookPoint("register_review_rules", ReviewRule)
STEP_SEQUELS = HookPoint("register_step_sequels", StepSequel)
STEP_WARNINGS = HookPoint("register_step_warnings", StepWarning)
MAIL_PANELS = HookPoint("register_mail_panels", MailPanel)
PERIODIC_JOBS = HookPoint("register_periodic_jobs", PeriodicJob)
WORK = HookPoint("register_work", Work)
RECORDED_KINDS = HookPoint("register_recorded_kinds", RecordedKind)
SEALED_TABLES = HookPoint("register_sealed_tables", SealedTable)
MOMENTS = HookPoint("register_moments", Moments)
IMPORTERS = HookPoint("register_importers", Importer)
EXPORTERS = HookPoint("register_exporters", Exporter)
REMARKS = HookPoint("register_remarks", Remarks)
NOTE_ITEMS = HookPoint("register_explanatory_notes", NoteItems)
INSTRUCTION_SOURCES = HookPoint("register_instruction_sources", InstructionSources)
PERSONAL_DATA = HookPoint("register_personal_data", PersonalData)
POINTS = (
    AUDIENCES,
    REMITS,
    PROVISION_PANELS,
    ACT_PANELS,
    AMENDMENT_PANELS,
    DRAFT_NOTES,
    SCHEMES,
    WORDINGS,
    REVIEW_RULES,
    STEP_SEQUELS,
    STEP_WARNINGS,
    MAIL_PANELS,
    PERIODIC_JOBS,
    WORK,
    RECORDED_KINDS,
    SEALED_TABLES,
    MOMENTS,
    IMPORTERS,
    EXPORTERS,
    REMARKS,
    NOTE_ITEMS,
    INSTRUCTION_SOURCES,
    PERSONAL_DATA,
)


def collect(point: HookPoint) -> list[Any]:
    """Every answer to a point, in registration order. A hook returns one object or an iterable of them."""
    found: dict[object, Any] = {}
    for function in cast("Iterable[Callable[[], Any]]", hooks.get_hooks(point.name)):
        answer = function()
        for item in answer if isinstance(answer, (list, tuple)) else [answer]:
            _add(found, point, item, function)
    return list(found.values())


def _add(found: dict[object, Any], point: HookPoint, item: Any, function: Callable[[], Any]) -> None:
    offender = f"{function.__module__}.{function.__qualname__}"
    if not isinstance(item, point.protocol):
        raise ImproperlyConfigured(
            f"{offender} answers {point.name} with {item!r}, not a {point.protocol.__name__}."
        )
    identity = getattr(item, "slug", None) or (getattr(item, "country", ""), getattr(item, "language", ""))
    if identity in found:
        raise ImproperlyConfigured(f"{offender} registers {identity!r} with {point.name} a second time.")
    found[identity] = item
