"""Keeps changes of neighbouring paragraphs apart.

LibreOffice joins a change at the end of a paragraph with one of its kind at the start of the next paragraph, and then
takes the end between them for changed too: whoever rejected all would get two provisions in one paragraph.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from amendments.redline.provision_redline import Mark
from amendments.renderers.paper.sheets import Sheet, SheetParagraph


def kept_apart(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The same text on both sides, with no two changes of one kind on either side of an end that stays."""
    found = list(sheets)
    for place, sheet in enumerate(found[:-1]):
        if isinstance(sheet, SheetParagraph) and _touches(sheet, found[place + 1]):
            if len(sheet.spans) > 1 and sheet.spans[-2].mark is not Mark.KEPT:
                *others, first, second = sheet.spans
                found[place] = replace(sheet, spans=(*others, second, first))
            else:
                _shift_end(found, place)
    return found


def _touches(sheet: SheetParagraph, following: Sheet) -> bool:
    """Whether a paragraph ends with a change, its end stays, and the next one begins with a change of the same kind."""
    if not isinstance(following, SheetParagraph) or sheet.move or following.move:
        return False
    last = sheet.spans[-1].mark if sheet.spans else Mark.KEPT
    first = following.spans[0].mark if following.spans else following.end
    return sheet.end is Mark.KEPT and last is not Mark.KEPT and first is last


def _shift_end(found: list[Sheet], place: int) -> None:
    """Let the last of the paragraphs that come or go as a whole have the end that stays.

    Whoever rejects may then find the first of them in the style of the last one. The words are right in every program.
    """
    whole = _whole_from(found[place + 1 :])
    sheet, last = found[place], whole[-1] if whole else None
    if last and isinstance(sheet, SheetParagraph):
        found[place] = replace(sheet, end=last.end)
        found[place + len(whole)] = replace(last, end=Mark.KEPT)


def _whole_from(sheets: Sequence[Sheet]) -> list[SheetParagraph]:
    """The first paragraphs that come or go as a whole, all with the same change."""
    whole: list[SheetParagraph] = []
    for sheet in sheets:
        if not isinstance(sheet, SheetParagraph) or sheet.move or sheet.end is Mark.KEPT:
            break
        marks = {sheet.end, *(span.mark for span in sheet.spans), *(each.end for each in whole)}
        if len(marks) > 1:
            break
        whole.append(sheet)
    return whole
