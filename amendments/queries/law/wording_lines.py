"""A wording of a provision as a line of its history."""

from dataclasses import dataclass
from datetime import date

from amendments.models import Version
from amendments.queries.showing.table_lines import InTable
from amendments.redline.provision_redline import Span


@dataclass(frozen=True, slots=True)
class WordingLine:
    """A version in which the provision got another wording, place or number, with the change to it."""

    version: Version
    label: str
    heading: tuple[Span, ...]
    text: tuple[Span, ...]
    in_table: InTable | None
    is_repealed: bool
    is_renumbered: bool
    language: str
    in_force: date | None = None  # of a consolidated text, where the day is known
    is_coming: bool = False  # adopted and not in force yet
