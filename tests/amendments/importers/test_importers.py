import pytest

from amendments.importers import IMPORTERS, Importer, ImportFailed, load_act, read_act
from amendments.importers.errors import UnknownEncoding, UnknownFormat


def test_our_importers_keep_the_protocol():
    assert all(isinstance(importer, Importer) for importer in IMPORTERS)


def test_text_is_taken_as_it_is_without_the_byte_order_mark():
    assert read_act("act.TXT", "\ufeffMaddə 1. Ad\r\n".encode()) == "Maddə 1. Ad\r\n"
    assert load_act("act.txt", b"a").notices == ()


@pytest.mark.parametrize(
    ("data", "line", "offset"),
    [
        ("bir\niki\nmaddə".encode("utf-16"), 1, 0),
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


def test_every_refusal_is_an_import_failure():
    assert issubclass(UnknownEncoding, ImportFailed)
    assert issubclass(UnknownFormat, ImportFailed)
