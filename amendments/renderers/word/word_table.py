"""The comparative table of an amending act as a Word file: two columns, landscape, the row above them on every page."""

from collections.abc import Iterable, Iterator

from amendments.redline.provision_redline import Mark
from amendments.renderers.paper.comparative import (
    ColumnParagraph,
    ComparativeRow,
    by_tables,
    comparative_rows,
)
from amendments.renderers.paper.documents import ComparisonDocument, PaperAct
from amendments.renderers.word.ooxml import paragraph, run
from amendments.renderers.word.stylesheet import CELL
from amendments.renderers.word.tracked import BORDERS, TrackedWriter
from amendments.renderers.word.word_frame import LANDSCAPE_WIDTH, framed

_HALF = LANDSCAPE_WIDTH // 2
_MARGINS = 240  # twentieths of a point beside a table in a cell
# What goes and what comes is told by lines through and below it, which print in black and white.
_LOOKS = {Mark.KEPT: "", Mark.DELETED: "<w:strike/>", Mark.INSERTED: '<w:b/><w:u w:val="single"/>'}
_SAID = "<w:i/>"
_WITH_NEXT = "<w:keepNext/>"  # the name of an article is not the last row of a page
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'


def as_word_table(document: ComparisonDocument) -> bytes:
    """A table for each act."""
    return framed(document, _body, is_landscape=True)


def _body(act: PaperAct, writer: TrackedWriter) -> Iterator[str]:
    words = act.table
    if words is None:
        raise LookupError("a comparison says what stands above its columns")
    rows = list(comparative_rows(act, words))
    if not rows:
        yield paragraph([run(words.same, act.block.language)])
        return
    said = "".join(
        _cell([paragraph([run(each, act.block.language, "<w:b/>")], CELL)], _HALF, _SHADE)
        for each in (words.before, words.after)
    )
    header = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{said}</w:tr>"
    written = "".join(_row(row, writer, act.block.language) for row in rows)
    grid = f'<w:gridCol w:w="{_HALF}"/>' * 2
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{2 * _HALF}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}{written}</w:tbl>'
    )
    yield paragraph([])  # Word wants one behind a table


def _row(row: ComparativeRow, writer: TrackedWriter, said_in: str) -> str:
    if row.is_heading:
        cell = _cell(
            _paragraphs(row.before, writer, said_in, "<w:b/>", _WITH_NEXT),
            2 * _HALF,
            f'<w:gridSpan w:val="2"/>{_SHADE}',
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
    cells = (_cell(_column(side, writer, said_in), _HALF) for side in (row.before, row.after))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(paragraphs: Iterable[str], width: int, properties: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{"".join(paragraphs)}</w:tc>'
    )


def _column(side: Iterable[ColumnParagraph], writer: TrackedWriter, said_in: str) -> Iterator[str]:
    """The paragraphs, and the rows of a table as a table; Word wants a paragraph behind it."""
    for columns, lines in by_tables(side):
        if not columns:
            yield from _paragraphs(lines, writer, said_in)
            continue
        width = (_HALF - _MARGINS) // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        rows = "".join(_inner_row(line, columns, width, writer) for line in lines)
        yield (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )
        yield paragraph([], CELL)


def _inner_row(line: ColumnParagraph, columns: int, width: int, writer: TrackedWriter) -> str:
    spoken = "" if line.language == writer.language else line.language
    if len(line.cells) == 1:  # a line over all columns
        words = [paragraph((run(text, spoken, _LOOKS[mark]) for mark, text in line.cells[0]), CELL)]
        cell = _cell(words, columns * width, f'<w:gridSpan w:val="{columns}"/>')
        return f"<w:tr>{cell}</w:tr>"
    cells = [*line.cells, *[()] * (columns - len(line.cells))]
    written = (
        _cell([paragraph((run(text, spoken, _LOOKS[mark]) for mark, text in cell), CELL)], width)
        for cell in cells
    )
    return f"<w:tr>{''.join(written)}</w:tr>"


def _paragraphs(
    lines: Iterable[ColumnParagraph],
    writer: TrackedWriter,
    said_in: str,
    look: str = "",
    properties: str = "",
) -> Iterator[str]:
    for line in lines:
        language = line.language or (said_in if line.is_said else "")
        spoken = "" if language == writer.language else language
        base = _SAID if line.is_said else look
        yield paragraph(
            (run(text, spoken, base or _LOOKS[mark]) for mark, text in line.spans), CELL, properties
        )
