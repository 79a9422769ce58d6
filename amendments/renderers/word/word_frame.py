"""The frame of a Word file: a section for each act, with what stands at the top and the foot of its pages."""

import re
from collections.abc import Callable, Iterable
from itertools import count

from amendments.renderers.paper.documents import PaperAct, PaperDocument, TitleBlock
from amendments.renderers.word.ooxml import HEAD, NAMESPACES, field, paragraph, run
from amendments.renderers.word.opc import WordParts, package
from amendments.renderers.word.remarks import PlacedRemarks
from amendments.renderers.word.stylesheet import LEGEND, stylesheet
from amendments.renderers.word.tracked import TrackedWriter

_SETTINGS = (
    f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="425"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
_UPRIGHT = '<w:pgSz w:w="11906" w:h="16838"/>'
_LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
_MARGINS = '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="{left}" w:header="567" w:footer="567" w:gutter="0"/>'
_LINE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="8A8A8A"/></w:pBdr>'
LANDSCAPE_WIDTH = 16838 - 2 * 1134  # twentieths of a point between the margins

Body = Callable[[PaperAct, TrackedWriter], Iterable[str]]
"""What stands in the section of an act, as paragraphs and tables."""


def framed(document: PaperDocument, body: Body, *, is_landscape: bool = False) -> bytes:
    """The acts one after the other, each in a section with its own title block."""
    parts = WordParts()
    language = document.acts[0].language
    parts.add_only("styles", stylesheet(language))
    parts.add_only("settings", _SETTINGS)
    ids, remarks = count(1), PlacedRemarks()
    written: list[str] = []
    for number, act in enumerate(document.acts, start=1):
        writer = TrackedWriter(document.author, document.at, language, ids, number, remarks=remarks)
        written += body(act, writer)
        section = _section(act.block, parts, is_landscape=is_landscape)
        is_last = number == len(document.acts)
        written.append(section if is_last else paragraph([], properties=section))
    if remarks.written:
        parts.add_only("comments", remarks.part())
    return package(
        document, f"{HEAD}<w:document {NAMESPACES}><w:body>{''.join(written)}</w:body></w:document>", parts
    )


def _section(block: TitleBlock, parts: WordParts, *, is_landscape: bool) -> str:
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
    size = _LANDSCAPE if is_landscape else _UPRIGHT
    margins = _MARGINS.format(left=1134 if is_landscape else 1701)
    return f"<w:sectPr>{named}{size}{margins}<w:titlePg/></w:sectPr>"


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
