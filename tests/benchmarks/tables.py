"""Tables that read in a terminal and in Markdown, and targets that are met or missed."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """Something that is asked of the code; `asked` is how a reader is told."""

    what: str
    asked: str
    measured: str
    is_met: bool


def at_most(what: str, measured: float, limit: float, unit: str = "") -> Target:
    """A target that a figure must not exceed."""
    return Target(what, f"≤ {limit:g}{unit}", f"{measured:.3g}{unit}", measured <= limit)


def at_least(what: str, measured: float, limit: float, unit: str = "") -> Target:
    """A target that a figure must reach."""
    return Target(what, f"≥ {limit:g}{unit}", f"{measured:.4g}{unit}", measured >= limit)


def print_targets(targets: Sequence[Target]) -> None:
    """What is asked beside what was measured."""
    rows = [[t.what, t.asked, t.measured, "met" if t.is_met else "MISSED"] for t in targets]
    print_table("Targets", ["what", "asked", "measured", ""], rows)


def print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """One table under its title; the first column is text, the others are figures."""
    widths = [max(len(cell) for cell in column) for column in zip(header, *rows, strict=True)]
    print(f"\n### {title}\n")
    print(_row(header, widths))
    print(
        "|" + "|".join("-" * (width + 1) + ("-" if k == 0 else ":") for k, width in enumerate(widths)) + "|"
    )
    for row in rows:
        print(_row(row, widths), flush=True)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = cells
    aligned = [
        first.ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)),
    ]
    return f"| {' | '.join(aligned)} |"
