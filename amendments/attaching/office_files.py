"""Files of Word, Excel and OpenDocument are packages: their parts are looked at within bounds, XML of Word as before an import."""

import io
import re
import zipfile
import zlib

from amendments.attaching.file_kinds import FileKind, TableKind
from amendments.attaching.file_refusals import (
    FileRefused,
    HasPassword,
    OtherContent,
    RunsPrograms,
    Unreadable,
)
from amendments.importers.file_errors import EncryptedFile, ImportFailed, UnsafeFile, UnsafeLink
from amendments.importers.word_package import check_sizes, check_xml

_PACKAGE = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # old Office, and new Office with a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_READ = 2 * 1024 * 1024  # bytes of one part that is looked at
_TYPES = "[Content_Types].xml"
_WORD_TEXT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEETS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACROS = (b"macroenabled", b"vbaproject", b"activex")  # in small letters, as the types are compared
# What runs in a workbook, and what fetches cells from elsewhere or starts a program for them (DDE)
_FETCHING = (b"macrosheet", b"dialogsheet", b"externallink", b"connections", b"querytable", b"webextension")
_ODT_TYPE, _ODT_PARTS = "mimetype", "META-INF/manifest.xml"
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError)
_RUNS = re.compile(
    r"(?:vbaProject|vbaData|oleObject\d*|activeX\d*)\.(?:bin|xml)$|^(?:Basic|Scripts)/|^Object \d+$"
    r"|\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs?|js|jse|wsf|hta|jar|msi|lnk|sh|py|docm|dotm|xlsm|xltm|pptm)$",
    re.IGNORECASE,
)


def check_docx(name: str, content: bytes) -> None:
    """A Word document without macros, controls, embedded programs, entities or a template that is fetched from elsewhere."""
    _check_office(name, FileKind.DOCX, content, _WORD_TEXT, _MACROS)


def check_xlsx(name: str, content: bytes) -> None:
    """A workbook without what a Word document must not have, and without links to data elsewhere."""
    _check_office(name, TableKind.XLSX, content, _SHEETS, (*_MACROS, *_FETCHING))


def _check_office(
    name: str, kind: FileKind | TableKind, content: bytes, main: bytes, harmful: tuple[bytes, ...]
) -> None:
    with _opened(name, kind, content) as package:
        types = _part(name, package, _TYPES).lower()
        if any(word in types for word in harmful):
            raise RunsPrograms(name)
        if main not in types:
            raise OtherContent(name, kind=kind.label)
        try:
            check_xml(package)
        except (*_DAMAGED, ImportFailed) as error:
            raise _refusal(name, error) from error


def check_odt(name: str, content: bytes) -> None:
    """A text document of OpenDocument without macros, scripts or embedded programs."""
    with _opened(name, FileKind.ODT, content) as package:
        if _part(name, package, _ODT_TYPE).strip() != FileKind.ODT.media_type.encode():
            raise OtherContent(name, kind=FileKind.ODT.label)
        if b"encryption-data" in _part(name, package, _ODT_PARTS):
            raise HasPassword(name)


def _opened(name: str, kind: FileKind | TableKind, content: bytes) -> zipfile.ZipFile:
    """The package, within the bounds of a document and without parts that can run."""
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise HasPassword(name)
    if not content.startswith(_PACKAGE):
        raise OtherContent(name, kind=kind.label)
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        check_sizes(package)
    except (zipfile.BadZipFile, ImportFailed, NotImplementedError, ValueError) as error:
        raise _refusal(name, error) from error
    if any(_RUNS.search(part) for part in package.namelist()):
        raise RunsPrograms(name)
    return package


def _part(name: str, package: zipfile.ZipFile, part: str) -> bytes:
    """The beginning of a part, b"" if there is none."""
    if part not in package.namelist():
        return b""
    try:
        with package.open(part) as opened:
            return opened.read(_MOST_READ)
    except _DAMAGED as error:
        raise _refusal(name, error) from error


def _refusal(name: str, error: Exception) -> FileRefused:
    if isinstance(error, UnsafeFile | UnsafeLink):
        return RunsPrograms(name)
    return HasPassword(name) if isinstance(error, EncryptedFile) else Unreadable(name)
