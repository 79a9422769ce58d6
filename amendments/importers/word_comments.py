"""The comments of a Word file that stand on no words of their own: answers, and those whose place is gone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from amendments.importers.markup import Note
from amendments.importers.word_xml import PARAGRAPH, Xml, all_related

_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_WORD = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def answered_comments(part: Any, comments: Mapping[str, Xml]) -> dict[str, str]:
    """To which comment each answer answers, where the file says so."""
    of_paragraph = {
        paragraph.get(_PARAGRAPH): identity
        for identity, comment in comments.items()
        for paragraph in comment.iter(PARAGRAPH)
        if paragraph.get(_PARAGRAPH)
    }
    found: dict[str, str] = {}
    for root in all_related(part, _EXTENDED):
        for each in root.iter(f"{_WORD}commentEx"):
            own, asked = (of_paragraph.get(each.get(f"{_WORD}{name}")) for name in ("paraId", "paraIdParent"))
            if own and asked and own != asked:
                found[own] = asked
    return found


def with_answers(
    met: Sequence[str], notes: Sequence[Note], further: Mapping[str, Note], answered: Mapping[str, str]
) -> tuple[Note, ...]:
    """The comments that stand on words, then `further` ones: an answer stands on the words of what it answers.

    What answers nothing keeps no place, so that it is listed.
    """
    at = dict(zip(met, notes, strict=True))
    for identity, note in further.items():
        asked, steps = answered.get(identity, ""), 0
        while asked and asked not in at and steps < len(answered):
            asked, steps = answered.get(asked, ""), steps + 1
        place = at.get(asked)
        at[identity] = replace(place, text=note.text, author=note.author, at=note.at) if place else note
    return tuple(at.values())
