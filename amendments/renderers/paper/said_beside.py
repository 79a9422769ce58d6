"""What a document says beside the law: that a provision is repealed, and which number a renumbered one had."""

from collections.abc import Iterator
from dataclasses import replace

from amendments.redline.provision_redline import Change, Mark, Span
from amendments.renderers.paper.documents import PaperAct, PaperElement
from amendments.renderers.paper.sheets import Role, Sheet, SheetParagraph, SheetTable, Style, is_bare, sheets
from amendments.renderers.paper.table_rows import BARS


def act_sheets(act: PaperAct, *, with_numbers: bool = False) -> Iterator[Sheet]:
    """The paragraphs and tables of an act, in order, and below a repealed number that it is repealed.

    `with_numbers` says below a renumbered provision which number it had.
    """
    numbers = _earlier_numbers(act) if with_numbers else {}
    for sheet in sheets(act.items):
        yield sheet
        if isinstance(sheet, SheetParagraph) and sheet.style.provision.element.key in numbers:
            words = numbers.pop(sheet.style.provision.element.key)
            style = replace(sheet.style, role=Role.SAID, language=act.block.language)
            yield SheetParagraph((Span(Mark.KEPT, words),), Mark.KEPT, style)
        if act.repealed and isinstance(sheet, SheetTable):
            yield from (_said_of_row(act, *row) for row in sheet.bare)
        if act.repealed and isinstance(sheet, SheetParagraph) and _stays_bare(sheet):
            is_new = sheet.move or any(span.mark is not Mark.KEPT for span in sheet.spans)
            mark = Mark.INSERTED if is_new else Mark.KEPT
            style = replace(sheet.style, role=Role.SAID, language=act.language)
            said = act.said_of(sheet.style.provision.element)
            yield SheetParagraph((Span(mark, said),), mark, style)


def _earlier_numbers(act: PaperAct) -> dict[str, str]:
    """What is said of each renumbered provision, by its key."""
    renumbered = [item for item in act.items if item.change is Change.RENUMBERED and item.after]
    return {
        item.after[0].element.key: act.table.renumbered % {"other": item.before[0].element.number}
        for item in renumbered
        if act.table
    }


def _stays_bare(sheet: SheetParagraph) -> bool:
    """Whether of a repealed provision the number alone stays here."""
    element, stays = sheet.style.provision.element, sheet.is_new_place and sheet.end is not Mark.DELETED
    return stays and is_bare(element)


def _said_of_row(act: PaperAct, row: PaperElement, mark: Mark) -> SheetParagraph:
    """Below its table, with its number."""
    words = f"{row.scheme.label(row.element).strip(BARS)} {act.repealed}"
    return SheetParagraph((Span(mark, words),), mark, Style(Role.SAID, row.level, act.language, row))
