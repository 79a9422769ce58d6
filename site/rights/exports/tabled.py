"""Documents made of headings, paragraphs and tables, in the words of the reader."""

from dataclasses import dataclass

from amendments.renderers.paper.documents import PaperDocument


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading; `level` counts from 1."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class WordsBlock:
    """A paragraph; `is_point` where it is one of a list."""

    words: str
    is_point: bool = False


@dataclass(frozen=True, slots=True)
class CellWords:
    """The words of a cell, in a language where it is not that of the document. A line is a paragraph."""

    words: str
    language: str = ""
    is_count: bool = False  # a number that a workbook adds up


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows below a heading that goes over the whole table; "" for none."""

    heading: str
    rows: tuple[tuple[CellWords, ...], ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: the words above its columns, their widths in parts of the whole, and its rows by group."""

    name: str  # of the sheet in a workbook
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    groups: tuple[TableGroup, ...]


Block = HeadingBlock | WordsBlock | TableBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class TabledDocument(PaperDocument):
    """Its one `PaperAct` holds the title block and no provision."""

    blocks: tuple[Block, ...]

    @property
    def languages(self) -> frozenset[str]:
        """The language of the reader."""
        return frozenset({self.language})


class ConcordanceDocument(TabledDocument):
    """The official table of concordance."""


class ReportDocument(TabledDocument):
    """A report: sections with findings and recommendations."""


class AnnualDocument(ReportDocument):
    """The annual report of an office: a heading and a table for each subject."""


class ConformityDocument(TabledDocument):
    """The table of conformity of an act."""
