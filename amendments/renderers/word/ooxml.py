"""Pieces of WordprocessingML as text: every word is escaped here, and no word becomes a field."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from amendments.renderers.unprintable import pictured

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = re.compile("([\t\v])")
_SIGNS = {"\t": "<w:tab/>", "\v": "<w:br/>"}
_LOCALES = {"az": "az-Latn-AZ", "en": "en-GB", "ru": "ru-RU"}


def locale(language: str) -> str:
    """The language of a text as Word names it."""
    return _LOCALES.get(language, language)


def words(text: str, tag: str = "t") -> str:
    """The words of a run; tabs and the ends of lines within a paragraph are elements of their own."""
    return "".join(
        _SIGNS.get(part) or f'<w:{tag} xml:space="preserve">{escaped(part)}</w:{tag}>'
        for part in _PARTS.split(text)
        if part
    )


def run(text: str, language: str = "", properties: str = "", tag: str = "t") -> str:
    """A run of words, in a language where it is not that of the document."""
    said = properties + (f'<w:lang w:val="{locale(language)}"/>' if language else "")
    return f"<w:r>{f'<w:rPr>{said}</w:rPr>' if said else ''}{words(text, tag)}</w:r>"


def field(code: str) -> str:
    """A field that Word computes: PAGE, NUMPAGES."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def paragraph(runs: Iterable[str], style: str = "", properties: str = "") -> str:
    """A paragraph; `properties` follow its style in the order of the schema."""
    said = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{''.join(runs)}</w:p>"


def escaped(text: str) -> str:
    """Text between tags; what XML cannot hold is shown as a picture."""
    return escape(pictured(text))


def attribute(text: str) -> str:
    """Text as an attribute, with its quotation marks."""
    return quoteattr(pictured(text))


def moment(at: datetime) -> str:
    """A moment as Word reads it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
