"""How good an order of hits is, and how sure that is."""

import math
import random
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from statistics import fmean

DEPTH = 10
_DRAWN = 1_000


def ndcg(hits: Sequence[str], gains: Mapping[str, float]) -> float:
    """nDCG@10 of hits in their order; `gains` says what each relevant one is worth, all others are worth nothing."""
    best = sum(_discounted(sorted(gains.values(), reverse=True)[:DEPTH]))
    return sum(_discounted([gains.get(hit, 0) for hit in hits[:DEPTH]])) / best


def is_held_out(name: str) -> bool:
    """Whether a query is kept away from tuning: one in two, the same for ever."""
    return bool(blake2b(name.encode(), digest_size=1).digest()[0] % 2)


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Mean, and what 95 of 100 samples drawn from these values have as theirs (bootstrap)."""
    chance = random.Random(1)  # noqa: S311 - no secret
    drawn = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(_DRAWN))
    return fmean(values), drawn[_DRAWN // 40], drawn[-_DRAWN // 40]


def _discounted(gains: Sequence[float]) -> list[float]:
    return [gain / math.log2(place + 2) for place, gain in enumerate(gains)]
