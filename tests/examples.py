"""How many generated inputs a property is tried on."""

from hypothesis import settings


def examples(count: int) -> int:
    """So many in `.ci/run`, a third of them in `make test`."""
    return max(1, count * settings.default.max_examples // 100)
