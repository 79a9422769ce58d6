"""The parts of a provision that an instruction can name: its text, a sentence, a paragraph.

A region is (start, end) in the provision's text.
"""

import re

from amendments.provisions.messages import Message, message as _

Region = tuple[int, int]

_END = re.compile(r"[.!?…]+[”\"»’)\]]*(?=\s)")
_ENUMERATOR = re.compile(r"\s*(?:\d+(?:[.-]\d+)*|[^\W\d_]|[IVXLC]+)\s*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"«])(?:[^\W\d_]|Art|Arts|No|Nos|Nr|Mr|Mrs|Dr|St|ст|стр|гг|см|ред|məs|bax)\Z"
)
_LOWER_ONE = re.compile(r"(?:^|\s)(?:s|b)\Z")  # "və s.", "və b." may well end a sentence
_DASH_AT_END = re.compile(r"\s*[-–—][^\S\n]*\n")
_DASH = re.compile(r"\s+[–—-]\s+|[–—]\s+")
_NAMES = {
    "text": _("text"),
    "heading": _("heading"),
    "sentence": _("sentence"),
    "paragraph": _("paragraph"),
    "disposition": _("disposition"),
    "sanction": _("sanction"),
    "table": _("table"),
}
_STARTERS = '“"«„([–—-'


def paragraphs(text: str) -> list[Region]:
    """The paragraphs of a text."""
    regions, start = [], 0
    for line in text.split("\n"):
        regions.append((start, start + len(line)))
        start += len(line) + 1
    return regions


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Region]:
    """The sentences between two places; a sentence never runs over the end of a paragraph."""
    end = len(text) if end is None else end
    regions: list[Region] = []
    for line_start, line_end in paragraphs(text[start:end]):
        regions.extend(_sentences_of_line(text, start + line_start, start + line_end))
    return regions


def _sentences_of_line(text: str, start: int, end: int) -> list[Region]:
    regions = []
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, begin, match, end):
            regions.append((begin, match.end()))
            begin = match.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if text[begin:end].strip():
        regions.append((begin, end))
    return regions


def _ends_sentence(text: str, begin: int, match: "re.Match[str]", end: int) -> bool:
    rest = text[match.end() : end].lstrip().lstrip(_STARTERS).lstrip()
    if not rest or not (rest[0].isupper() or rest[0].isdigit()):
        return False
    said = text[begin : match.start()]
    if _ENUMERATOR.fullmatch(said):
        return False
    return not _ABBREVIATION.search(said) or bool(_LOWER_ONE.search(said))


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
    """What a liability provision punishes, and how: a dash that ends a line, else the only dash, parts the two."""
    dashes = list(_DASH_AT_END.finditer(text)) or list(_DASH.finditer(text))
    if len(dashes) != 1:
        return None
    return (0, dashes[0].start()) if name == "disposition" else (dashes[0].end(), len(text))


def no_part(target: str, level: str) -> Message:
    """That a provision has no such part: "9.3 has no sentence 2."."""
    return _("%(target)s has no %(part)s.", target=target, part=_named(level))


def _named(level: str) -> Message:
    outer, slash, step = level.rpartition("/")
    if slash:
        return Message("%(outer)s/%(step)s", {"outer": _named(outer), "step": _named(step)})
    name, __, ordinal = step.partition(":")
    part = _NAMES.get(name, Message(name))
    return Message("%(part)s %(ordinal)s", {"part": part, "ordinal": ordinal}) if ordinal else part
