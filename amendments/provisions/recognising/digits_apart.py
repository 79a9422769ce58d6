"""Headings whose digits stand apart: "Maddə 3 1." is article 31 behind article 30, but behind article 3 a raised figure was lost."""

from collections.abc import Sequence

from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.tree import Kind


def without_lowered_figures(labels: Sequence[Label | None]) -> list[Label | None]:
    """The labels without those of which the last digit was a raised figure; their lines are reported as text."""
    last: dict[tuple[Kind, int], str] = {}
    found = list(labels)
    for index, label in enumerate(labels):
        if label is None or label.form is not Form.HEADING or not label.value:
            continue
        base, figure = label.number[:-1], label.number[-1]
        if label.width and figure in "123456789" and last.get((label.kind, label.rank)) == base:
            found[index] = None
        else:
            last[label.kind, label.rank] = str(label.value[0].value)
    return found
