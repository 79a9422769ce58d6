"""The annual report of the office: what was raised, recommended and answered in a year, as tables.

The page and the files show the same tables, so that they cannot differ.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext as _, pgettext

from amendments.renderers.paper.documents import PaperAct, TitleBlock
from consultations.models import Right
from rights.exports.tabled import AnnualDocument, Block, CellWords, HeadingBlock, TableBlock, TableGroup
from rights.models import Evidence, FollowUp, Opinion, Recommendation, RightsIssue
from rights.queries.issue_lines import outdated
from rights.values import EvidenceKind, FollowUpValue, IssueState, Severity

MOST_RIGHTS = 100  # the vocabulary has fewer


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its words, its number, and its length in parts of the longest, which has 100."""

    label: str
    count: int
    length: int

    @property
    def width(self) -> int:
        """The width of the bar in a chart that is 420 wide."""
        return self.length * 370 // 100

    @property
    def end(self) -> int:
        """Where its number stands, behind the bar."""
        return self.width + 8


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of the report. `counts`: the places of the columns that are numbers.

    A chart shows the second column, where no more than one other one is a number.
    """

    slug: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    counts: tuple[int, ...] = (1,)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The rows as bars; none where they are no numbers."""
        if self.counts not in ((1,), (1, 2)):
            return ()
        most = max((int(row[1]) for row in self.rows), default=0) or 1
        return tuple(Bar(row[0], int(row[1]), 100 * int(row[1]) // most) for row in self.rows)

    @property
    def told(self) -> str:
        """The chart in words."""
        return "; ".join(f"{row[0]}: {row[1]}" for row in self.rows)


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """The report of one year."""

    year: int
    years: tuple[int, ...]
    issues: int
    opinions: int
    recommendations: int
    tables: tuple[ReportTable, ...]


def years_of(user: Any) -> list[int]:
    """The years in which something was raised, written down or issued, the newest first."""
    raised = RightsIssue.objects.visible_to(user).dates("raised_at", "year")
    issued = Opinion.objects.visible_to(user).issued().dates("issued_at", "year")
    told = Evidence.objects.visible_to(user).dates("written_at", "year")
    return sorted({day.year for day in (*raised, *issued, *told)}, reverse=True)


def annual_report(user: Any, year: int) -> AnnualReport | None:
    """The report of a year; None if nothing happened in it. A bounded number of queries."""
    years = years_of(user)
    if year not in years:
        return None
    issues = RightsIssue.objects.visible_to(user).filter(raised_at__year=year)
    opinions = list(
        Opinion.objects.visible_to(user).issued().filter(issued_at__year=year).order_by("issued_at")
    )
    rows = list(
        Recommendation.objects.filter(opinion__in=opinions).select_related("addressee", "opinion", "reply")
    )
    values = _newest(rows)
    tables = (
        _by_state(user, issues),
        _by_choice(
            "severities", _("Issues by severity"), _("Severity"), Severity, _counted(issues, "severity")
        ),
        _by_right(issues),
        _by_kind_of_evidence(user, year),
        _by_outcome(rows, values),
        _by_addressee(rows, values),
        _of_opinions(opinions, rows),
    )
    shown = tuple(table for table in tables if table.rows)
    return AnnualReport(year, tuple(years), issues.count(), len(opinions), len(rows), shown)


def _counted(issues: QuerySet[RightsIssue], name: str) -> Counter[str]:
    return Counter(issues.order_by().values_list(name, flat=True))


def _by_choice(slug: str, title: str, first: str, choices: Any, counts: Counter[str]) -> ReportTable:
    rows = tuple((str(choice.label), str(counts[choice])) for choice in choices if counts[choice])
    return ReportTable(slug, title, (first, _("Issues")), rows, (4, 1))


def _by_state(user: Any, issues: QuerySet[RightsIssue]) -> ReportTable:
    """Those for which the state of an answer holds no longer are counted apart."""
    behind = outdated(user, issues)
    counts = _counted(issues.exclude(pk__in=behind), "state")
    table = _by_choice("states", _("Issues by state"), _("State"), IssueState, counts)
    waiting = (_("Newer text with other words to assess"), str(len(behind)))
    return replace(table, rows=(*table.rows, waiting)) if behind else table


def _by_right(issues: QuerySet[RightsIssue]) -> ReportTable:
    counts = Counter(issues.order_by().values_list("rights", flat=True))
    named = Right.objects.filter(pk__in=[key for key in counts if key]).order_by(
        "cluster__order", "order", "code"
    )
    rows = tuple((f"{right.code} {right}", str(counts[right.pk])) for right in named[:MOST_RIGHTS])
    return ReportTable("rights", _("Issues by right"), (_("Right"), _("Issues")), rows, (4, 1))


def _by_kind_of_evidence(user: Any, year: int) -> ReportTable:
    """Counts alone: no word of a summary leaves the office."""
    rows = Evidence.objects.visible_to(user).filter(written_at__year=year).order_by()
    counts = {
        row["kind"]: row for row in rows.values("kind").annotate(cases=Sum("cases"), summaries=Count("pk"))
    }
    found = tuple(
        (str(kind.label), str(counts[kind]["cases"]), str(counts[kind]["summaries"]))
        for kind in EvidenceKind
        if kind in counts
    )
    columns = (_("Kind"), _("Cases"), _("Summaries"))
    return ReportTable("evidence", _("Evidence by kind"), columns, found, (4, 1, 1), (1, 2))


def _newest(rows: Iterable[Recommendation]) -> Mapping[object, str]:
    """The newest answer of the office to each."""
    answers = FollowUp.objects.standing().filter(recommendation__in=list(rows))
    return dict(answers.order_by("place").values_list("recommendation", "value"))


def _by_outcome(rows: Sequence[Recommendation], values: Mapping[object, str]) -> ReportTable:
    counts = Counter(values.get(row.pk, "") for row in rows)
    named = [(str(value.label), str(counts[value])) for value in FollowUpValue if counts[value]]
    if counts[""]:
        named.append((_("Not judged by the office yet"), str(counts[""])))
    columns = (pgettext("recommendation", "What became of it"), _("Recommendations"))
    return ReportTable("outcomes", _("Recommendations by what became of them"), columns, tuple(named), (4, 1))


def _by_addressee(rows: Sequence[Recommendation], values: Mapping[object, str]) -> ReportTable:
    by_body: dict[str, list[Recommendation]] = {}
    for row in rows:
        by_body.setdefault(str(row.addressee), []).append(row)
    columns = (
        _("Addressee"),
        _("Recommendations"),
        _("Replied"),
        *(str(value.label) for value in FollowUpValue),
        _("Not judged by the office yet"),
    )
    found = []
    for name, own in sorted(by_body.items()):
        counts = Counter(values.get(row.pk, "") for row in own)
        replied = sum(hasattr(row, "reply") for row in own)
        numbers = [len(own), replied, *(counts[value] for value in FollowUpValue), counts[""]]
        found.append((name, *map(str, numbers)))
    title = _("Recommendations by addressee")
    return ReportTable(
        "addressees", title, columns, tuple(found), (5, 2, 2, 2, 2, 2, 2, 2), tuple(range(1, 8))
    )


def _of_opinions(opinions: Sequence[Opinion], rows: Sequence[Recommendation]) -> ReportTable:
    counts = Counter(row.opinion_id for row in rows)
    found = tuple(
        (str(row.number), row.title, date_format(localdate(row.issued_at)), str(counts[row.pk]))
        for row in opinions
    )
    columns = (_("Number"), _("Title"), _("Issued"), _("Recommendations"))
    return ReportTable("opinions", _("Opinions"), columns, found, (3, 6, 3, 2), (3,))


def annual_document(report: AnnualReport, now: datetime) -> AnnualDocument:
    """The report as a document: the same tables, one after the other."""
    title = _("Annual report on human rights, %(year)s") % {"year": report.year}
    language = (get_language() or "en")[:2]
    lines = (_("Ombudsman's office"), _("Made on %(day)s") % {"day": date_format(localdate(now))})
    blocks: list[Block] = []
    for table in report.tables:
        rows = tuple(
            tuple(CellWords(words, is_count=place in table.counts) for place, words in enumerate(row))
            for row in table.rows
        )
        blocks.append(HeadingBlock(table.title, 2))
        blocks.append(TableBlock(table.title, table.columns, table.widths, (TableGroup("", rows),)))
    said = repr([(table.title, table.columns, table.rows) for table in report.tables])
    identity = sha256(said.encode()).hexdigest()
    heading = TitleBlock(title, lines, title, identity[:16], "", _("Page %(page)s of %(pages)s"), language)
    return AnnualDocument(
        name=f"human-rights-{report.year}",
        title=title,
        author=_("Ombudsman's office"),
        at=now,
        identity=identity,
        language=language,
        acts=(PaperAct(heading, (), language),),
        blocks=tuple(blocks),
    )
