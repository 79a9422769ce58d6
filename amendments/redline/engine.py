"""diff-match-patch without its clock: the same two strings always give the same runs."""

from diff_match_patch import diff_match_patch

try:
    from fast_diff_match_patch import diff as _fast_diff
except ImportError:  # an accelerator, not a need
    _fast_diff = None

type_of_run = {"-": -1, "=": 0, "+": 1}


def python_runs(before: str, after: str) -> list[tuple[int, int]]:
    """Runs of (-1 deleted, 0 kept, 1 inserted; length) from the Python build."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return [(operation, len(run)) for operation, run in engine.diff_main(before, after, False)]


def fast_runs(before: str, after: str) -> list[tuple[int, int]]:
    """The runs as the C++ build finds them."""
    found = _fast_diff(before, after, timelimit=0, checklines=False, cleanup="No", counts_only=True)
    return [(type_of_run[operation], length) for operation, length in found]


runs = fast_runs if _fast_diff else python_runs
