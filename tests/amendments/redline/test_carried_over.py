"""A change of a wording, carried over to another wording of the same provision."""

import pytest
from hypothesis import given, strategies as st

from amendments.redline.carried_over import carried_change

BASE = "The fee is 10 coins, paid in advance."


@pytest.mark.parametrize(
    ("changed", "other", "both"),
    [
        (
            "The fee is 12 coins, paid in advance.",
            "The fee of a ferry is 10 coins, paid in advance.",
            "The fee of a ferry is 12 coins, paid in advance.",
        ),
        (
            "The fee is 10 coins.",
            "The lowest fee is 10 coins, paid in advance.",
            "The lowest fee is 10 coins.",
        ),
        (
            "The fee is 10 coins, paid in advance, except by children.",
            "The fee is 12 coins, paid in advance.",
            "The fee is 12 coins, paid in advance, except by children.",
        ),
        (BASE, "Something else.", "Something else."),
        (
            "The fee is 12 coins, paid in cash.",
            "The fee is 12 coins, paid in advance.",
            "The fee is 12 coins, paid in cash.",
        ),
        ("The fee is 12 coins, paid in advance.", BASE, "The fee is 12 coins, paid in advance."),
    ],
)
def test_both_changes_are_in_the_words(changed, other, both):
    assert carried_change(BASE, changed, other) == both


@pytest.mark.parametrize(
    ("changed", "other"),
    [
        ("The fee is 12 coins, paid in advance.", "The fee is 15 coins, paid in advance."),
        ("The fee is 12 coins, paid in advance.", "No fee is paid."),
        (
            "The fee is 10 coins, paid in advance and in cash.",
            "The fee is 10 coins, paid in advance by its sender.",
        ),
    ],
)
def test_nothing_is_guessed_where_both_changed_the_same_words(changed, other):
    assert carried_change(BASE, changed, other) is None


words = st.lists(st.sampled_from(["fee", "coin", "is", "paid", "the", "10", "12"]), max_size=8).map(" ".join)


@given(words, words, words)
def test_a_change_on_the_same_words_is_the_change(before, changed, other):
    assert carried_change(before, changed, before) == changed
    assert carried_change(before, before, other) == other
