"""Files that somebody wrote to do harm: each is refused with a reason within five seconds of CPU and bounded memory."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.amendments.importers import word
from tests.amendments.importers.test_published_xml import OLD

pytestmark = pytest.mark.whole
ROOT = Path(__file__).resolve().parents[3]
CHILD = """
import resource, socket, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
def no_network(*_args, **_more):
    raise SystemExit("it asks the network")
socket.socket = no_network
from amendments.importers import ImportFailed, load_act
from amendments.importers.limits import check_size
path = Path(sys.argv[1])
try:
    check_size(path.stat().st_size)
    print("READ", len(load_act(path.name, path.read_bytes()).text))
except ImportFailed as refusal:
    print(type(refusal).__name__, refusal)
"""
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "{}">]>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "]>"
)
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
NESTED = 10_000
TABLE = "<table><tr><td>", "</td></tr></table>"
AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>{}</body></act></akomaNtoso>'


def package(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return data.getvalue()


def with_parts(**parts):
    """A Word file, and further parts of it."""
    plain = zipfile.ZipFile(io.BytesIO(word.word_file(word.paragraph("Article 1. Scope"))))
    return package(**{name: plain.read(name) for name in plain.namelist()} | parts)


def in_document(xml):
    return with_parts(**{"word/document.xml": xml})


def link(kind, target):
    return with_parts(
        **{
            "word/_rels/settings.xml.rels": f'<Relationships xmlns="{word.PACKAGE}/relationships"><Relationship Id="t" '
            f'Type="{word.OFFICE}/{kind}" TargetMode="External" Target="{target}"/></Relationships>'
        }
    )


def huge():
    """A gigabyte of XML in a file of a megabyte."""
    data = io.BytesIO()
    with (
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file,
        file.open("word/document.xml", "w") as part,
    ):
        for _ in range(1 << 6):
            part.write(b"<w:p/>" * 2_796_202)
    return data.getvalue()


def nested_tables():
    tables = "<w:tbl><w:tr><w:tc>" * NESTED + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * NESTED
    return in_document(f"<w:document {word.W}><w:body>{tables}</w:body></w:document>")


def many_runs():
    """As many parts as a page of the limits allows, in a small file."""
    return in_document(
        f"<w:document {word.W}><w:body><w:p>{'<w:r/>' * 3_000_000}</w:p></w:body></w:document>"
    )


def citing(note, times):
    """A paragraph that cites a footnote again and again."""
    cited = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    notes = (
        f'<w:footnote w:id="5"><w:p>{word.run(note)}{cited if note == "itself" else ""}</w:p></w:footnote>'
    )
    return word.word_file(word.paragraph(runs=cited * times), footnotes=notes)


def numbered(pattern, form="decimal", start=1):
    """20,000 paragraphs that a list numbers."""
    numbering = word.abstract(1, word.level(0, form, pattern, start)) + word.use(1, 1)
    return word.word_file(word.paragraph("A", number=1) * 20_000, numbering=numbering)


def stretched(cell, end):
    """A row of cells that each stretch over as many columns as there are."""
    return f"{cell}{end}" * 100_000


CASES = {
    "itself.docx": (lambda: citing("itself", 1), "OversizedText", "lines"),
    "cited.docx": (lambda: citing("again" * 20_000, 40_000), "OversizedText", "9 MB"),
    "pattern.docx": (lambda: numbered("%1" * 20_000), "CorruptFile", "do not fit"),
    "numbers.docx": (lambda: numbered("%1" * 70, "lowerLetter", 32_000), "OversizedText", "9 MB"),
    "bomb.docx": (
        lambda: with_parts(**{"word/media/x.xml": b"0" * 60_000_000}),
        "OversizedFile",
        "unpacks to",
    ),
    "gigabyte.docx": (huge, "OversizedFile", "MB unpacked"),
    "runs.docx": (many_runs, "OversizedFile", "document.xml unpacks to"),
    "paragraphs.docx": (
        lambda: in_document(
            f"<w:document {word.W}><w:body>{'<w:p><w:r><w:t>x</w:t></w:r></w:p>' * 900_000}</w:body></w:document>"
        ),
        "OversizedFile",
        "elements",
    ),
    "words.docx": (
        lambda: in_document(
            f"<w:document {word.W}><w:body>{'<w:p><w:t>x</w:t></w:p>' * 900_000}</w:body></w:document>"
        ),
        "OversizedText",
        "lines",
    ),
    "tables.docx": (  # what stands between them is looked for
        lambda: in_document(
            f"<w:document {word.W}><w:body>{2 * '<w:tbl/>'}{'<w:p><w:t>x</w:t></w:p>' * 900_000}</w:body></w:document>"
        ),
        "OversizedText",
        "lines",
    ),
    "utf32.xml": (lambda: AKN.format("<p>a</p>").encode("utf-32"), "CorruptXml", "damaged"),
    "utf32.html": (lambda: "<p>a".encode("utf-32"), "UnsaidEncoding", "utf-32"),
    "utf32.txt": (lambda: "Article 1. A".encode("utf-32"), "UnknownEncoding", "UTF-8"),
    "entities.docx": (
        lambda: in_document(LAUGHS + "<x>&a11;</x>"),
        "UnsafeFile",
        "XML entities in word/document.xml",
    ),
    "xxe.docx": (lambda: in_document(XXE + "<x>&a;</x>"), "UnsafeFile", "XML entities"),
    "utf16.docx": (lambda: in_document((XXE + "<x>&a;</x>").encode("utf-16")), "UnsafeFile", "XML entities"),
    "macros.docx": (lambda: with_parts(**{"word/vbaProject.bin": b"x"}), "MacroFile", "macros"),
    "template.docx": (
        lambda: link("attachedTemplate", "https://evil.invalid/t.dotm"),
        "UnsafeLink",
        "evil.invalid",
    ),
    "share.docx": (lambda: link("oleObject", r"\\evil.invalid\x"), "UnsafeLink", "evil.invalid"),
    "truncated.docx": (lambda: with_parts()[:-200], "CorruptFile", "damaged"),
    "cut.docx": (
        lambda: in_document(f"<w:document {word.W}><w:body><w:p>"),
        "CorruptFile",
        "word/document.xml",
    ),
    "nested.docx": (nested_tables, "NestedTooDeeply", "word/document.xml holds parts within each other"),
    "entities.xml": (lambda: (LAUGHS + AKN.format("&a11;")).encode(), "UnsafeXml", "Export it"),
    "xxe.xml": (lambda: (XXE + AKN.format("&a;")).encode(), "UnsafeXml", "Export it"),
    "truncated.xml": (lambda: OLD[:300].encode(), "CorruptXml", "damaged"),
    "nested.xml": (
        lambda: AKN.format(TABLE[0] * NESTED + TABLE[1] * NESTED).encode(),
        "DeepXml",
        "elements within each other",
    ),
    "elements.xml": (lambda: AKN.format("<p/>" * 3_000_000).encode(), "OversizedFile", "XML has more than"),
    "nested.html": (lambda: (TABLE[0] * NESTED).encode(), "DeepPage", "The page has parts within each other"),
    "lines.html": (lambda: b"<p>a" * 6_000_000, "OversizedText", "lines"),
    "words.html": (lambda: b"a" * 20_000_000, "LongLine", "longer than"),
    "controls.html": (lambda: b"<p>a\x1bb", "HiddenCharacterInFile", "U+001B"),
    "page.html": (lambda: b"<meta charset=zip><p>a", "UnsaidEncoding", "zip"),
}


def told(tmp_path, name, data):
    path = tmp_path / name
    if isinstance(data, int):
        with path.open("wb") as file:
            file.truncate(data)
    else:
        path.write_bytes(data)
    found = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert found.returncode == 0, found.stderr[-2_000:]
    return found.stdout


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_refused_with_its_reason(tmp_path, name):
    make, refusal, words = CASES[name]
    said = told(tmp_path, name, make())
    assert said.startswith(f"{refusal} "), said
    assert words in said


@pytest.mark.parametrize("name", ["act.docx", "act.xml", "act.html", "act.txt"])
def test_a_gigabyte_is_not_read(tmp_path, name):
    assert told(tmp_path, name, 1 << 30).startswith("OversizedFile ")


@pytest.mark.parametrize(
    "part", [b"<!--", b"<a ", b"<![if ", b"<p title='", b"</", b"<?", b"&#", b"<!doctype "]
)
def test_what_is_opened_again_and_again_takes_no_time(tmp_path, part):
    """A parser that looks for the end of each from the start would need hours."""
    said = told(tmp_path, "open.html", part * 300_000)
    assert said.startswith(("READ ", "LongLine ", "OversizedText ", "OversizedFile ")), said


def test_a_page_with_things_from_the_network_fetches_none(tmp_path):
    body = b"<p>a<img src='http://evil.invalid/x'><link href='http://evil.invalid/x'><iframe src='http://evil.invalid'></iframe>"
    assert told(tmp_path, "page.html", body) == "READ 2\n"


WIDE = {
    "wide.docx": lambda: word.word_file(
        "<w:tbl><w:tr>"
        + stretched('<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr><w:p/>', "</w:tc>")
        + "</w:tr></w:tbl>"
    ),
    "wide.html": lambda: f"<table><tr>{stretched('<td colspan=63>x', '</td>')}</table>".encode(),
    "digits.html": lambda: f"<table><tr><td colspan={'9' * 5_000}>x</td><td>y</table>".encode(),
}


@pytest.mark.parametrize("name", WIDE)
def test_a_wide_table_takes_neither_time_nor_memory(tmp_path, name):
    said = told(tmp_path, name, WIDE[name]())
    assert said.startswith(("READ ", "LongLine ", "OversizedFile ")), said


FORMS = {
    "number": ("{number}" * 2_000, f"<num>{'1' * 50_000}</num>"),
    "paragraphs": ("{text}" + "&#10;" * 35_000 + "{text}", f"<content>{'<p>a</p>' * 4_000}</content>"),
    "cells": (
        "{cell}" + "&#9;" * 35_000 + "{cell}",
        f"<content><table><tr>{'<td>a</td>' * 4_000}</tr></table></content>",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_makes_no_long_text_of_a_small_file(tmp_path, name):
    form, held = FORMS[name]
    provision = (
        f'<hcontainer name="row" xmlns:m="urn:madda:provisions" m:printed="{form}">{held}</hcontainer>'
    )
    said = told(tmp_path, "act.xml", AKN.format(provision).encode())
    assert said.startswith("READ "), said
    assert int(said.split()[1]) < 100_000
