"""The page of an opinion: its recommendations with their redlines, and for the office what can still be gathered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from amendments.models import Version
from amendments.permissions import holds
from amendments.queries.law.acts import visible_amendments
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.models import Right, Treaty
from consultations.queries.comments.provision_parts import (
    replaced_by,
    unnumbered,
    wordings_with_parts,
    words_in,
)
from consultations.queries.comments.provision_texts import Wordings
from rights.errors.of_issuing import ReplyDayOver
from rights.models import Opinion, Recommendation, RightsIssue
from rights.models.unanswered import FAILED
from rights.powers import Power
from rights.queries.follow_up import RecommendationStory, is_overdue, stories
from rights.queries.issue_lines import IssueLine, lines
from rights.queries.names_of_texts import text_name
from rights.queries.newer_texts import NewerText, newer_texts
from rights.queries.opinion_issues import only_in_drafts, provisions_left_out, to_gather
from rights.shown_people import warnings_of

MOST_OFFERED = 50  # issues to gather; the worst ones


@dataclass(frozen=True, slots=True)
class NamedArticles:
    """A treaty with its articles; None where the vocabulary no longer has it."""

    code: str
    articles: str
    treaty: Treaty | None


@dataclass(frozen=True, slots=True)
class RecommendationLine:
    """A recommendation as the reader reads it. The words of the text are shown to those who may read it."""

    row: Recommendation
    called: str  # the provision; "" if the reader may not read the text
    text: str  # its name; "" in the same case
    act: str  # the title of its act; "" if the opinion is on one act
    language: str
    spans: tuple[Span, ...]  # from the text to the recommended wording
    rights: tuple[tuple[str, Right | None], ...]
    articles: tuple[NamedArticles, ...]
    story: RecommendationStory | None = None  # once it is issued
    left_out: tuple[
        str, ...
    ] = ()  # for the office, until then: provisions of the issue on which nothing is recommended


@dataclass(frozen=True, slots=True)
class OpinionPage:
    """Everything on the page. What nobody else may know is empty outside the office."""

    opinion: Opinion
    lines: tuple[RecommendationLine, ...]
    subject_url: str  # "" if the reader may not read it
    is_of_office: bool
    may_write: bool
    may_issue: bool
    lacking: int  # recommendations without reasons or addressee
    titled_inside: int  # recommendations with the title that the issue has inside the office
    offered: tuple[IssueLine, ...]
    elsewhere: tuple[RightsIssue, ...]  # issues that stand in a draft of another amendment alone
    newer: tuple[NewerText, ...]  # for the office, until it is issued
    warned: tuple[str, ...]  # for the same: what would hold it, or needs another look

    @property
    def closed(self) -> int:
        """How many recommendations need nothing more."""
        return sum(line.story.is_closed for line in self.lines if line.story is not None)

    @property
    def is_closed(self) -> bool:
        """Whether the follow-up is over."""
        return self.opinion.is_issued and self.closed == len(self.lines)

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in the way of issuing it."""
        return bool(self.opinion.text and self.lines) and not self.lacking


def opinion_page(user: Any, opinion: Opinion) -> OpinionPage:
    """The page; a bounded number of queries."""
    rows = list(
        opinion.recommendations.select_related(
            "version__instrument", "version__draft", "addressee", "issue__owner"
        ).prefetch_related("issue__rights", "issue__articles__treaty")
    )
    is_office = holds(user, Power.READ)
    is_open = not opinion.is_issued
    may_write = is_office and is_open and holds(user, Power.WRITE)
    told = stories(user, opinion, rows)
    left_out = provisions_left_out(rows) if is_office and is_open else {}
    offered = lines(user, _offered(user, opinion)) if may_write else []
    return OpinionPage(
        opinion,
        tuple(
            replace(line, story=told.get(line.row.pk), left_out=left_out.get(line.row.pk, ()))
            for line in recommendation_lines(user, rows)
        ),
        _subject_url(user, opinion),
        is_office,
        may_write,
        is_office and is_open and holds(user, Power.ISSUE),
        sum(row.lacks for row in rows),
        sum(row.issue is not None and row.title == row.issue.title for row in rows) if is_office else 0,
        tuple(offered),
        _awaiting_law(user, opinion) if may_write else (),
        tuple(newer_texts(user, opinion, rows)) if is_office and is_open else (),
        tuple(_warnings(opinion, rows)) if is_office and is_open else (),
    )


def _warnings(opinion: Opinion, rows: Iterable[Recommendation]) -> Iterator[str]:
    if opinion.reply_by is not None and is_overdue(opinion, timezone.now()):
        yield str(ReplyDayOver(opinion.reply_by))
    yield from warnings_of([opinion, *rows])


def _offered(user: Any, opinion: Opinion) -> list[RightsIssue]:
    rows = to_gather(user, opinion).select_related("instrument", "owner")
    return list(rows.prefetch_related("rights", "anchors__version")[:MOST_OFFERED])


def _awaiting_law(user: Any, opinion: Opinion) -> tuple[RightsIssue, ...]:
    """Without issues on drafts of which no law will come."""
    rows = only_in_drafts(user, opinion).exclude(amendment__state__in=FAILED)
    return tuple(rows[:MOST_OFFERED])


def _subject_url(user: Any, opinion: Opinion) -> str:
    if opinion.amendment is not None:
        return (
            str(opinion.amendment.url)
            if visible_amendments(user).filter(pk=opinion.amendment_id).exists()
            else ""
        )
    laws = Version.objects.visible_to(user).filter(draft=None, instrument=opinion.instrument_id)
    return str(opinion.instrument.url) if opinion.instrument is not None and laws.exists() else ""


def recommendation_lines(user: Any, rows: Iterable[Recommendation]) -> list[RecommendationLine]:
    """A line for each, with the words of the texts that the person may read."""
    rows = list(rows)
    keys = {row.version_id for row in rows}
    readable = list(
        Version.objects.visible_to(user).filter(pk__in=keys).select_related("instrument", "draft")
    )
    texts = wordings_with_parts(readable, {row.provision_id for row in rows}) if rows else {}
    codes = {code for row in rows for code in _named(row)[0]}
    rights = {row.code: row for row in Right.objects.filter(code__in=codes)} if codes else {}
    treaties = {code.partition(" ")[0] for row in rows for code in _named(row)[1]}
    known = {row.code: row for row in Treaty.objects.filter(code__in=treaties)} if treaties else {}
    return [_line(row, texts, {one.pk for one in readable}, rights, known) for row in rows]


def _named(row: Recommendation) -> tuple[list[str], list[str]]:
    """The codes of rights and articles: as issued or as chosen, before that as the issue names them now."""
    if row.opinion.is_issued or row.issue is None:
        return row.rights, row.articles
    codes = sorted(right.code for right in row.issue.rights.all())
    return codes, sorted(str(article) for article in row.issue.articles.all())


def _line(
    row: Recommendation,
    texts: Wordings,
    readable: set[object],
    rights: Mapping[str, Right],
    treaties: Mapping[str, Treaty],
) -> RecommendationLine:
    codes, articles = _named(row)
    named = tuple(
        NamedArticles(code, rest, treaties.get(code))
        for code, _space, rest in (one.partition(" ") for one in articles)
    )
    may_read = row.version_id in readable
    wording = texts.get((row.version_id, str(row.provision_id))) if may_read else None
    before = words_in(texts, row.version, row.provision_id) if may_read else ""
    wanted = unnumbered(row.wording, wording)
    return RecommendationLine(
        row,
        wording.called if wording else "",
        text_name(row.version) if may_read else "",
        row.version.instrument.shown_title if may_read and row.opinion.has_several_acts else "",
        row.version.instrument.language,
        diff_text(replaced_by(wanted, before), wanted) if row.wording and may_read else (),
        tuple((code, rights.get(code)) for code in codes),
        named,
    )
