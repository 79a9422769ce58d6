"""The accelerator is the same engine: it may only be faster."""

import pytest
from hypothesis import given, strategies as st

from amendments.redline import engine

pytest.importorskip("fast_diff_match_patch")

CODES = st.text(st.sampled_from("abcde\ue000\U0001f600"), max_size=60)


@given(CODES, CODES)
def test_both_builds_give_the_same_runs(before: str, after: str) -> None:
    assert engine.fast_runs(before, after) == engine.python_runs(before, after)
