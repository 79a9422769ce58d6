"""Which of many fit together, found by halving where all of them do not."""

from collections.abc import Callable, Sequence


def fitting(numbers: Sequence[int], fit: Callable[[list[int]], bool], most: int) -> list[int]:
    """The numbers that fit together, in their order. The others do not fit beside them, or `most` trials found no place."""
    found: set[int] = set()
    waiting = [numbers] if numbers else []
    for _ in range(most):
        if not waiting:
            break
        some = waiting.pop()
        tried = found.union(some)
        if fit([each for each in numbers if each in tried]):
            found = tried
        elif len(some) > 1:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    return [each for each in numbers if each in found]
