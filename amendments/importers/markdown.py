"""Markdown: plain text whose lines with # are headings, below lines of metadata that are no law."""

import re
from dataclasses import replace

from amendments.importers.plain_text import TextImporter
from amendments.importers.protocol import Imported
from amendments.provisions.messages import counted as ngettext

_RULE = "---"
_HEADING = re.compile(r"#{1,6}[ \t]+\S")


class MarkdownImporter:
    """Takes the text as it is, without the metadata at its top; says which lines are headings."""

    slug = "markdown"
    name = "Markdown"
    suffixes = (".md",)

    def read(self, data: bytes) -> Imported:
        """Decode as plain text; raises `ImportFailed`."""
        imported = TextImporter().read(data)
        lines = imported.text.split("\n")
        end = _end_of_metadata(lines)
        headings = tuple(line.rstrip() for line in lines[end:] if _HEADING.match(line))
        if not end:
            return replace(imported, headings=headings)
        told = ngettext(
            "%(count)s line of metadata at the top of the file was left out.",
            "%(count)s lines of metadata at the top of the file were left out.",
            end - 2,
        )
        text = "\n".join(lines[end:]).lstrip("\r\n")
        return replace(imported, text=text, headings=headings, notices=(told,))


def _end_of_metadata(lines: list[str]) -> int:
    """The lines from the rule at the top to the next one, if the first of them is “key: value”; else 0."""
    if len(lines) < 3 or lines[0].strip() != _RULE or not re.match(r"[\w.-]+:(?:\s|$)", lines[1]):
        return 0
    return next((place + 1 for place, line in enumerate(lines[1:], 1) if line.strip() == _RULE), 0)
