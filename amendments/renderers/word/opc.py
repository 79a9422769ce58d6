"""The package of a Word file: its parts, how they belong together, and nothing that the document does not say.

The same document gives the same bytes: the parts bear the moment of the document, not that of the writing.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from amendments.renderers.paper.documents import PaperDocument
from amendments.renderers.word.ooxml import HEAD, attribute, escaped, locale, moment

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = f"{_PACKAGE}/metadata/core-properties"
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # that a zip file can name


@dataclass(frozen=True, slots=True)
class WordPart:
    """A part of the folder `word`; `kind` names its type and its relation: "header", "styles"."""

    name: str
    kind: str
    content: str


@dataclass
class WordParts:
    """The parts of a document beside its body, each with the identity by which the body names it."""

    parts: dict[str, WordPart] = field(default_factory=dict)

    def add(self, kind: str, content: str) -> str:
        """Add a part of which there may be several; returns its identity."""
        number = sum(part.kind == kind for part in self.parts.values()) + 1
        return self.add_only(kind, content, f"{kind}{number}.xml")

    def add_only(self, kind: str, content: str, name: str = "") -> str:
        """Add the only part of its kind."""
        identity = f"r{len(self.parts) + 1}"
        self.parts[identity] = WordPart(name or f"{kind}.xml", kind, content)
        return identity


def package(document: PaperDocument, body: str, parts: WordParts) -> bytes:
    """The bytes of the file."""
    at = max(document.at.astimezone(UTC), _EARLIEST)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(document, body, parts).items():
            info = zipfile.ZipInfo(name, at.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode())
    return written.getvalue()


def _files(document: PaperDocument, body: str, parts: WordParts) -> Mapping[str, str]:
    return {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations(
            {
                "r1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "r2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _properties(document),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": _relations(
            {identity: (f"{_OFFICE}/{part.kind}", part.name) for identity, part in parts.parts.items()}
        ),
        **{f"word/{part.name}": part.content for part in parts.parts.values()},
    }


def _content_types(parts: WordParts) -> str:
    types = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{part.name}": f"{_MAIN}.{part.kind}+xml" for part in parts.parts.values()},
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target={attribute(target)}/>'
        for identity, (kind, target) in relations.items()
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _properties(document: PaperDocument) -> str:
    """What the file says of itself: only what stands in the document too."""
    at = moment(document.at)
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title><dc:creator>{escaped(document.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escaped(document.author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified>'
        f"<dc:identifier>{escaped(document.identity)}</dc:identifier>"
        f"<dc:language>{escaped(locale(document.acts[0].language))}</dc:language></cp:coreProperties>"
    )
