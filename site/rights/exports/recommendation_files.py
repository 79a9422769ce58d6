"""Recommendations of international bodies as CSV and as a workbook, in the columns in which they come in."""

from dataclasses import dataclass

from consultations.spreadsheets import CSV, XLSX, written


@dataclass(frozen=True, slots=True)
class RecommendationsDocument:
    """A table with its head; `name` is that of the file, without its suffix."""

    name: str
    table: tuple[tuple[str, ...], ...]


def as_csv(document: RecommendationsDocument) -> bytes:
    """UTF-8 with the mark by which Excel reads it."""
    return written(document.table, CSV)


def as_plain_workbook(document: RecommendationsDocument) -> bytes:
    """One sheet, whose first row is the head."""
    return written(document.table, XLSX)
