"""The hooks of this app for plugins (`docs/extending.md` has a section for each)."""

from amendments.hooks import HookPoint, collect
from consultations.rules.benchmarks import Benchmarks

BENCHMARKS = HookPoint("register_benchmarks", Benchmarks)
POINTS = (BENCHMARKS,)


def benchmarks() -> list[Benchmarks]:
    """The vocabularies that plugins contribute."""
    return collect(BENCHMARKS)
