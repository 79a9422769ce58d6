"""What the office writes of evidence, and the check that it shows nobody."""

from dataclasses import dataclass

from rights.errors import NoCase, NoEvidenceSummary, NoPeriod, refuse_too_long
from rights.models import Evidence
from rights.models.evidence import MOST_CASES
from rights.shown_people import refuse_identifiers
from rights.values import EvidenceKind

WORDS = ("period", "place", "summary", "source")


@dataclass(frozen=True, slots=True)
class EvidenceContent:
    """A summary with what is known of it in general words."""

    kind: EvidenceKind
    period: str
    summary: str
    place: str = ""
    cases: int = 1
    source: str = ""


def fill_evidence(row: Evidence, content: EvidenceContent) -> bool:
    """Put the content into the row, and say whether anything changes."""
    wanted: dict[str, object] = {"kind": content.kind.value, "cases": content.cases}
    for name in WORDS:
        words = getattr(content, name).replace("\r\n", "\n").strip()
        refuse_too_long(words)
        refuse_identifiers(words)
        wanted[name] = words
    if not wanted["period"]:
        raise NoPeriod
    if not wanted["summary"]:
        raise NoEvidenceSummary
    if not 1 <= content.cases <= MOST_CASES:
        raise NoCase
    changed = row._state.adding or any(getattr(row, name) != value for name, value in wanted.items())
    for name, value in wanted.items():
        setattr(row, name, value)
    return changed
