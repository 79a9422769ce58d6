"""What instructions touch: on what they were written, and who else touches the same provision."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID, uuid5

from amendments.instructions.touches import LEANING, Touch, WrittenOn
from amendments.models import AmendedAct, InstructionTarget, Version, VersionTarget

_OF_A_TARGET = ("provision_id", "touch", "number", "text_hash")


def written_on(act: AmendedAct) -> Mapping[UUID, Mapping[str, WrittenOn]]:
    """By instruction and provision, how what an instruction of the act touches stood when it was resolved."""
    found: dict[UUID, dict[str, WrittenOn]] = defaultdict(dict)
    rows = InstructionTarget.objects.filter(instruction__amended_act=act)
    for pk, *given in rows.values_list("instruction_id", *_OF_A_TARGET):
        row = _written_on(*given)
        found[pk][row.key] = row
    return found


def written_on_base(act: AmendedAct) -> Mapping[UUID, list[WrittenOn]]:
    """What is written on provisions of the base, without those that the list itself inserts."""
    by_instruction = written_on(act)
    brought = {
        row.key for rows in by_instruction.values() for row in rows.values() if row.touch is Touch.INSERTS
    }
    return {
        pk: [row for key, row in rows.items() if key not in brought] for pk, rows in by_instruction.items()
    }


def sealed_targets(version: Version) -> Mapping[UUID, list[list[str]]]:
    """What the instructions of a sealed version touch, as its hash covers it."""
    found: dict[UUID, list[list[str]]] = defaultdict(list)
    rows = VersionTarget.objects.filter(sealed__version=version).order_by("provision_id")
    for pk, *given in rows.values_list("sealed__instruction_id", *_OF_A_TARGET):
        found[pk].append([str(value) for value in given])
    return found


def instructions_by_provision(version: Version) -> Mapping[str, tuple[int, ...]]:
    """UUID of a provision → places of the instructions that change it, counted from 1 as in the amending act."""
    found: dict[str, list[int]] = defaultdict(list)
    rows = VersionTarget.objects.filter(sealed__version=version).exclude(touch__in=LEANING)
    for provision, order in rows.order_by("sealed__order").values_list("provision_id", "sealed__order"):
        found[str(provision)].append(order + 1)
    return {key: tuple(places) for key, places in found.items()}


def provision_id(owner: UUID, key: str) -> UUID:
    """The UUID of a provision of a tree; one that its instruction does not own yet gets one that stays the same."""
    try:
        return UUID(key)
    except ValueError:
        return uuid5(owner, key)


def _written_on(provision: UUID, touch: str, number: str, text_hash: str) -> WrittenOn:
    return WrittenOn(str(provision), Touch(touch), number, text_hash)
