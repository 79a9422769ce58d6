"""Which instructions of a sealed draft changed which provisions: found by carrying them out, not by their numbers."""

from collections import defaultdict

from amendments.models import Instruction, Version
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree
from amendments.queries.drafts import run


def instructions_by_provision(version: Version, base: Tree, scheme: Scheme) -> dict[str, tuple[int, ...]]:
    """UUID of a provision → places of the instructions that touched it, counted from 1 as in the amending act."""
    found: dict[str, list[int]] = defaultdict(list)
    sealed = version.sealed_instructions.values_list("instruction_id", "operation")
    rows = [Instruction(pk=pk, operation=operation) for pk, operation in sealed]
    for place, outcome in enumerate(run(base, rows, scheme).outcomes, start=1):
        for key in outcome.touched:
            found[key].append(place)
    return {key: tuple(places) for key, places in found.items()}
