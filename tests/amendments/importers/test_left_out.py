"""What a Word file holds beside its text is left out with its words, so that a person can add what is law."""

import pytest

from amendments.importers import load_act
from tests.amendments.importers import word

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BOX = f"<w:txbxContent>{word.paragraph('No official')}{word.paragraph('text')}</w:txbxContent>"


def notices(body, **parts):
    imported = load_act("act.docx", word.word_file(body, **parts))
    assert imported.text == "Lamps\n"
    return [str(each) for each in imported.notices]


def beside(piece):
    return word.paragraph(runs=word.run("Lamps") + piece)


def test_the_words_of_a_text_box_are_quoted():
    told = "Text boxes and drawings were left out: “No official text”. Add their words by hand where they are law."
    assert notices(beside(f"<w:r><w:pict>{BOX}</w:pict></w:r>")) == [told]
    twice = f"<mc:AlternateContent {MC}><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
    assert notices(beside(f"<w:r>{twice}</w:r>")) == [told]
    assert notices(beside(twice)) == [told]


def test_of_very_many_words_the_first_are_quoted():
    box = f"<w:txbxContent>{word.paragraph('a' * 9_000)}</w:txbxContent>"
    (told,) = notices(beside(f"<w:r><w:pict>{box}</w:pict></w:r>"))
    assert len(told) < 2_200
    assert "a…”" in told


def test_the_paragraphs_of_a_header_stand_apart():
    header = f"<w:hdr {word.W}>{word.paragraph('On Lamps')}{word.paragraph(runs=f'<w:r><w:pict>{BOX}</w:pict></w:r>')}</w:hdr>"
    parts = {
        "word/header1.xml": header,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{word.PACKAGE}/relationships">'
        f'<Relationship Id="h" Type="{word.OFFICE}/header" Target="header1.xml"/></Relationships>',
    }
    assert notices(word.paragraph("Lamps"), **parts) == [
        "Headers and footers were left out: “On Lamps No official text”."
    ]


@pytest.mark.parametrize("mark", ["<w:strike/>", '<w:dstrike w:val="1"/>'])
def test_words_that_are_struck_through_are_kept_and_counted(mark):
    """A consolidated text shows so what is repealed. Those of a tracked deletion are told as a deletion."""
    deleted = f'<w:del w:id="1" w:author="Author A"><w:r><w:rPr>{mark}</w:rPr><w:delText> Old.</w:delText></w:r></w:del>'
    runs = word.run("Struck text.", mark) + word.run(" ", mark) + word.run("Live text.") + deleted
    read = load_act("act.docx", word.word_file(word.paragraph(runs=runs)))
    assert read.text == "Struck text. Live text.\n"
    told = "1 piece of text that is struck through was kept: check whether it is in force."
    assert [str(notice) for notice in read.notices if "struck" in str(notice)] == [told]
    plain = load_act("act.docx", word.word_file(word.paragraph(runs=word.run("a", '<w:strike w:val="0"/>'))))
    assert not plain.notices
