"""Calls get deep without asking the kernel for memory each time."""

import resource
from concurrent.futures import ThreadPoolExecutor

from portal.deep_calls import deep

ALL = 7_000
FEW = ALL // 20


def _down(depth: int) -> int:
    return _down(depth - 1) + 1 if depth else 0


def _asked_for() -> int:
    """How often the kernel gives memory while calls of each depth come and go."""
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    for number in range(ALL):
        _down(50 + number // 20)
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def test_deep_calls_ask_once():
    with ThreadPoolExecutor(1) as thread:  # with memory of its own: this test is called with room
        assert thread.submit(deep(_asked_for)).result() < FEW


def test_a_deep_function_takes_and_returns_what_the_function_does():
    assert deep(divmod)(7, 4) == (1, 3)
    assert deep(sorted)([1, 3, 2], reverse=True) == [3, 2, 1]
