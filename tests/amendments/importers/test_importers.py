import pytest

from amendments.importers import OURS, Importer, ImportFailed, limits, load_act, read_act
from amendments.importers.file_errors import (
    HiddenCharacterInFile,
    LongLine,
    OversizedFile,
    OversizedText,
    UnknownEncoding,
    UnknownFormat,
)


def test_our_importers_keep_the_protocol():
    assert all(isinstance(importer, Importer) for importer in OURS)


def test_text_is_taken_as_it_is_without_the_byte_order_mark():
    assert read_act("act.TXT", "\ufeffMaddə 1. Ad\r\n".encode()) == "Maddə 1. Ad\r\n"
    assert load_act("act.txt", b"a").notices == ()


def test_characters_that_nobody_sees_are_left_out_and_counted():
    read = load_act("act.txt", "Article 1. Na\u00admes\u200b and\u2060 num\ufeffbers.\n".encode())
    assert read.text == "Article 1. Names and numbers.\n"
    assert [str(notice) for notice in read.notices] == [
        "4 invisible characters were left out: soft hyphens and spaces without width."
    ]


@pytest.mark.parametrize(
    "unseen",
    [
        "\u034f",
        "\u115f",
        "\u17b4",
        "\u180e",
        "\u206a",
        "\u3164",
        "\ufe0f",
        "\uffa0",
        "\ufff9",
        "\U0001d173",
        "\U000e0100",
    ],
)
def test_fillers_and_marks_without_a_shape_are_left_out(unseen):
    """With one inside, a word of the law looks the same, and no search and no comparison finds it."""
    read = load_act("act.txt", f"Article 1. Na{unseen}mes.\n".encode())
    assert read.text == "Article 1. Names.\n"
    assert len(read.notices) == 1


def test_letters_written_in_tags_are_refused_with_their_line():
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "not")
    with pytest.raises(HiddenCharacterInFile, match="TAG LATIN SMALL LETTER N"):
        read_act("act.txt", f"Article 1. Names\nThe authority may{hidden} refuse.".encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_a_byte_order_mark_says_that_a_text_is_utf_16(encoding):
    """As the notepad of Windows writes it where somebody chose Unicode."""
    mark = "" if encoding == "utf-16" else "\ufeff"
    assert load_act("act.txt", f"{mark}Maddə 1. Ə\nBu.\n".encode(encoding)).text == "Maddə 1. Ə\nBu.\n"
    with pytest.raises(UnknownEncoding):
        load_act("act.txt", f"{mark}Maddə".encode(encoding)[:-1])


@pytest.mark.parametrize(
    ("data", "line", "offset"),
    [
        ("bir\niki\nmaddə".encode("utf-32"), 1, 0),
        (b"bir\niki\nm\xe9dd", 3, 9),
        ("Статья".encode("windows-1251"), 1, 0),
    ],
)
def test_other_encodings_are_refused_with_line_and_advice(data, line, offset):
    with pytest.raises(UnknownEncoding, match="encoding UTF-8") as refusal:
        read_act("act.txt", data)
    assert (refusal.value.line, refusal.value.offset) == (line, offset)


@pytest.mark.parametrize("name", ["act.pdf", "act", "act.docx.exe"])
def test_an_unknown_ending_names_those_that_can_be_read(name):
    with pytest.raises(UnknownFormat, match=r"\.docx"):
        read_act(name, b"")


def test_a_refusal_names_only_kinds_of_files_that_are_read():
    with pytest.raises(UnknownFormat) as refusal:
        read_act("act.odt", b"")
    assert "Save it as one of .txt, .text, .md, .docx, .html, .htm, .xml, .akn." in str(refusal.value)


def test_every_refusal_is_an_import_failure():
    assert issubclass(UnknownEncoding, ImportFailed)
    assert issubclass(UnknownFormat, ImportFailed)


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ("\0", "line 2.*U\\+0000"),
        ("\x1b", "line 2.*U\\+001B"),
        ("\u202e", "line 2.*U\\+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "line 2.*U\\+2066"),
    ],
)
def test_a_character_that_readers_cannot_see_is_refused_with_its_line(hidden, said):
    with pytest.raises(HiddenCharacterInFile, match=f"(?i){said}"):
        read_act("act.txt", f"LAW\n1.1. Te{hidden}xt.\n".encode())


def test_marks_and_tabs_that_texts_do_hold_are_taken():
    text = "\u200eLAW\n1.1.\tText.\n"
    assert read_act("act.txt", text.encode()) == text


@pytest.mark.parametrize("end", ["\x0c", "\x0b", "\u2028", "\u2029", "\x85"])
def test_a_page_break_ends_a_line(end):
    assert read_act("act.txt", f"LAW{end}Article 1. A".encode()) == "LAW\nArticle 1. A"


def test_what_is_too_large_is_refused_before_it_is_parsed(monkeypatch):
    with pytest.raises(LongLine, match="Line 2 "):
        read_act("act.txt", b"LAW\n" + b"1." * 60_000)
    with pytest.raises(OversizedText, match="50000 lines"):
        read_act("act.txt", b"\n" * 50_001)
    monkeypatch.setattr(limits, "MOST_BYTES", 10)
    with pytest.raises(OversizedFile, match="MB"):
        read_act("act.docx", b"x" * 11)
