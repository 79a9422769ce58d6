"""What stands behind a cell of the table of conformity: text, assessments, standards, comments, rows of the concordance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects

from amendments.models import Provision, Version
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.models import Comment
from consultations.queries.comments.provision_parts import compared_words, wordings_with_parts
from rights.models import (
    Assessment,
    ConcordanceRow,
    FollowedText,
    IssueAnchor,
    IssuePlacement,
    Judgement,
    RightsIssue,
)
from rights.queries.comparing.provision_rows import provision_rows
from rights.queries.conformity import ConformityCell, ConformityRow, ConformityTable
from rights.queries.conformity_values import values_in
from rights.queries.counted_answers import counted_answer, given_answer
from rights.queries.issue_lines import outdated
from rights.queries.names_of_texts import TextNames, names_of
from rights.values import Conformity

MOST = 5


@dataclass(frozen=True, slots=True)
class CellIssue:
    """An issue of the cell with the assessment that counts for the text of the table, else the newest one before."""

    issue: RightsIssue
    assessment: Assessment | None
    is_counted: bool
    comments: tuple[Comment, ...]
    is_outdated: bool  # whether a newer text with other words waits than the one whose answer gave the state


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row of the concordance on the provision, with its degree in the text of the table and the newest one."""

    row: ConcordanceRow
    after: Judgement | None
    newest: Judgement | None


@dataclass(frozen=True, slots=True)
class CellComparison:
    """The provision against an earlier text: the one in force, or the one on which the first issue was raised."""

    against: str
    spans: tuple[Span, ...]
    values: tuple[tuple[RightsIssue, Conformity], ...]  # of the issues of the cell in the text in force


@dataclass(frozen=True, slots=True)
class CellPage:
    """The side panel of a cell."""

    row: ConformityRow
    cell: ConformityCell
    comparisons: tuple[CellComparison, ...]  # that with the text in force first
    language: str
    issues: tuple[CellIssue, ...]
    rows: tuple[CellRow, ...]
    names: TextNames  # of the texts that it names
    before: str  # the cells before and after it that hold an issue, as `cell` of the address
    after: str


def cell_page(user: Any, table: ConformityTable, chosen: str) -> CellPage | None:
    """The cell that an address names ("provision:right"); None if there is none. A bounded number of queries."""
    filled = [(row, cell) for row in table.rows for cell in row.touched]
    names = [f"{row.provision}:{cell.right.code}" for row, cell in filled]
    if chosen not in names:
        return None
    at = names.index(chosen)
    row, cell = filled[at]
    provision = Provision.objects.get(pk=row.provision)
    rows = _rows(user, table, provision)
    judged = (one.newest.version for one in rows if one.newest)
    named = names_of([*(version for version, _name in table.offered), *judged])
    prefetch_related_objects(cell.issues[:MOST], "articles__treaty")
    return CellPage(
        row,
        cell,
        _comparisons(table, row, cell, named),
        table.version.instrument.language,
        tuple(_issues(user, table, cell.issues[:MOST])),
        rows,
        named,
        names[at - 1] if at else "",
        names[at + 1] if at + 1 < len(names) else "",
    )


def _comparisons(
    table: ConformityTable, row: ConformityRow, cell: ConformityCell, named: TextNames
) -> tuple[CellComparison, ...]:
    """With the text in force, if that is another one, and with the text as raised."""
    raised, now, present = cell.issues[0].raised_on, table.version, table.in_force
    earlier = [raised] if present in (None, raised) else [present, raised]
    places = _places(cell.issues, row, [now, *earlier])
    texts = wordings_with_parts([now, *earlier], {key for _text, key in places})
    readable = [one for one, _name in table.offered]
    values = values_in(present, cell.issues, readable) if present else {}
    given = tuple((issue, values[issue.pk]) for issue in cell.issues if issue.pk in values)
    return tuple(
        CellComparison(
            named.dated(one),
            diff_text(*compared_words(texts, ((one, key), places[0]))),
            given if one == present else (),
        )
        for one, key in places[1:]
    )


def _places(
    issues: Sequence[RightsIssue], row: ConformityRow, texts: Sequence[Version]
) -> list[tuple[Version, str]]:
    """In which provision the issues of a row stand in each text: a new one may have taken the place of that as raised.

    Of several issues it is the first one with words there.
    """
    placed = IssuePlacement.objects.filter(
        anchor__issue__in=issues, version__in=texts, provision__isnull=False
    )
    anchors = list(IssueAnchor.objects.filter(issue__in=issues).order_by("pk"))
    keys = {(anchor.pk, anchor.version_id): str(anchor.provision_id) for anchor in anchors}
    for pk, version, provision in placed.values_list("anchor", "version", "provision"):
        keys[pk, version] = str(provision)
    own = [anchor for anchor in anchors if keys.get((anchor.pk, texts[0].pk)) == row.provision]
    # that as raised, which the text need not have
    elsewhere = str(own[0].provision_id) if own else row.provision
    found = []
    for text in texts:
        there = [keys[anchor.pk, text.pk] for anchor in own if (anchor.pk, text.pk) in keys]
        found.append((text, there[0] if there else elsewhere))
    return found


def _issues(user: Any, table: ConformityTable, issues: Sequence[RightsIssue]) -> Iterator[CellIssue]:
    behind = outdated(user, issues)
    for issue in issues:
        shown, is_counted = _assessment(table, issue)
        comments = (
            Comment.objects.visible_to(user).filter(issues=issue).select_related("submission__institution")
        )
        yield CellIssue(issue, shown, is_counted, tuple(comments[:MOST]), issue.pk in behind)


def _assessment(table: ConformityTable, issue: RightsIssue) -> tuple[Assessment | None, bool]:
    """The assessment that counts for the text of the table, else the newest one before, and whether it counts."""
    version, texts = table.version, [one for one, _name in table.offered]
    told = issue.assessments.counting(version).filter(version__in=texts).told_final()
    earlier = told.filter(version__sealed_at__lte=version.sealed_at)
    given = list(earlier.select_related("by", "version__instrument", "version__draft"))
    text_hash = FollowedText.objects.values_list("text_hash", flat=True).get(issue=issue, version=version)
    counted = counted_answer(map(given_answer, given), version, text_hash)
    shown = counted.answer if counted else next(reversed(given), None)
    return shown, counted is not None


def _rows(user: Any, table: ConformityTable, provision: Provision) -> tuple[CellRow, ...]:
    found = provision_rows(user, provision, MOST)
    lines = found.lines if found.is_own else ()
    return tuple(CellRow(one.row, one.degrees.as_of(table.version), one.degrees.newest) for one in lines)
