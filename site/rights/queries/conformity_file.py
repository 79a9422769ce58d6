"""The table of conformity as a document: each touched cell of the page, and the weakest value of each right."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext as _

from amendments.models import Instrument
from amendments.renderers.paper.documents import PaperAct, TitleBlock
from rights.exports.tabled import Block, CellWords, ConformityDocument, HeadingBlock, TableBlock, TableGroup
from rights.queries.conformity import ConformityCell, ConformityTable


def conformity_document(act: Instrument, table: ConformityTable, now: datetime) -> ConformityDocument:
    """The table of the page, by its filters. No query."""
    title = _("Conformity, provision by right")
    language = (get_language() or "en")[:2]
    lines = (
        act.shown_title,
        _("As of %(name)s") % {"name": table.name},
        _("Made on %(day)s") % {"day": date_format(localdate(now))},
    )
    version = table.version
    heading = TitleBlock(
        title,
        lines,
        f"{title} · {act.shown_title}",
        version.root_hash[:16],
        _("Seen only by the Ombudsman's office."),
        _("Page %(page)s of %(pages)s"),
        language,
    )
    return ConformityDocument(
        name=f"conformity-{act.number}-{localdate(now):%Y-%m-%d}".replace("/", "-"),
        title=title,
        author=_("Ombudsman's office"),
        at=now,
        identity=version.root_hash,
        language=language,
        acts=(PaperAct(heading, (), language),),
        blocks=_blocks(title, table),
    )


def _blocks(title: str, table: ConformityTable) -> tuple[Block, ...]:
    weakest = _("Weakest value of each right")
    cells = tuple((CellWords(row.called), *_of_cell(cell)) for row in table.rows for cell in row.touched)
    columns = (_("Provision"), _("Right"), _("Conformity"), _("Issues"))
    rights = tuple(_of_cell(cell)[:2] for cell in table.weakest)
    return (
        TableBlock(title, columns, (3, 8, 5, 6), (TableGroup("", cells),)),
        HeadingBlock(weakest, 2),
        TableBlock(weakest, (_("Right"), _("Conformity")), (8, 5), (TableGroup("", rights),)),
    )


def _of_cell(cell: ConformityCell) -> tuple[CellWords, ...]:
    words = [cell.value.label if cell.value else _("to be assessed")]
    words += [one.words for one in cell.changes]
    if cell.carried_from:
        partly, whole = _("partly carried over from %(text)s"), _("carried over from %(text)s")
        words.append((partly if cell.is_partly_carried else whole) % {"text": cell.carried_from})
    if cell.value and cell.waiting:
        words.append(cell.waiting_words)
    issues = "; ".join(f"{issue.reference} {issue.title}" for issue in cell.issues)
    return (
        CellWords(f"{cell.right.code} {cell.right}"),
        CellWords("\n".join(map(str, words))),
        CellWords(issues),
    )
