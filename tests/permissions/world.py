"""One small world for every test of permissions: each role once, each object in every state that matters."""

from dataclasses import dataclass, field, fields
from typing import Any

from amendments.models import (
    ActImport,
    Amendment,
    CheckFinding,
    Draft,
    LegalCheck,
    MarkedFile,
    Section,
    Version,
)
from consultations.models import Attachment, Comment, Institution, Round, RoundQuestion, Submission
from rights.models import (
    Assessment,
    ConcordanceRow,
    Evidence,
    InternationalRecommendation,
    IssueNote,
    Opinion,
    Recommendation,
    ReplyRequest,
    RightsIssue,
    RightTag,
)
from search.models.saved import SavedSearch
from tests.factories import law

ACT = law.ACT.replace("1.2.2. rafts.", "1.2.2. rafts;\n1.2.3. balloons.")


@dataclass
class World:
    """Everything by name."""

    people: dict[str, Any] = field(default_factory=dict)
    bodies: dict[str, Institution] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)  # consolidated texts
    drafts: dict[str, Draft] = field(default_factory=dict)
    imports: dict[str, ActImport] = field(default_factory=dict)
    marked_files: dict[str, MarkedFile] = field(default_factory=dict)
    requests: dict[str, Any] = field(default_factory=dict)
    checks: dict[str, LegalCheck] = field(default_factory=dict)
    findings: dict[str, CheckFinding] = field(default_factory=dict)
    instructions: dict[str, Any] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    questions: dict[str, RoundQuestion] = field(default_factory=dict)  # by their rounds
    attachments: dict[str, Attachment] = field(default_factory=dict)
    provisions: dict[str, Any] = field(default_factory=dict)
    issues: dict[str, RightsIssue] = field(default_factory=dict)
    notes: dict[str, IssueNote] = field(default_factory=dict)  # on issues
    evidence: dict[str, Evidence] = field(default_factory=dict)  # on issues
    tags: dict[str, RightTag] = field(default_factory=dict)
    international: dict[str, InternationalRecommendation] = field(default_factory=dict)
    asked: dict[str, ReplyRequest] = field(default_factory=dict)
    opinions: dict[str, Opinion] = field(default_factory=dict)
    recommendations: dict[str, Recommendation] = field(default_factory=dict)  # by their opinions
    answers: dict[str, Assessment] = field(default_factory=dict)  # to issues
    rows: dict[str, ConcordanceRow] = field(default_factory=dict)  # of the concordance
    saved: dict[str, SavedSearch] = field(default_factory=dict)

    def submission(self, comment: str) -> Submission:
        """The submission of a comment."""
        return self.comments[comment].submission

    def fresh(self) -> "World":
        """The same rows, read again."""
        return World(**{each.name: _again(getattr(self, each.name)) for each in fields(self)})


def _again(rows: dict[str, Any]) -> dict[str, Any]:
    stored = {name: row for name, row in rows.items() if row.pk}
    found = type(next(iter(stored.values())))._default_manager.in_bulk([row.pk for row in stored.values()])
    return {name: found.get(row.pk, row) for name, row in rows.items()}  # what was erased stays as it was
