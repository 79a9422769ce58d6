"""A file keeps the name that its author gave it, without what could deceive a reader."""

import pytest

from amendments.attaching.file_names import LONGEST_NAME, plain_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Məktub № 5 (son).pdf", "Məktub № 5 (son).pdf"),
        ("C:\\Users\\aynur\\Desktop\\letter.pdf", "letter.pdf"),
        ("../../etc/letter.pdf", "letter.pdf"),
        ("fees\u202efdp.exe", "feesfdp.exe"),
        ("a\x00b\nc\u200b.pdf", "ab c.pdf"),
        ('say "yes"?<b>.pdf', "say _yes___b_.pdf"),
        ("  .letter. .pdf", "letter.pdf"),
        (".pdf", "pdf"),
        ("", "file"),
        ("...", "file"),
        ("e\u0301tude.pdf", "étude.pdf"),
    ],
)
def test_names(given, kept):
    assert plain_name(given) == kept


def test_a_long_name_keeps_its_ending():
    name = plain_name("ə" * 400 + ".docx")
    assert len(name) == LONGEST_NAME
    assert name.endswith(".docx")
