"""The page of an issue: its texts side by side, the question that waits, standards, particulars and notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _, gettext_lazy

from amendments.permissions import holds
from amendments.queries.law.in_force_now import in_force_from
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.access.memberships import institutions_of
from consultations.models import Comment, Term
from consultations.queries.comments.provision_parts import replaced_by, unnumbered
from consultations.rules.benchmarks import TermKind
from rights.models import Assessment, IssueArticle, IssueNote, Recommendation, ReplyRequest, RightsIssue
from rights.powers import Power
from rights.queries.choices_beside import choices_beside
from rights.queries.closing_steps import ClosingStep, closing_steps
from rights.queries.issue_coverage import IssueCoverage, coverage_of
from rights.queries.issue_lines import outdated
from rights.queries.issue_texts import ChosenText, IssueText, issue_texts
from rights.queries.question_words import asks, question_words
from rights.states import needs_reason, next_states
from rights.values import IssueState


@dataclass(frozen=True, slots=True)
class Column:
    """One of the texts side by side, under its title."""

    title: str
    text: IssueText

    @property
    def in_force(self) -> date | None:
        """From which day a text of the law is in force, if that is known. One query."""
        return None if self.text.version.is_draft else in_force_from(self.text.version)


@dataclass(frozen=True, slots=True)
class Standard:
    """A treaty with its articles; `is_quoted` says that the quotation of the issue is from it."""

    row: IssueArticle
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class OfferedStep:
    """A step that can be taken by hand."""

    state: IssueState
    label: str
    needs_reason: bool


@dataclass(frozen=True, slots=True)
class IssuePage:
    """Everything on the page."""

    issue: RightsIssue
    called: str  # the provision on which it was raised
    also: tuple[str, ...]  # the other ones
    columns: tuple[Column, ...]
    texts: tuple[IssueText, ...]
    question: IssueText | None
    asks: str
    asks_about: str
    standards: tuple[Standard, ...]
    comments: tuple[Comment, ...]
    own_bodies: frozenset[Any]
    terms: Sequence[tuple[str, list[Term]]]
    recommended: tuple[Span, ...]  # against the text as raised
    requests: tuple[ReplyRequest, ...]
    notes: tuple[IssueNote, ...]
    steps: tuple[OfferedStep, ...]
    before: RightsIssue | None
    after: RightsIssue | None
    may_write: bool
    seen: object  # the newest answer, which a later one must know
    recommendations: tuple[Recommendation, ...]  # of opinions, issued or not
    newest_answer: Assessment | None  # which can be taken back
    is_outdated: bool  # whether a newer text with other words waits than the one whose answer gave the state
    coverage: IssueCoverage | None  # None if the reader may not read the text on which it was raised
    closing_steps: tuple[ClosingStep, ...]  # by hand, the oldest first
    choices_beside: tuple[ChosenText, ...] = ()  # for who may choose otherwise

    @property
    def last_key(self) -> str:
        """The newest text, which is chosen first."""
        return str(self.texts[-1].version.pk) if self.texts else ""

    @property
    def decided_places(self) -> int:
        """How many places a person decided."""
        return sum(passage.is_decided for text in self.chosen_texts for passage in text.passages)

    @property
    def chosen_texts(self) -> tuple[IssueText | ChosenText, ...]:
        """The texts in which a person may have chosen places."""
        return (*self.texts, *self.choices_beside)

    @property
    def is_asking(self) -> bool:
        """Whether an institution is expected to reply."""
        return any(request.is_open for request in self.requests)

    @property
    def is_final_asked(self) -> bool:
        """Whether the question is about an adopted text, so that a yes closes the issue."""
        return self.question is not None and not self.question.version.is_draft

    @property
    def has_loose_quotation(self) -> bool:
        """Whether the quotation is from none of the standards, and stands below them."""
        return bool(self.issue.extract) and not any(one.is_quoted for one in self.standards)

    @property
    def raised_state(self) -> str:
        """Where the issue is while no later text that counts has been assessed; then "Flagged", where it began."""
        state = IssueState(self.issue.state)
        begun = state in (IssueState.FLAGGED, IssueState.UNDER_ANALYSIS)
        is_first = all(text.is_raised or text.ended or text.assessment is None for text in self.texts)
        return str((state if begun and is_first else IssueState.FLAGGED).label)

    @property
    def fell_with(self) -> IssueText | None:
        """The last draft, if it was assessed and its amendment failed: its answer says nothing of the open issue any more."""
        last = self.texts[-1] if self.texts and not self.issue.is_closed else None
        return last if last and last.ended and last.assessment else None

    @property
    def newest_answered(self) -> str:
        """The text to which it was given."""
        return self.texts[0].names.brief(self.newest_answer.version) if self.newest_answer else ""


_TITLES = {
    TermKind.GROUP: gettext_lazy("Affected"),
    TermKind.STAGE: gettext_lazy("Stage"),
    TermKind.AREA: gettext_lazy("Area of life"),
    TermKind.GROUND: gettext_lazy("Ground"),
    TermKind.FORM: gettext_lazy("Form"),
}


def issue_page(user: Any, issue: RightsIssue) -> IssuePage:
    """The page; a bounded number of queries, however long the story of the issue is."""
    prefetch_related_objects([issue], "rights__cluster", "terms", "articles__treaty", "anchors")
    texts = issue_texts(user, issue)
    raised = next((text for text in texts if text.is_raised), None)
    called = [passage.called for passage in raised.passages] if raised else [""] * len(issue.anchors.all())
    question = None if issue.is_closed else next((text for text in reversed(texts) if text.is_waiting), None)
    comments = Comment.objects.visible_to(user).filter(issues=issue, submitted_at__isnull=False)
    notes = IssueNote.objects.visible_to(user).standing().filter(issue=issue).select_related("author")
    may_write = holds(user, Power.WRITE)
    return IssuePage(
        issue,
        called[0],
        tuple(called[1:]),
        tuple(_columns(texts)),
        tuple(texts),
        question,
        asks(question),
        question_words(question, called) if question else "",
        tuple(Standard(row, row.treaty_id == issue.extract_of_id) for row in issue.articles.all()),
        tuple(comments.select_related("submission__institution")),
        frozenset(institutions_of(user)),
        _terms(issue),
        _recommended(issue, raised),
        tuple(_requests(issue)),
        tuple(notes),
        tuple(_steps(issue)) if may_write else (),
        *_neighbours(user, issue),
        may_write,
        issue.newest_answer,
        tuple(Recommendation.objects.filter(issue=issue).select_related("opinion")),
        _to_take_back(issue, texts),
        bool(outdated(user, [issue])),
        coverage_of(issue) if raised else None,
        tuple(closing_steps(issue)),
        tuple(choices_beside(user, issue, texts)) if may_write and not issue.is_closed else (),
    )


def _requests(issue: RightsIssue) -> QuerySet[ReplyRequest]:
    rows = ReplyRequest.objects.filter(issue=issue).select_related("institution", "replied_by")
    return rows.prefetch_related("taken_back")


def _to_take_back(issue: RightsIssue, texts: list[IssueText]) -> Assessment | None:
    """The newest answer; None if it did not bring the issue to where it is."""
    newest = issue.assessments.moving().select_related("version__instrument", "version__draft").last()
    is_shown = newest and any(text.version.pk == newest.version_id for text in texts)
    return newest if newest and is_shown and newest.state_after == issue.state else None


def _columns(texts: list[IssueText]) -> list[Column]:
    """The text as raised, the newest draft that answers it, and the law.

    A draft that may become law goes before one that failed. The law stands there where it came of such a draft or changed the
    words; beside drafts that all failed, as what is in force.
    """
    found = [Column(_("When raised"), text) for text in texts if text.is_raised]
    later = [text for text in texts if not text.is_raised]
    drafts = [text for text in later if text.version.is_draft]
    standing = [text for text in drafts if not text.ended]
    if standing:
        found.append(Column(_("Now, last draft"), standing[-1]))
    elif drafts:
        found.append(Column(_("Last draft: %(end)s") % {"end": drafts[-1].ended.lower()}, drafts[-1]))
    law = [text for text in later if not text.version.is_draft]
    own = {text.version.pk for text in texts if text.version.is_draft}
    adopted = [text for text in law if text.is_changed or text.version.text_of_id in own]
    if adopted:
        found.append(Column(_("Final"), adopted[-1]))
    elif law and drafts and not standing:
        found.append(Column(_("In force now"), law[-1]))
    return found


def _recommended(issue: RightsIssue, raised: IssueText | None) -> tuple[Span, ...]:
    """The wording that the office recommends, against the first provision as raised."""
    if not issue.recommended_text:
        return ()
    first = raised.passages[0] if raised else None
    before = first.before + first.marked + first.after if first else ""
    wanted = unnumbered(issue.recommended_text, first.wording if first else None)
    return diff_text(replaced_by(wanted, before), wanted)


def _terms(issue: RightsIssue) -> list[tuple[str, list[Term]]]:
    by_kind = [
        (str(title), [row for row in issue.terms.all() if row.kind == kind])
        for kind, title in _TITLES.items()
    ]
    return [(title, rows) for title, rows in by_kind if rows]


def _steps(issue: RightsIssue) -> list[OfferedStep]:
    return [
        OfferedStep(after, _step_label(issue.state, after), needs_reason(issue.state, after))
        for after in next_states(issue.state, issue.came_from)
    ]


def _step_label(before: str, after: str) -> str:
    if after == IssueState.CLOSED:
        return _("Close the issue")
    if after == IssueState.FLAGGED:
        return _("Take back the start of the analysis")
    return _("Open the issue again") if before == IssueState.CLOSED else _("Start the analysis")


def _neighbours(user: Any, issue: RightsIssue) -> tuple[RightsIssue | None, RightsIssue | None]:
    """The issues before and after it on the same act, by their references."""
    of_act = RightsIssue.objects.visible_to(user).filter(instrument=issue.instrument_id)
    before = of_act.filter(reference__lt=issue.reference).order_by("-reference").first()
    return before, of_act.filter(reference__gt=issue.reference).order_by("reference").first()
