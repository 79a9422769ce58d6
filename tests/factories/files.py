"""Small files of every kind that can be attached, and parts to spoil them with."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from PIL import Image

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"


def package(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip file with these parts in their order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return written.getvalue()


def docx(words: str = "Words.", *, main: str = WORD, **parts: bytes | str) -> bytes:
    """A Word document; further parts by their names."""
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    return package({"[Content_Types].xml": types, "word/document.xml": f"<w:t>{words}</w:t>", **parts})


def xlsx(cell: str = "1", *, main: str = SHEETS, types: str = "", **parts: bytes | str) -> bytes:
    """A workbook with one cell; further kinds of parts by their names in its list, further parts by their own."""
    listed = f'<Types><Override PartName="/xl/workbook.xml" ContentType="{main}"/>{types}</Types>'
    sheet = f"<worksheet><c><v>{cell}</v></c></worksheet>"
    return package(
        {
            "[Content_Types].xml": listed,
            "xl/workbook.xml": "<workbook/>",
            "xl/worksheets/a.xml": sheet,
            **parts,
        }
    )


def odt(words: str = "Words.", *, mimetype: str = OPEN_TEXT, **parts: bytes | str) -> bytes:
    """A text document of OpenDocument; further parts by their names."""
    return package({"mimetype": mimetype, "content.xml": f"<text:p>{words}</text:p>", **parts})


def pdf(words: str = "Words.", more: bytes = b"") -> bytes:
    """A PDF with one line on one page; `more` stands among its objects."""
    shown = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode()
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 144] /Contents 4 0 R /Resources << /Font << /F1 %s >> >> >>"
        % font,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    body += more
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + end % (len(objects) + 1, table, len(objects) + 1, len(body))


def png(width: int = 1, height: int = 1) -> bytes:
    """A picture of one grey point; it may say that it has more."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\x00\x80"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixels + chunk(b"IEND", b"")


def jpeg() -> bytes:
    """A picture of one point."""
    return picture("JPEG", 1)


def picture(form: str, side: int = 64, **options: object) -> bytes:
    """A square of noise in a format of Pillow, by its name."""
    written = io.BytesIO()
    made = Image.effect_noise((side, side), 90) if side > 1 else Image.new("L", (1, 1))
    made.save(written, form, **options)
    return written.getvalue()
