"""Headings, paragraphs and tables as a Word file; the row above a table stands on every page."""

from collections.abc import Iterator

from amendments.renderers.paper.documents import PaperAct
from amendments.renderers.word.ooxml import paragraph, run
from amendments.renderers.word.stylesheet import CELL
from amendments.renderers.word.tracked import BORDERS, TrackedWriter
from amendments.renderers.word.word_frame import LANDSCAPE_WIDTH, framed
from rights.exports.tabled import (
    Block,
    CellWords,
    ConcordanceDocument,
    ConformityDocument,
    HeadingBlock,
    ReportDocument,
    TableBlock,
    TabledDocument,
    TableGroup,
    WordsBlock,
)

_UPRIGHT_WIDTH = 11906 - 1701 - 1134  # twentieths of a point between the margins
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_BOLD = "<w:b/>"


def as_word_concordance(document: ConcordanceDocument) -> bytes:
    """The official table, landscape."""
    return _written(document, LANDSCAPE_WIDTH, is_landscape=True)


def as_word_conformity(document: ConformityDocument) -> bytes:
    """The table of conformity, upright."""
    return _written(document, _UPRIGHT_WIDTH, is_landscape=False)


def as_word_report(document: ReportDocument) -> bytes:
    """A report, upright."""
    return _written(document, _UPRIGHT_WIDTH, is_landscape=False)


def _written(document: TabledDocument, width: int, *, is_landscape: bool) -> bytes:
    def body(_act: PaperAct, _writer: TrackedWriter) -> Iterator[str]:
        yield paragraph([run(document.title)], "Heading1")
        for line in document.acts[0].block.lines:  # of whom and of which day, also for who reads no header
            yield paragraph([run(line)], "MaddaBody")
        for block in document.blocks:
            yield from _block(block, width)

    return framed(document, body, is_landscape=is_landscape)


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, HeadingBlock):
        yield paragraph([run(block.words)], f"Heading{block.level}")
    elif isinstance(block, WordsBlock):
        dash = "– " if block.is_point else ""
        yield paragraph([run(f"{dash}{block.words}")], "MaddaItem2" if block.is_point else "MaddaBody")
    else:
        yield _table(block, width)
        yield paragraph([])  # Word wants one behind a table


def _table(block: TableBlock, width: int) -> str:
    parts = sum(block.widths)
    widths = [width * part // parts for part in block.widths]
    head = "".join(
        _cell(CellWords(words), each, _SHADE, _BOLD)
        for words, each in zip(block.columns, widths, strict=True)
    )
    rows = "".join(_rows(group, widths) for group in block.groups)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def _rows(group: TableGroup, widths: list[int]) -> str:
    over = ""
    if group.heading:
        span = f'<w:gridSpan w:val="{len(widths)}"/>{_SHADE}'
        over = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(CellWords(group.heading), sum(widths), span, _BOLD)}</w:tr>"
    rows = (
        "".join(_cell(words, width) for words, width in zip(row, widths, strict=True)) for row in group.rows
    )
    return over + "".join(f"<w:tr>{cells}</w:tr>" for cells in rows)


def _cell(cell: CellWords, width: int, properties: str = "", look: str = "") -> str:
    lines = cell.words.split("\n")
    written = "".join(paragraph([run(line, cell.language, look)], CELL) for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{written}</w:tc>'
