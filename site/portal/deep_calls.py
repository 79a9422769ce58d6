"""Deep calls without asking the kernel for memory at every border.

Python 3.11 keeps the frames of calls in pieces of 16 KiB. It asks the kernel for the next piece when the calls get
deeper than a piece, and gives it back as soon as they return. The calls of a page of Django cross such a border
hundreds of times, which takes a seventh of the CPU that the page needs.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

_SLOTS = 66_000  # of eight bytes: a little over half of a piece of one MiB, so that the rest is left


def deep(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """The function, whose calls find half a MiB for their frames in one piece."""

    def called(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        return function(*args, **kwargs)

    called.__code__ = called.__code__.replace(co_stacksize=_SLOTS)
    return called
