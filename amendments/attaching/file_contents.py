"""Whether the content of a file is of the kind that its name says, and can do nothing on a reader's computer."""

import io
import re
import warnings
import zlib
from collections.abc import Callable, Mapping

from PIL import Image

from amendments.attaching.attachment_limits import most_pixels
from amendments.attaching.file_kinds import FileKind, TableKind
from amendments.attaching.file_refusals import (
    Computes,
    HasPassword,
    OtherContent,
    OtherEncoding,
    RunsPrograms,
    TooManyPixels,
    Unreadable,
)
from amendments.attaching.office_files import check_docx, check_odt, check_xlsx

_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_PNG_END = b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_PDF, _PDF_END = b"%PDF-", b"%%EOF"
_PDF_ACTIONS = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData)\b")
_PDF_PASSWORD = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")
_PDF_OBJECTS = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")  # "/J#61vaScript" is "/JavaScript"
_MOST_UNPACKED = 20 * 1024 * 1024  # bytes of all packed objects of a PDF; more are no document
# A cell that a spreadsheet computes as it opens the file; -5, +994 and a dash before a space are no formulas
_FORMULA = re.compile(r"""(?:^|[,;\t\n\r])(?:[^\S\t\n\r]|["'])*(?:[=@]|[+-][^\s\d.,;"+-])""")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def check_content(name: str, kind: FileKind | TableKind, content: bytes) -> None:
    """Raise a refusal that names the file unless its content is harmless and of this kind."""
    _CHECKS[kind](name, content)


def _check_pdf(name: str, content: bytes) -> None:
    if not content.startswith(_PDF):
        raise OtherContent(name, kind=FileKind.PDF.label)
    if _PDF_END not in content:
        raise Unreadable(name)
    if _PDF_PASSWORD.search(content):
        raise HasPassword(name)
    if any(_PDF_ACTIONS.search(_unescaped(part)) for part in (content, *_packed_objects(name, content))):
        raise RunsPrograms(name)


def _unescaped(part: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)


def _packed_objects(name: str, content: bytes) -> list[bytes]:
    """The objects that a PDF packs into streams, where their names cannot be seen from outside."""
    rest, unpacked = _MOST_UNPACKED, []
    for found in _PDF_OBJECTS.finditer(content):
        try:
            part = zlib.decompressobj().decompress(content[found.end() :], rest)
        except zlib.error:
            continue  # packed in another way, which readers of PDF hardly know
        rest -= len(part)
        if rest <= 0:
            raise Unreadable(name)
        unpacked.append(part)
    return unpacked


def _check_png(name: str, content: bytes) -> None:
    if not content.startswith(_PNG):
        raise OtherContent(name, kind=FileKind.PNG.label)
    if not content.endswith(_PNG_END):
        raise Unreadable(name)
    _check_pixels(name, content, "PNG")


def _check_jpeg(name: str, content: bytes) -> None:
    if not content.startswith(_JPEG):
        raise OtherContent(name, kind=FileKind.JPEG.label)
    if _JPEG_END not in content:
        raise Unreadable(name)
    _check_pixels(name, content, "JPEG")


def _check_pixels(name: str, content: bytes, form: str) -> None:
    """Its measures are read, and nothing of it is unpacked."""
    try:
        with (
            # The limit is ours: Pillow's own would only warn
            warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning),
            Image.open(io.BytesIO(content), formats=[form]) as picture,
        ):
            pixels = picture.width * picture.height * getattr(picture, "n_frames", 1)
    except Image.DecompressionBombError:
        raise TooManyPixels(name) from None
    except (OSError, ValueError) as error:  # ValueError of a broken chunk of a PNG
        raise Unreadable(name) from error
    if pixels > most_pixels():
        raise TooManyPixels(name)


def _check_text(name: str, content: bytes) -> None:
    _text_of(name, FileKind.TXT, content)


def _check_csv(name: str, content: bytes) -> None:
    if _FORMULA.search(_text_of(name, TableKind.CSV, content)):
        raise Computes(name)


def _text_of(name: str, kind: FileKind | TableKind, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise OtherEncoding(name) from None
    if _CONTROLS.search(text):
        raise OtherContent(name, kind=kind.label)
    return text


_CHECKS: Mapping[FileKind | TableKind, Callable[[str, bytes], None]] = {
    FileKind.PDF: _check_pdf,
    FileKind.DOCX: check_docx,
    FileKind.ODT: check_odt,
    FileKind.PNG: _check_png,
    FileKind.JPEG: _check_jpeg,
    FileKind.TXT: _check_text,
    TableKind.XLSX: check_xlsx,
    TableKind.CSV: _check_csv,
}
