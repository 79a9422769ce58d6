"""The analysis report: findings and recommendations by group of provisions, made of the rows of the concordance."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from amendments.provisions.tree import Kind, Tree
from amendments.queries.showing.trees import tree_of
from consultations.queries.comments.provision_texts import wordings
from rights.exports.tabled import Block, HeadingBlock, ReportDocument, WordsBlock
from rights.queries.comparing.concordance_file import in_document, to_be_done
from rights.queries.comparing.row_list import RowLine, RowTable, in_table_order, row_lines, rows_of
from rights.values import UNDONE, Degree

_GROUPS = (Kind.CHAPTER, Kind.SECTION)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a row says: the article, the provisions, the degree and the comment."""

    line: RowLine
    cited: str
    provisions: str
    degree: str  # in words
    comment: str

    @property
    def words(self) -> str:
        """One sentence of the report."""
        told = f"{self.cited}: {self.line.row.summary}. {self.provisions or _('no provision')}: {self.degree}"
        return f"{told}. {self.comment}".rstrip(". ") + "."


@dataclass(frozen=True, slots=True)
class Recommended:
    """What is left to do for a row; `plan` is "" where nobody has planned it."""

    line: RowLine
    cited: str
    plan: str

    @property
    def words(self) -> str:
        """One sentence of the report."""
        return f"{self.cited}: {self.plan or _('no plan of completion yet')}."


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A group of provisions with its findings and recommendations."""

    name: str
    counts: tuple[tuple[Degree, int], ...]
    unassessed: int
    findings: tuple[Finding, ...]
    recommended: tuple[Recommended, ...]


@dataclass(frozen=True, slots=True)
class AnalysisReport:
    """The whole report as of a text."""

    table: RowTable
    sections: tuple[ReportSection, ...]
    count: int

    @property
    def findings(self) -> list[Finding]:
        """The findings of all sections in their order."""
        return [finding for section in self.sections for finding in section.findings]


def sections_with(report: AnalysisReport, findings: Iterable[Finding]) -> list[ReportSection]:
    """The sections of some findings, with these alone; the counts stay those of the whole section."""
    shown = {finding.line.row.pk for finding in findings}
    found = [
        replace(
            section,
            findings=tuple(one for one in section.findings if one.line.row.pk in shown),
            recommended=tuple(one for one in section.recommended if one.line.row.pk in shown),
        )
        for section in report.sections
    ]
    return [section for section in found if section.findings]


def analysis_report(table: RowTable) -> AnalysisReport:
    """The report for the rows that the filters of a table leave. A bounded number of queries."""
    lines = row_lines(rows_of(in_table_order(table.rows)), table)
    tree = tree_of(table.version)
    by_group: dict[str, list[RowLine]] = {}
    for line in lines:
        by_group.setdefault(_group(tree, line), []).append(line)
    order = {element.key: place for place, element in enumerate(tree)}
    keys = sorted(by_group, key=lambda key: (not key, order.get(key, 0)))
    names = wordings([table.version], keys)
    sections = []
    for key in keys:
        wording = names.get((table.version.pk, key))
        name = f"{wording.called} {wording.heading}".strip() if wording else _("No provision of the act")
        sections.append(_section(name, by_group[key]))
    return AnalysisReport(table, tuple(sections), len(lines))


def _group(tree: Tree, line: RowLine) -> str:
    """The chapter of the first provision of a row; its article where the act has no chapters; "" without provision."""
    element = next(
        (tree.by_key[place.provision] for place in line.places if place.provision in tree.by_key), None
    )
    found = ""
    while element is not None:
        found = element.key
        if element.kind in _GROUPS:
            break
        element = tree.by_key.get(element.parent)
    return found


def _section(name: str, lines: Iterable[RowLine]) -> ReportSection:
    lines = list(lines)
    counted = Counter(line.after.degree for line in lines if line.after)
    return ReportSection(
        name,
        tuple((degree, counted[degree]) for degree in Degree if counted[degree]),
        sum(line.after is None for line in lines),
        tuple(_finding(line) for line in lines),
        tuple(_recommended(line) for line in lines if _is_undone(line)),
    )


def _is_undone(line: RowLine) -> bool:
    return line.after is not None and line.after.degree in UNDONE


def _finding(line: RowLine) -> Finding:
    given = line.after
    return Finding(
        line,
        line.row.cited,
        ", ".join(place.called for place in line.places),
        given.get_degree_display() if given else _("not assessed"),
        given.comment if given else "",
    )


def _recommended(line: RowLine) -> Recommended:
    return Recommended(line, line.row.cited, "; ".join(map(str, to_be_done(line))))


def report_document(report: AnalysisReport, now: datetime) -> ReportDocument:
    """The report as a document."""
    blocks: list[Block] = []
    for section in report.sections:
        blocks.append(HeadingBlock(section.name, 2))
        told = [f"{degree.label}: {count}" for degree, count in section.counts]
        if section.unassessed:
            told.append(f"{_('not assessed')}: {section.unassessed}")
        blocks.append(WordsBlock("; ".join(told) + "."))
        blocks.append(HeadingBlock(_("What the comparison shows"), 3))
        blocks += [WordsBlock(one.words, is_point=True) for one in section.findings]
        if section.recommended:
            blocks.append(HeadingBlock(_("Recommendations"), 3))
            blocks += [WordsBlock(one.words, is_point=True) for one in section.recommended]
    title = _("Analysis of concordance")
    return in_document(ReportDocument, report.table, title, tuple(blocks), report.count, now)
