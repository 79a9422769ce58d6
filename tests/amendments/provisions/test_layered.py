import pytest
from hypothesis import given, strategies as st

from amendments.provisions.layered import GONE, Layered

CHANGES = st.lists(st.dictionaries(st.integers(0, 200), st.one_of(st.integers(), st.just(GONE)), max_size=40))


def plain(before, changes):
    return {key: value for key, value in {**before, **changes}.items() if value is not GONE}


@given(st.dictionaries(st.integers(0, 200), st.integers()), CHANGES)
def test_updates_give_what_a_dictionary_gives(base, all_changes):
    layered, expected = Layered(base), base
    for changes in all_changes:
        before, kept = layered, dict(layered)
        layered, expected = layered.updated(changes), plain(expected, changes)
        assert dict(layered) == expected
        assert len(layered) == len(expected)
        assert dict(before) == kept


@given(st.dictionaries(st.integers(0, 200), st.integers()), CHANGES)
def test_what_differs_is_what_was_changed(base, all_changes):
    first = Layered(base)
    layered = first
    for changes in all_changes:
        layered = layered.updated(changes)
    expected = {key for key in {*first, *layered} if first.get(key) is not layered.get(key)}
    assert layered.differing(first) == expected == first.differing(layered)


def test_a_missing_key_and_one_that_is_gone_are_both_missing():
    layered = Layered({1: "a"}).updated({1: GONE})
    for key in (1, 2):
        with pytest.raises(KeyError):
            layered[key]


def test_a_few_changes_of_much_are_kept_apart():
    base = dict.fromkeys(range(10_000), 0)
    layered = Layered(base).updated({5: 1})
    assert layered._base is base
    assert layered.updated(dict.fromkeys(range(1000), 2))._base is not base
