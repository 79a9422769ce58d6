"""The words of a provision in the order of print: an annex may have a caption above and below its label."""

from collections.abc import Sequence
from typing import NamedTuple

from amendments.queries.showing.runs import Run

NO_CAPTION = (0, 0)


class Printed(NamedTuple):
    """The paragraphs of a provision, each a list of runs."""

    above: Sequence[list[Run]]  # the label: “… Qanununa” above “2 nömrəli əlavə”
    below: Sequence[list[Run]]  # the label and above the heading: “to the Law on …”
    words: Sequence[list[Run]]  # below the heading


def printed(paragraphs: Sequence[list[Run]], caption: tuple[int, int]) -> Printed:
    """The paragraphs, of which so many stand above the label and so many between that and the heading."""
    above, below = caption[0], sum(caption)
    return Printed(paragraphs[:above], paragraphs[above:below], paragraphs[below:])
