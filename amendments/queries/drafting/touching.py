"""Who else touches a provision: other instructions of the amendment, and other amendments as far as the reader may read them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from amendments.instructions.following import number_of
from amendments.instructions.touches import LEANING, Touch, Touched, conflict
from amendments.models import (
    AmendedAct,
    Amendment,
    Draft,
    Instruction,
    InstructionTarget,
    Version,
    VersionTarget,
)
from amendments.models.target import TOUCH_LABELS, Target
from amendments.permissions import sections_of
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import Step
from amendments.queries.law.acts import FINAL_STATES
from amendments.queries.targets import provision_id

MOST = 200  # rows of other instructions that a page reads; nobody looks through more
MOST_PROVISIONS = 900  # as many values as one query takes on SQLite


@dataclass(frozen=True, slots=True)
class Mine:
    """A provision that an instruction touches, or would touch when it is saved."""

    provision: UUID
    touch: Touch
    number: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A provision that two instructions touch, and how the other one does; `is_conflict` where both cannot be law."""

    number: str
    touch: Touch
    is_conflict: bool

    @property
    def label(self) -> str:
        """What the other one does to it."""
        return str(TOUCH_LABELS[self.touch])


@dataclass(frozen=True, slots=True)
class Other:
    """Another instruction: of a list that the reader drafts, or of the newest draft that the reader may read."""

    amendment: Amendment
    key: str
    instruction: UUID
    draft: Draft | None
    is_here: bool
    shared: tuple[Shared, ...]

    @property
    def is_conflict(self) -> bool:
        """Whether both cannot be law as they are worded."""
        return any(each.is_conflict for each in self.shared)


@dataclass(frozen=True, slots=True)
class AlsoTouched:
    """The others on what an instruction, a provision or a list touches."""

    act: AmendedAct
    others: tuple[Other, ...]

    @property
    def has_conflict(self) -> bool:
        """Whether one of them cannot be law beside it as it is worded."""
        return any(each.is_conflict for each in self.others)

    @property
    def elsewhere(self) -> "AlsoTouched":
        """Only those of other amendments."""
        return replace(self, others=tuple(each for each in self.others if not each.is_here))


@dataclass(frozen=True, slots=True)
class _TouchRow:
    target: Target
    instruction: Instruction
    amendment: Amendment
    draft: Draft | None = None


def also_touched(user: Any, act: AmendedAct, mine: Iterable[Mine], *, but: UUID | None = None) -> AlsoTouched:
    """The other instructions on these provisions: of this amendment first, then those of others.

    `but` is the instruction that touches them itself.
    """
    by_provision = {each.provision: each for each in mine if each.touch is not Touch.NAMES}
    if not by_provision:
        return AlsoTouched(act, ())
    found: dict[UUID, Other] = {}
    for row in (*_in_lists(user, act, by_provision, but), *_in_drafts(user, act, by_provision)):
        is_here = row.amendment.pk == act.amendment_id
        shared = _shared(by_provision, row.target, is_here=is_here)
        if shared is not None:
            other = Other(row.amendment, row.instruction.key, row.instruction.pk, row.draft, is_here, ())
            other = found.setdefault(row.instruction.pk, other)
            found[row.instruction.pk] = replace(other, shared=(*other.shared, shared))
    others = sorted(found.values(), key=lambda each: (not each.is_here, each.amendment.shown_title, each.key))
    return AlsoTouched(act, tuple(others))


def stored_touches(instruction: Instruction) -> list[Mine]:
    """What a stored instruction touches."""
    rows = instruction.targets.order_by("pk")[:MOST_PROVISIONS]
    return [Mine(row.provision_id, Touch(row.touch), row.number) for row in rows]


def touches_in(instruction: Instruction, tree: Tree | None, touched: Iterable[Touched]) -> list[Mine]:
    """What an instruction touches in a text that it gives; nothing where it gives none."""
    if tree is None:
        return []
    return [
        Mine(
            provision_id(instruction.pk, each.key),
            each.touch,
            number_of(tree, tree.by_key[each.key]) if each.touch is Touch.INSERTS else "",
        )
        for each in touched
    ]


def worked_touches(steps: Iterable[Step]) -> list[Mine]:
    """What the instructions of a list touch as they are carried out, of each provision the last change."""
    found: dict[UUID, Mine] = {}
    for step in steps:
        for mine in touches_in(step.instruction, step.outcome.tree, step.outcome.touches):
            if mine.touch not in LEANING or mine.provision not in found:
                found[mine.provision] = mine
    return list(found.values())


def _in_lists(user: Any, act: AmendedAct, mine: Mapping[UUID, Mine], but: UUID | None) -> Iterator[_TouchRow]:
    """Rows of the lists that the reader drafts; what is proposed there counts too."""
    lists = Q(pk=None)
    for path in sections_of(user):
        lists |= Q(instruction__amended_act__amendment__path__startswith=path)
    rows = InstructionTarget.objects.filter(
        lists,
        _same(mine),
        _open("instruction__amended_act__amendment", act),
        instruction__amended_act__instrument=act.instrument_id,
    )
    statuses = (
        Instruction.Status.TAKEN,
        Instruction.Status.PROPOSED,
    )  # of a folded one another says the words
    rows = rows.filter(instruction__status__in=statuses).exclude(instruction=but)
    for row in rows.select_related("instruction__amended_act__amendment").order_by("pk")[:MOST]:
        yield _TouchRow(row, row.instruction, row.instruction.amended_act.amendment)


def _in_drafts(user: Any, act: AmendedAct, mine: Mapping[UUID, Mine]) -> Iterator[_TouchRow]:
    """Rows of the newest readable draft of every amendment whose list the reader does not draft."""
    readable = Draft.objects.visible_to(user)
    for path in sections_of(user):
        readable = readable.exclude(amendment__path__startswith=path)
    later = readable.filter(amendment=OuterRef("amendment"), number__gt=OuterRef("number"))
    drafts = readable.filter(~Exists(later)).exclude(amendment=act.amendment_id)
    rows = VersionTarget.objects.filter(
        _same(mine),
        _open("sealed__version__draft__amendment", act),
        sealed__version__draft__in=drafts,
        sealed__version__instrument=act.instrument_id,
    )
    rows = rows.select_related("sealed__instruction", "sealed__version__draft__amendment").order_by("pk")
    for row in rows[:MOST]:
        draft = row.sealed.version.draft
        if draft is not None:
            yield _TouchRow(row, row.sealed.instruction, draft.amendment, draft)


def _same(mine: Mapping[UUID, Mine]) -> Q:
    """The same provisions, and new ones under the same numbers."""
    new = [each.number for each in mine.values() if each.touch is Touch.INSERTS]
    return Q(provision__in=list(mine)[:MOST_PROVISIONS]) | Q(
        touch=Touch.INSERTS, number__in=new[:MOST_PROVISIONS]
    )


def _open(path: str, act: AmendedAct) -> Q:
    """Amendments that are not over, and whose text of the act is not law yet."""
    adopted = Version.objects.filter(instrument=act.instrument_id, text_of__draft__amendment=OuterRef(path))
    return ~Q(**{f"{path}__state__in": FINAL_STATES}) & ~Q(Exists(adopted))


def _shared(mine: Mapping[UUID, Mine], row: Target, *, is_here: bool) -> Shared | None:
    """What the two have in common; None where one of them only leans on the provision and both can be law.

    The instructions of one list are carried out one after the other, so they exclude nothing.
    """
    touch = Touch(row.touch)
    own = mine.get(row.provision_id)
    excludes = own is None or conflict(own.touch, touch)  # None: another new provision under the same number
    if own is not None and not excludes and {own.touch, touch} & LEANING:
        return None
    return Shared(row.number, touch, is_conflict=excludes and not is_here)
