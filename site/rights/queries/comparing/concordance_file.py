"""The official table of concordance as a document: every row that the filters leave, with the words of both sides."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext as _, ngettext, pgettext

from amendments.renderers.paper.documents import PaperAct, TitleBlock
from consultations.models import Treaty
from consultations.queries.comments.provision_parts import wordings_with_parts, words_in
from consultations.queries.comments.provision_texts import Wordings
from rights.exports.tabled import (
    Block,
    CellWords,
    ConcordanceDocument,
    TableBlock,
    TabledDocument,
    TableGroup,
)
from rights.models import Judgement
from rights.queries.comparing.assessors import name_assessors
from rights.queries.comparing.force import force
from rights.queries.comparing.row_list import RowLine, RowPlace, RowTable, in_table_order, row_lines, rows_of

D = TypeVar("D", bound=TabledDocument)
WIDTHS = (8, 9, 20, 9, 23, 11, 11, 17, 17)
_WITH_BEFORE = (8, 8, 18, 8, 20, 10, 10, 11, 16, 16)


def concordance_document(table: RowTable, now: datetime) -> ConcordanceDocument:
    """The rows as of the text of the table. A bounded number of queries, however many rows there are."""
    lines = row_lines(rows_of(in_table_order(table.rows)), table)
    by_treaty: dict[Treaty, list[RowLine]] = {}
    for line in lines:
        by_treaty.setdefault(line.row.treaty, []).append(line)
    law = _national_wordings(table, lines)
    name_assessors(
        AnonymousUser(), (line.after for line in lines)
    )  # bodies and no people: the file leaves the site
    groups = tuple(
        TableGroup(
            f"{treaty.code}: {treaty} ({force(treaty)})", tuple(_cells(line, table, law) for line in own)
        )
        for treaty, own in by_treaty.items()
    )
    columns = (
        _("Row"),
        _("Article"),
        _("What the article asks for"),
        _("National provision"),
        _("Its words"),
        *([f"{_('Degree')}: {table.before_name}"] if table.before else []),
        _("Degree"),
        _("Assessed by"),
        pgettext("row", "Comment"),
        _("Still to be done"),
    )
    title = _("Table of concordance")
    block: Block = TableBlock(title, columns, _WITH_BEFORE if table.before else WIDTHS, groups)
    return in_document(ConcordanceDocument, table, title, (block,), len(lines), now)


def in_document(
    kind: type[D], table: RowTable, title: str, blocks: tuple[Block, ...], count: int, now: datetime
) -> D:
    """Blocks with the title block of the act: the text, its seal, what was left out, and the day."""
    act, version = table.act, table.version
    day = date_format(localdate(now))
    lines = [
        act.shown_title,
        _("As of %(name)s") % {"name": table.name},
        ngettext("%(count)s row", "%(count)s rows", count) % {"count": count},
        *([f"{table.treaty.code}: {table.treaty}"] if table.treaty else []),
        _("Made on %(day)s") % {"day": day},
    ]
    language = (get_language() or "en")[:2]
    heading = TitleBlock(
        title,
        tuple(lines),
        f"{title} · {act.shown_title}",
        version.root_hash[:16],
        _("Not an official text."),
        _("Page %(page)s of %(pages)s"),
        language,
    )
    name = f"concordance-{act.number}-{localdate(now):%Y-%m-%d}".replace("/", "-")
    paper = PaperAct(heading, (), language)
    return kind(
        name=name,
        title=title,
        author=str(act.drafting_body) if act.drafting_body else "",
        at=now,
        identity=version.root_hash,
        language=language,
        acts=(paper,),
        blocks=blocks,
    )


def _national_wordings(table: RowTable, lines: Iterable[RowLine]) -> Wordings:
    keys = {place.provision for line in lines for place in line.places}
    return wordings_with_parts([table.version], keys)


def _cells(line: RowLine, table: RowTable, law: Wordings) -> tuple[CellWords, ...]:
    row, version = line.row, table.version
    asked = "\n".join(filter(None, (row.summary, row.quote)))
    said = ((place.called, words_in(law, version, place.provision)) for place in line.places)
    words = "\n".join(f"{number}. {text}" if number else text for number, text in said if text)
    return (
        CellWords(row.reference),
        CellWords(row.articles),
        CellWords(asked, row.quote_language if row.quote else ""),
        CellWords(", ".join(_named(place, table, law) for place in line.places if place.called) or _("none")),
        CellWords(words, table.act.language),
        *([CellWords(_given(line.before))] if table.before else []),
        CellWords(degree_words(line)),
        CellWords(_assessed(line)),
        CellWords(line.comment),
        CellWords("\n".join(to_be_done(line))),
    )


def _named(place: RowPlace, table: RowTable, law: Wordings) -> str:
    """The number of a provision; that the text repeals it, where it does."""
    wording = law.get((table.version.pk, place.provision))
    return f"{place.called} ({_('repealed')})" if wording and wording.is_repealed else place.called


def _assessed(line: RowLine) -> str:
    """By which body, and on which day."""
    given = line.after
    return f"{given.assessor}\n{date_format(localdate(given.at))}" if given else ""


def _given(judgement: Judgement | None) -> str:
    return str(judgement.get_degree_display()) if judgement else _("not assessed")


def degree_words(line: RowLine) -> str:
    """The degree, with the text whose other words nobody has judged."""
    parts = [_given(line.after)]
    if line.stale_in:
        parts.append(_("other words in %(text)s") % {"text": line.stale_in})
    return "\n".join(parts)


def to_be_done(line: RowLine) -> Sequence[Any]:
    """Plan, authority and deadline, and whether the deadline is over."""
    row = line.row
    deadline = _("by %(day)s") % {"day": date_format(row.deadline)} if row.deadline else ""
    overdue = _("overdue") if line.is_overdue else ""
    return [part for part in (row.completion, str(row.authority or ""), deadline, overdue) if part]
