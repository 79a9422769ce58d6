"""The words for the kinds of provisions, as a sentence or a list shows them."""

from amendments.provisions.messages import message as _
from amendments.provisions.tree import Kind

KIND_NAMES = {
    Kind.TITLE: _("title"),
    Kind.PREAMBLE: _("preamble"),
    Kind.SECTION: _("section"),
    Kind.CHAPTER: _("chapter"),
    Kind.DIVISION: _("division"),
    Kind.ARTICLE: _("article"),
    Kind.PART: _("part"),
    Kind.POINT: _("point"),
    Kind.SUBPOINT: _("subpoint"),
    Kind.PARAGRAPH: _("paragraph"),
    Kind.NOTE: _("note"),
    Kind.TABLE: _("table"),
    Kind.ROW: _("row of a table"),
    Kind.ANNEX: _("annex"),
    Kind.CONTENTS: _("table of contents"),
    Kind.CLOSING: _("signature"),
    Kind.APPARATUS: _("sources and footnotes"),
}
