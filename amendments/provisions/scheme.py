"""What a numbering scheme must answer: how acts of one country and language are printed and cited.

Schemes are plugins chosen by (country, language), else (any, language). The protocol is declared in the pure room
so that a plugin can implement it without Django.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from amendments.provisions.messages import Message
from amendments.provisions.tree import Element, Tree


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at.

    `line` counts from 1 and is the first place, `further` are the lines of the others; `count` says how many lines or
    provisions are meant; `code` is stable (gap, duplicate_number, unparsed_line …). A finding that `stops` means that law may be lost: the text is sealed only
    after a person has confirmed the code with a reason.
    """

    line: int
    code: str
    message: Message
    count: int = 1
    stops: bool = False
    further: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[int, ...]:
        """Every line that is meant, as far as the finding names it."""
        return (self.line, *self.further)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree with what the parser wants a person to look at."""

    tree: Tree
    warnings: tuple[Finding, ...] = ()

    @property
    def stopping(self) -> tuple[Finding, ...]:
        """What a person has to confirm before the text is sealed: the first finding of each code, counting them all."""
        alike: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.warnings:
            if finding.stops:
                alike[finding.code].append(finding)
        return tuple(_as_one(findings) for findings in alike.values())

    def unconfirmed(self, confirmed: Mapping[str, str]) -> tuple[Finding, ...]:
        """The stopping findings whose code has no reason in `confirmed` (code → reason)."""
        return tuple(finding for finding in self.stopping if not confirmed.get(finding.code, "").strip())


def _as_one(findings: Sequence[Finding]) -> Finding:
    """The first of several findings of one code, with the places of all."""
    first = findings[0]
    others = {line for finding in findings for line in finding.lines} - {first.line}
    return replace(first, count=sum(finding.count for finding in findings), further=tuple(sorted(others)))


@runtime_checkable
class Scheme(Protocol):
    """Parsing, printing and citing for one (country, language)."""

    @property
    def country(self) -> str:
        """ISO 3166 alpha-2 in small letters, "" = any."""
        ...

    @property
    def language(self) -> str:
        """ISO 639-1."""
        ...

    def parse(self, text: str) -> Parsed:
        """Read an act; every line is either placed or reported."""
        ...

    def render(self, tree: Tree) -> str:
        """Print the act; the text that was parsed comes back identical."""
        ...

    def label(self, element: Element) -> str:
        """The number as printed before a provision: "Article 12.", "12.3."."""
        ...

    def cite(self, element: Element) -> str:
        """The provision as cited on a page: "Article 12.3", "12.3-cü maddə"."""
        ...
