"""Whether a Word file may be opened: no password, no old format, no bomb, no entities."""

import io
import re
import zipfile
import zlib
from functools import partial

from defusedxml.ElementTree import fromstring

from amendments.importers.file_errors import (
    CorruptFile,
    EncryptedFile,
    MacroFile,
    OldWordFile,
    OversizedFile,
    UnsafeLink,
)
from amendments.importers.xml_shape import PIECE, check_shape
from amendments.provisions.messages import message as _

_OLE_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MAIN_PART = "word/document.xml"
_MACROS = "vbaproject.bin"
_KINDS, _MACRO_KIND = "[Content_Types].xml", b"macroEnabled"
_FETCHED = frozenset({"attachedTemplate", "oleObject", "frame", "subDocument", "aFChunk"})
_REMOTE = re.compile(r"(?i)\s*(?:(?:https?|ftp|smb|dav):|file:(?://[^/]|////|\\\\)|\\\\|//)")
_MOST_PARTS = 5_000
_LARGEST_PART = 50 * 1024 * 1024
_LARGEST_PACKAGE = 200 * 1024 * 1024
_HIGHEST_RATIO = 500  # Word's own XML rarely packs beyond 1 : 30


def check_package(data: bytes) -> None:
    """Refuse what must not or cannot be opened, before any of its XML is parsed."""
    if data.startswith(_OLE_SIGNATURE):
        raise EncryptedFile if _ENCRYPTED_STREAM in data else OldWordFile
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_sizes(package)
            _check_parts(package)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise CorruptFile(_("its packing cannot be read")) from error


def check_sizes(package: zipfile.ZipFile) -> None:
    """Refuse a password, and a package that unpacks to far more than a document needs."""
    parts = package.infolist()
    if len(parts) > _MOST_PARTS:
        raise OversizedFile(_("%(count)s parts", count=len(parts)))
    if sum(part.file_size for part in parts) > _LARGEST_PACKAGE:
        raise OversizedFile(_("more than %(size)s MB unpacked", size=_LARGEST_PACKAGE // 1024 // 1024))
    for part in parts:
        if part.flag_bits & 1:
            raise EncryptedFile
        if part.file_size > _LARGEST_PART or part.file_size > _HIGHEST_RATIO * max(part.compress_size, 1024):
            raise OversizedFile(
                _("%(part)s unpacks to %(size)s bytes", part=part.filename, size=part.file_size)
            )


def _check_parts(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    if _MAIN_PART not in names:
        raise CorruptFile(_("it has no %(part)s", part=_MAIN_PART))
    kinds = package.read(_KINDS) if _KINDS in names else b""
    if _MACRO_KIND in kinds or any(name.lower().endswith(_MACROS) for name in names):
        raise MacroFile
    check_xml(package)


def check_xml(package: zipfile.ZipFile) -> None:
    """Refuse entities, depth and mass in its XML, and parts that are fetched from the network."""
    counted = 0
    for name in package.namelist():
        if name.endswith((".xml", ".rels")):
            with package.open(name) as part:
                counted = check_shape(iter(partial(part.read, PIECE), b""), name, counted)
        if name.endswith(".rels"):
            _check_links(package.read(name))


def _check_links(relations: bytes) -> None:
    """A template or an inner file on a disk of the author is never looked for; one in the network is an attack."""
    for found in fromstring(relations):
        kind = found.get("Type", "").rpartition("/")[2]
        target = found.get("Target", "")
        if found.get("TargetMode") == "External" and kind in _FETCHED and _REMOTE.match(target):
            raise UnsafeLink(target)
