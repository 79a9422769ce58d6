"""What of a table `make test` tries, and what `.ci/run` alone."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def telling(cases: Iterable[Any], *named: Any) -> list[Any]:
    """The cases of a table for `parametrize`. `make test` tries those named, `.ci/run` all.

    A case of several values is named by its first one.
    """
    cases = list(cases)
    known = {_name(case) for case in cases}
    assert set(named) <= known, f"no cases: {set(named) - known}"
    return [_shared(case, among=named) for case in cases]


def _shared(case: Any, among: Collection[Any]) -> Any:
    values = case if isinstance(case, tuple) else (case,)
    return pytest.param(*values, marks=() if _name(case) in among else pytest.mark.whole)


def _name(case: Any) -> Any:
    return case[0] if isinstance(case, tuple) else case
