"""The parts of a provision that an instruction can name: its text, a sentence, a paragraph.

A region is (start, end) in the provision's text.
"""

import re

from amendments.provisions.messages import Message, message as _
from amendments.provisions.sentences import Region, paragraphs, sentences

_DASH_AT_END = re.compile(r"\s*[-–—][^\S\n]*\n")
_DASH = re.compile(r"\s+[–—-]\s+|[–—]\s+")
NAMES = {
    "text": _("text"),
    "heading": _("heading"),
    "sentence": _("sentence"),
    "paragraph": _("paragraph"),
    "disposition": _("disposition"),
    "sanction": _("sanction"),
    "table": _("table"),
}


def is_table(level: str) -> bool:
    """Whether a level names a table, which is a provision of its own below the one that holds it."""
    return level.partition(":")[0] == "table"


def region(text: str, level: str) -> Region | None:
    """The part of a text that a level names; None when the text has no such part."""
    found: Region | None = (0, len(text))
    for step in level.split("/"):
        if found is not None:
            found = _step(text, found, step)
    return found


def _step(text: str, within: Region, step: str) -> Region | None:
    name, __, ordinal = step.partition(":")
    if name in ("sanction", "disposition"):
        return _half(text, name)
    if not ordinal:
        return within
    parts = paragraphs(text[within[0] : within[1]]) if name == "paragraph" else sentences(text, *within)
    return parts[int(ordinal) - 1] if int(ordinal) <= len(parts) else None


def _half(text: str, name: str) -> Region | None:
    """What a liability provision punishes, or how. A dash at the end of a line, or else the only dash, separates the two."""
    dashes = list(_DASH_AT_END.finditer(text)) or list(_DASH.finditer(text))
    if len(dashes) != 1:
        return None
    return (0, dashes[0].start()) if name == "disposition" else (dashes[0].end(), len(text))


def no_part(target: str, level: str) -> Message:
    """That a provision has no such part: "9.3 has no sentence 2."."""
    return _("%(target)s has no %(part)s.", target=target, part=named_part(level))


def named_part(level: str) -> Message:
    """A part in words: "sentence 2"."""
    outer, slash, step = level.rpartition("/")
    if slash:
        return Message("%(outer)s/%(step)s", {"outer": named_part(outer), "step": named_part(step)})
    name, __, ordinal = step.partition(":")
    part = NAMES.get(name, Message(name))
    return Message("%(part)s %(ordinal)s", {"part": part, "ordinal": ordinal}) if ordinal else part
