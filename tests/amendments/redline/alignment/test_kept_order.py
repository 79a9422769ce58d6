"""What stays in order, so that as little as possible is said to have moved."""

from itertools import combinations, pairwise

from hypothesis import given, strategies as st

from amendments.redline.alignment.kept_order import heaviest_rising, longest_rising


def is_rising(values: list[int]) -> bool:
    return all(left < right for left, right in pairwise(values))


@given(st.permutations(range(8)))
def test_the_longest_rising_run_rises_and_none_is_longer(values: list[int]) -> None:
    chain = [values[k] for k in longest_rising(values)]
    assert is_rising(chain)
    longer = combinations(values, len(chain) + 1)
    assert not any(is_rising(list(run)) for run in longer)


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)),
        max_size=8,
        unique_by=lambda p: p[:2],
    )
)
def test_the_heaviest_rising_run_rises_and_none_is_heavier(found: list[tuple[int, int, int]]) -> None:
    found.sort()
    pairs, weights = [p[:2] for p in found], [p[2] for p in found]
    chain = heaviest_rising(pairs, weights)

    def rises(run: tuple[int, ...]) -> bool:
        return all(pairs[x][0] < pairs[y][0] and pairs[x][1] < pairs[y][1] for x, y in pairwise(run))

    assert rises(tuple(chain))
    runs = (run for size in range(len(pairs) + 1) for run in combinations(range(len(pairs)), size))
    heaviest = max(sum(weights[k] for k in run) for run in runs if rises(run))
    assert sum(weights[k] for k in chain) == heaviest
