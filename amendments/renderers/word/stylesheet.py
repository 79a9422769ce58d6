"""How documents look in Word: one style for each role, so that readers can change them all at once."""

from amendments.renderers.paper.documents import DEEPEST
from amendments.renderers.paper.sheets import Role
from amendments.renderers.word.ooxml import HEAD, NAMESPACES, locale

SAID = "MaddaSaid"
"""The style of a sentence that is no part of the act. The importer leaves out paragraphs of this style."""
STYLES = {
    Role.TITLE: "Title",
    Role.ARTICLE: "MaddaArticle",
    Role.BODY: "MaddaBody",
    Role.NOTE: "MaddaNote",
    Role.CLOSING: "MaddaClosing",
    Role.LIST: "MaddaList",
    Role.SAID: SAID,
}
CELL, LEGEND = "MaddaCell", "MaddaLegend"
_INDENT = 425  # twentieths of a point for each level: 0.75 cm
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>'

_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def style_of(role: Role, level: int) -> str:
    """The identity of the style for a paragraph of this role."""
    if role is Role.HEADING:
        return f"Heading{max(level, 1)}"
    if role is Role.ITEM:
        return f"MaddaItem{level + 1}"
    return STYLES[role]


def stylesheet(language: str) -> str:
    """The part `styles.xml` of a document in a language."""
    size = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}{size}"
        f'<w:lang w:val="{locale(language)}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    styles = [
        _NORMAL,
        _TABLE,
        _style("Title", "Title", '<w:jc w:val="center"/>', "<w:b/>" + _size(28)),
        *(_heading(level) for level in range(1, DEEPEST + 1)),
        *(_style(f"MaddaItem{n + 1}", f"Item {n + 1}", f'<w:ind w:left="{n * _INDENT}"/>') for n in range(3)),
        _style("MaddaArticle", "Article text", '<w:outlineLvl w:val="2"/>'),
        _style("MaddaBody", "Law text"),
        _style("MaddaNote", "Note", '<w:ind w:left="425"/>', _size(22)),
        _style("MaddaClosing", "Signature", '<w:keepNext/><w:spacing w:before="60" w:after="60"/>'),
        _style("MaddaList", "Closing list", '<w:spacing w:after="80"/>', _size(20)),
        _style(
            SAID,
            "Said of the text",
            '<w:spacing w:after="80"/>',
            '<w:color w:val="595959"/>' + _size(20),
            following="MaddaBody",  # what is typed behind the sentence is law
        ),
        _style(CELL, "Cell", '<w:spacing w:before="40" w:after="40"/>', _size(21)),
        _style(LEGEND, "Legend", '<w:spacing w:after="40"/>', '<w:color w:val="595959"/>' + _size(18)),
    ]
    return f"{HEAD}<w:styles {NAMESPACES}>{defaults}{''.join(styles)}</w:styles>"


def _heading(level: int) -> str:
    spacing = f'<w:spacing w:before="{max(360 - 60 * level, 160)}" w:after="120"/>'
    centred = '<w:jc w:val="center"/>' if level == 1 else ""
    properties = f'<w:keepNext/><w:keepLines/>{spacing}{centred}<w:outlineLvl w:val="{level - 1}"/>'
    return _style(
        f"Heading{level}", f"heading {level}", properties, "<w:b/>" + _size(max(28 - 2 * level, 24))
    )


def _style(identity: str, name: str, paragraph: str = "", run: str = "", *, following: str = "") -> str:
    own = ' w:customStyle="1"' if identity.startswith("Madda") else ""
    look = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    look += f"<w:rPr>{run}</w:rPr>" if run else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{after}<w:qFormat/>{look}</w:style>'
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
