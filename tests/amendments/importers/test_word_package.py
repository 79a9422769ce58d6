"""Word files that are refused. Each message says what to do."""

import io
import zipfile

import pytest

from amendments.importers import read_act, word_package, xml_shape
from amendments.importers.file_errors import (
    CorruptFile,
    EncryptedFile,
    MacroFile,
    OldWordFile,
    OversizedFile,
    UnsafeFile,
)

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def archive(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "reason", "advice"),
    [
        (OLE + b"\0" * 600, OldWordFile, "save it as .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, "Remove the password"),
        (b"", CorruptFile, "its packing cannot be read"),
        (b"PK\x03\x04 not a zip", CorruptFile, "its packing cannot be read"),
        (b"plain text", CorruptFile, "Open it in Word"),
        (archive(other="<a/>"), CorruptFile, "no word/document.xml"),
        (archive(word__document="<broken"), CorruptFile, "word/document.xml, line 1, column 1"),
        (archive(word__document='<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), UnsafeFile, "XML entities"),
        (archive(word__document="<x/>", word__bomb="0" * 2_000_000), OversizedFile, "Remove pictures"),
    ],
)
def test_a_bad_file_is_refused_with_advice(data, reason, advice):
    with pytest.raises(reason, match=advice):
        read_act("act.docx", data)


def test_the_elements_of_all_parts_together_are_bounded(monkeypatch):
    monkeypatch.setattr(xml_shape, "MOST_ELEMENTS", 10)
    part = f"<a>{'<b/>' * 6}</a>"
    with pytest.raises(OversizedFile, match="more than 10 elements"):
        read_act("act.docx", archive(word__document=part, word__header=part))


def test_an_old_file_is_named_whatever_its_ending():
    with pytest.raises(OldWordFile):
        read_act("act.doc", OLE + b"\0" * 600)


def test_a_file_with_macros_is_refused_whatever_its_ending(word):
    with_macros = io.BytesIO(word.word_file(word.paragraph("Maddə 1. Ad")))
    with zipfile.ZipFile(with_macros, "a") as package:
        package.writestr("word/vbaProject.bin", b"macros")
    for name in ("act.docx", "act.docm"):
        with pytest.raises(MacroFile, match=r"save it as \.docx"):
            read_act(name, with_macros.getvalue())


def test_a_file_that_says_it_may_have_macros_is_refused(word):
    plain = zipfile.ZipFile(io.BytesIO(word.word_file(word.paragraph("Maddə 1. Ad"))))
    said = io.BytesIO()
    with zipfile.ZipFile(said, "w") as package:
        for name in plain.namelist():
            content = plain.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            package.writestr(name, content)
    with pytest.raises(MacroFile):
        read_act("act.docm", said.getvalue())


def test_limits_on_parts_and_size(monkeypatch):
    data = archive(word__document="<x/>", a="1", b="2")
    monkeypatch.setattr(word_package, "_MOST_PARTS", 2)
    with pytest.raises(OversizedFile, match="3 parts"):
        read_act("act.docx", data)
    monkeypatch.setattr(word_package, "_MOST_PARTS", 9)
    monkeypatch.setattr(word_package, "_LARGEST_PACKAGE", 3)
    with pytest.raises(OversizedFile, match="unpacked"):
        read_act("act.docx", data)


def test_a_damaged_part_is_refused(word):
    data = bytearray(word.word_file(word.paragraph("Maddə 1. Ad")))
    place = data.find(b"word/document.xml") + 30
    data[place : place + 20] = b"\xff" * 20
    with pytest.raises(CorruptFile):
        read_act("act.docx", bytes(data))


def test_a_part_locked_with_a_password_is_refused(word):
    data = bytearray(word.word_file(""))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    with pytest.raises(EncryptedFile):
        read_act("act.docx", bytes(data))
