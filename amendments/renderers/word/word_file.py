"""A document as the bytes of a Word file: the text of acts, or their redline with tracked changes."""

import re
from collections.abc import Mapping
from itertools import count

from amendments.provisions.tree import Kind
from amendments.renderers.paper.documents import PaperAct, PaperDocument, TitleBlock
from amendments.renderers.paper.sheets import SheetTable, sheets
from amendments.renderers.word.ooxml import HEAD, NAMESPACES, field, paragraph, run
from amendments.renderers.word.opc import WordParts, package
from amendments.renderers.word.stylesheet import LEGEND, stylesheet
from amendments.renderers.word.tracked import TrackedWriter

_LISTED = re.compile(r"^\[\d+\]", re.MULTILINE)
_SETTINGS = (
    f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="425"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
_UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
_MARGINS = '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="8A8A8A"/></w:pBdr>'


def as_word(document: PaperDocument) -> bytes:
    """The acts one after the other, each in a section with its own title block."""
    parts = WordParts()
    language = document.acts[0].language
    parts.add_only("styles", stylesheet(language))
    parts.add_only("settings", _SETTINGS)
    ids = count(1)
    written: list[str] = []
    for number, act in enumerate(document.acts, start=1):
        writer = TrackedWriter(document.author, document.at, language, ids, _notes(act, number))
        written += _blocks(act, writer)
        section = _section(act.block, parts)
        is_last = number == len(document.acts)
        written.append(section if is_last else paragraph([], properties=section))
    return package(
        document, f"{HEAD}<w:document {NAMESPACES}><w:body>{''.join(written)}</w:body></w:document>", parts
    )


def _blocks(act: PaperAct, writer: TrackedWriter) -> list[str]:
    found = list(sheets(act.items))
    written = list(writer.write(found))
    if found and isinstance(found[-1], SheetTable):
        written.append(paragraph([]))  # Word wants one behind a table
    return written


def _notes(act: PaperAct, number: int) -> Mapping[str, str]:
    """The bookmarks of the footnotes that the act prints in its closing lists, by their marks."""
    elements = (each.element for item in act.items for each in item.after)
    texts = [element.text for element in elements if element.kind is Kind.APPARATUS]
    return {mark: f"note_{number}_{mark[1:-1]}" for text in texts for mark in _LISTED.findall(text)}


def _section(block: TitleBlock, parts: WordParts) -> str:
    references = (
        ("header", "first", _first_header(block)),
        ("header", "default", _running_header(block)),
        ("footer", "first", _footer(block)),
        ("footer", "default", _footer(block)),
    )
    named = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="{parts.add(kind, content)}"/>'
        for kind, which, content in references
    )
    return f"<w:sectPr>{named}{_UPRIGHT}{_MARGINS}<w:titlePg/></w:sectPr>"


def _first_header(block: TitleBlock) -> str:
    lines = [paragraph([run(block.title, block.language, "<w:b/>")], LEGEND)]
    lines += [paragraph([run(line, block.language)], LEGEND) for line in block.lines]
    if block.warning:
        lines.append(paragraph([run(block.warning, block.language, "<w:b/>")], LEGEND, _LINE))
    return f"{HEAD}<w:hdr {NAMESPACES}>{''.join(lines)}</w:hdr>"


def _running_header(block: TitleBlock) -> str:
    return (
        f"{HEAD}<w:hdr {NAMESPACES}>{paragraph([run(block.running, block.language)], LEGEND, _LINE)}</w:hdr>"
    )


def _footer(block: TitleBlock) -> str:
    """The hash, whether the text is official, and page x of y in the words of the reader."""
    said = " · ".join(filter(None, (block.foot, block.warning)))
    pages = re.split(r"(%\(pages?\)s)", block.page_of)
    fields = {"%(page)s": field("PAGE"), "%(pages)s": field("NUMPAGES")}
    runs = [fields.get(part) or run(part, block.language) for part in pages if part]
    right = '<w:jc w:val="right"/>'
    return (
        f"{HEAD}<w:ftr {NAMESPACES}>{paragraph([run(said, block.language)], LEGEND)}"
        f"{paragraph(runs, LEGEND, right)}</w:ftr>"
    )
