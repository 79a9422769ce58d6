"""What a registrar sees of an act before it is saved: the tree that was read, and the findings to look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator

from amendments.importers import Imported
from amendments.models import Instrument
from amendments.models.provision import KIND_LABELS
from amendments.provisions.scheme import Finding, Parsed, Scheme
from amendments.provisions.tree import Element, Kind

PER_PAGE = 500
LONG = 5_000  # lines: a browser needs more than a second to lay them out
DEEPEST = 6  # levels that the list shows by a wider margin
NUMBERED = {Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT}


@dataclass(frozen=True)
class Confirmation:
    """A finding that stops the import, and why the drafter says that the text is right all the same."""

    finding: Finding
    reason: str
    is_missing: bool  # the drafter wanted to save without a reason

    @property
    def name(self) -> str:
        """The name of its field in the form."""
        return f"confirm_{self.finding.code}"


@dataclass(frozen=True)
class TreeLine:
    """One provision of the tree that was read, named as the file prints it."""

    element: Element
    label: str  # "Part IV", "(1)", "12.3."; the name of its kind where nothing is printed
    is_printed: bool
    level: int  # how many provisions stand above it, `DEEPEST` at most


@dataclass(frozen=True)
class Preview:
    """What was read: the lines of the file and the act that they make."""

    imported: Imported
    parsed: Parsed
    scheme: Scheme
    confirmed: Mapping[str, str]  # reasons by the code of the finding
    is_saved: bool = False
    shown: int | str = 1  # the page of the list that the drafter asked for
    others_of_the_number: Sequence[Instrument] = ()  # acts with the same number and another day

    @property
    def confirmations(self) -> list[Confirmation]:
        """What has to be confirmed before the text is sealed."""
        missing = (
            {finding.code for finding in self.parsed.unconfirmed(self.confirmed)} if self.is_saved else set()
        )
        return [
            Confirmation(finding, self.confirmed.get(finding.code, ""), finding.code in missing)
            for finding in self.parsed.stopping
        ]

    @property
    def others(self) -> list[Finding]:
        """Findings that a person should look at, but that stop nothing."""
        return [finding for finding in self.parsed.warnings if not finding.stops]

    @property
    def title(self) -> str:
        """The title as it is printed in the file."""
        titles = (element.text for element in self.parsed.tree if element.kind is Kind.TITLE)
        return " ".join(next(titles, "").split())

    @property
    def provisions(self) -> list[Element]:
        """The articles, parts and points."""
        return [element for element in self.parsed.tree if element.kind in NUMBERED]

    @property
    def count_lines(self) -> int:
        """How many lines the text has."""
        return self.imported.text.count("\n")

    @property
    def is_long(self) -> bool:
        """Whether the text to be corrected is shown only where somebody asks for it."""
        return self.count_lines > LONG

    @cached_property
    def page(self) -> Page[Element]:
        """The elements that are listed now."""
        return Paginator(list(self.parsed.tree), PER_PAGE).get_page(self.shown)

    @property
    def lines(self) -> list[TreeLine]:
        """Each of them with its label and its level."""
        return [self._line(element) for element in self.page]

    def _line(self, element: Element) -> TreeLine:
        printed = self.scheme.label(element)
        above, level = self.parsed.tree.by_key.get(element.parent), 0
        while above is not None:
            above, level = self.parsed.tree.by_key.get(above.parent), level + 1
        return TreeLine(
            element, printed or str(KIND_LABELS[element.kind]), bool(printed), min(level, DEEPEST)
        )
