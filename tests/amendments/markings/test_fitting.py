"""Halving finds what fits together."""

import pytest
from hypothesis import given, strategies as st

from amendments.markings.fitting import fitting


@given(st.lists(st.integers(), unique=True), st.sets(st.integers()))
def test_all_but_those_that_never_fit_are_found_in_their_order(numbers, bad):
    found = fitting(numbers, lambda some: not bad & {*some}, 1000)
    assert found == [each for each in numbers if each not in bad]


def test_of_two_that_contradict_each_other_the_first_stays():
    assert fitting([1, 2, 3, 4], lambda some: not {2, 4} <= {*some}, 20) == [1, 2, 3]


@pytest.mark.parametrize(("bad", "trials"), [(None, 1), (300, 18)])
def test_one_of_hundreds_is_found_with_few_trials(bad, trials):
    asked = []
    found = fitting(range(400), lambda some: asked.append(some) or bad not in some, 100)
    assert len(found) == 400 - (bad is not None)
    assert len(asked) <= trials + 1


def test_no_more_than_the_trials_that_are_allowed():
    assert fitting(range(400), lambda some: 399 not in some, 4) == [*range(300)]
