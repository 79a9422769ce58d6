"""A file is attached if its name and its content fit together and nothing in it can run."""

import zlib

import pytest

from amendments.attaching.file_kinds import FileKind
from amendments.attaching.file_refusals import (
    EmptyFile,
    FileRefused,
    HasPassword,
    OtherContent,
    OtherEncoding,
    OtherKind,
    RunsPrograms,
    TooLarge,
    TooManyPixels,
    Unreadable,
)
from amendments.attaching.new_file import NewFile
from tests.factories.files import MACROS, docx, jpeg, odt, package, pdf, png

PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00"
OLD_WORD = bytes.fromhex("D0CF11E0A1B11AE1")
TEMPLATE = '<a><Relationship Type="http://x/attachedTemplate" Target="%s" TargetMode="External"/></a>'
ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "https://elsewhere.invalid/x">]><w>Words.</w>'
OTHER_XML = '<?xml version="1.0" encoding="%s"?><a/>'
EMPTY_CHUNK = bytes(4) + b"gAMA" + zlib.crc32(b"gAMA").to_bytes(4)
LINKS = "word/_rels/settings.xml.rels"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("Letter.pdf", pdf(), FileKind.PDF),
        ("LETTER.PDF", pdf(), FileKind.PDF),
        ("letter.docx", docx(), FileKind.DOCX),
        ("chart.docx", docx(**{"word/embeddings/Sheet1.xlsx": b"cells"}), FileKind.DOCX),
        ("own.docx", docx(**{LINKS: TEMPLATE % "file:///C:/Templates/Letter.dotx"}), FileKind.DOCX),
        ("letter.odt", odt(), FileKind.ODT),
        ("chart.odt", odt(**{"Object 1/content.xml": "chart"}), FileKind.ODT),
        ("scan.png", png(), FileKind.PNG),
        ("scan.png", png(10_500, 10_500), FileKind.PNG),  # of which Pillow would warn
        ("scan.jpg", jpeg(), FileKind.JPEG),
        ("scan.jpeg", jpeg() + b"what a camera adds", FileKind.JPEG),
        ("note.txt", "Qısa qeyd: ə, ж.\r\n\tEnd.\f".encode(), FileKind.TXT),
        ("note.txt", b"\xef\xbb\xbfWith a mark.", FileKind.TXT),
        ("law.exe.pdf", pdf(), FileKind.PDF),  # what counts is the last ending, and the content
    ],
)
def test_files_of_every_kind_are_taken(name, content, kind):
    new = NewFile(name, content)
    assert (new.kind, new.name, len(new.sha256)) == (kind, name, 64)


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("tool.exe", PROGRAM, OtherKind),
        ("letter.pdf.exe", pdf(), OtherKind),
        ("letter.doc", OLD_WORD, OtherKind),
        ("macros.docm", docx(), OtherKind),
        ("page.html", b"<script>", OtherKind),
        ("drawing.svg", b"<svg/>", OtherKind),
        ("letter", pdf(), OtherKind),
        ("letter.pdf", b"", EmptyFile),
        ("letter.pdf", PROGRAM, OtherContent),
        ("letter.pdf", docx(), OtherContent),
        ("letter.pdf", b" " + pdf(), OtherContent),
        ("letter.docx", pdf(), OtherContent),
        ("letter.docx", odt(), OtherContent),
        ("letter.docx", OLD_WORD, OtherContent),
        ("letter.docx", PROGRAM + docx(), OtherContent),
        ("sheet.docx", package({"[Content_Types].xml": "spreadsheetml.sheet.main+xml"}), OtherContent),
        ("zip.docx", package({"letter.txt": "Words."}), OtherContent),
        ("letter.odt", docx(), OtherContent),
        ("sheet.odt", odt(mimetype="application/vnd.oasis.opendocument.spreadsheet"), OtherContent),
        ("scan.png", jpeg(), OtherContent),
        ("scan.jpg", png(), OtherContent),
        ("note.txt", pdf() + b"\x00", OtherContent),
        ("note.txt", PROGRAM, OtherEncoding),
        ("note.txt", "Записка".encode("cp1251"), OtherEncoding),
        ("note.txt", "Note".encode("utf-16"), OtherEncoding),
        ("letter.docx", docx(main=MACROS), RunsPrograms),
        ("letter.docx", docx(**{"word/vbaProject.bin": b"x"}), RunsPrograms),
        ("letter.docx", docx(**{"word/embeddings/oleObject1.bin": b"x"}), RunsPrograms),
        ("letter.docx", docx(**{"word/media/tool.EXE": PROGRAM}), RunsPrograms),
        *(
            ("letter.docx", docx(**{links: TEMPLATE % place}), RunsPrograms)
            for links in (LINKS, "word/_rels/document.xml.rels")
            for place in (
                "https://elsewhere.invalid/x.dotm",
                "file://elsewhere.invalid/x.dotm",
                "file:\\\\elsewhere\\x.dotm",
            )
        ),
        ("letter.docx", docx(**{"word/header1.xml": ENTITY}), RunsPrograms),
        ("letter.docx", docx(**{"word/header1.xml": ENTITY.encode("utf-16")}), RunsPrograms),
        ("letter.docx", docx(**{"word/header1.xml": "<broken"}), Unreadable),
        ("letter.odt", odt(**{"Basic/Standard/Module1.xml": "Sub"}), RunsPrograms),
        ("letter.odt", odt(**{"Scripts/python/run.py": "import os"}), RunsPrograms),
        ("letter.odt", odt(**{"Object 1": b"x"}), RunsPrograms),
        ("letter.pdf", pdf(more=b"9 0 obj << /S /JavaScript /JS (x) >> endobj"), RunsPrograms),
        ("letter.pdf", pdf(more=b"9 0 obj << /S /J#61vaScript >> endobj"), RunsPrograms),
        ("letter.pdf", pdf(more=b"9 0 obj << /S /Launch /F (tool.exe) >> endobj"), RunsPrograms),
        ("letter.pdf", pdf(more=b"9 0 obj << /Type /EmbeddedFile >> endobj"), RunsPrograms),
        (
            "letter.pdf",
            pdf(
                more=b"9 0 obj << /Type /ObjStm /N 1 /Filter /FlateDecode >>\nstream\n"
                + zlib.compress(b"1 0 << /S /JavaScript >>")
            ),
            RunsPrograms,
        ),
        ("letter.pdf", pdf(more=b"trailer << /Encrypt 7 0 R >>"), HasPassword),
        ("letter.docx", OLD_WORD + "EncryptedPackage".encode("utf-16-le"), HasPassword),
        ("letter.odt", odt(**{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), HasPassword),
        ("letter.pdf", pdf()[:-20], Unreadable),
        ("letter.docx", docx()[:-40], Unreadable),
        ("letter.docx", docx(**{"word/bomb.xml": b"0" * 30_000_000}), Unreadable),
        (
            "letter.pdf",
            pdf(more=b"9 0 obj << /Type /ObjStm >>\nstream\n" + zlib.compress(b"0" * 30_000_000)),
            Unreadable,
        ),
        ("scan.png", png()[:-6], Unreadable),
        ("scan.png", png()[:33] + EMPTY_CHUNK + png()[33:], Unreadable),
        ("letter.docx", docx(**{"customXml/item1.xml": OTHER_XML % "gb2312"}), Unreadable),
        ("letter.docx", docx(**{"customXml/item1.xml": OTHER_XML % "foo"}), Unreadable),
        ("scan.jpg", jpeg()[:-2], Unreadable),
        ("scan.jpg", b"\xff\xd8\xff\xd9", Unreadable),
        ("scan.png", png(60_000, 60_000), TooManyPixels),
        ("scan.png", png(12_000, 12_000), TooManyPixels),  # of which Pillow only warns
    ],
)
def test_other_files_are_refused_by_name(name, content, refusal):
    with pytest.raises(refusal, match=f"“{name}”") as told:
        NewFile(name, content)
    assert type(told.value) is refusal


def test_every_refusal_says_what_to_do():
    found = [*FileRefused.__subclasses__()]
    for refusal in found:
        words = str(refusal("a.pdf", kind="PDF", size="5", count=5, found="a virus"))
        assert "a.pdf" in words
        assert words.endswith(".")


def test_a_file_may_have_as_many_bytes_as_the_site_allows(settings):
    settings.MADDA_ATTACHMENT_BYTES = 1024
    NewFile("note.txt", b"a" * 1024)
    with pytest.raises(TooLarge, match=r"larger than 0\.000977 MB"):
        NewFile("note.txt", b"a" * 1025)
