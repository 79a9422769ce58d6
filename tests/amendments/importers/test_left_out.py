"""What a Word file holds beside its text is left out with its words, so that a person can add what is law."""

import pytest

from amendments.importers import load_act
from amendments.importers.markup import ChangeBeside
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


def changed(old, new, author="Author A", at="2026-11-02T10:00:00Z"):
    by = f'w:id="1" w:author="{author}" w:date="{at}"'
    return f"<w:del {by}><w:r><w:delText>{old}</w:delText></w:r></w:del><w:ins {by}>{word.run(new)}</w:ins>"


TEN = ChangeBeside("five", "ten", "Author A", "2026-11-02T10:00:00Z")


def tracked_box(runs):
    return f"<w:txbxContent>{word.paragraph(runs=runs)}</w:txbxContent>"


@pytest.mark.parametrize(
    "piece",
    [
        f"<w:r><w:pict>{tracked_box(changed('five', 'ten'))}</w:pict></w:r>",
        (
            f"<w:r><mc:AlternateContent {MC}><mc:Choice>{tracked_box(changed('five', 'ten'))}</mc:Choice>"
            f"<mc:Fallback>{tracked_box(changed('five', 'ten'))}</mc:Fallback></mc:AlternateContent></w:r>"
        ),
        (
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
            f"{changed('five', 'ten')}</m:oMath>"
        ),
    ],
    ids=["box", "alternatives", "formula"],
)
def test_what_was_changed_beside_the_text_is_kept_with_its_author(piece):
    markup = load_act("act.docx", word.word_file(beside(piece))).markup
    assert markup.beside == (TEN,)
    assert not markup.edits


def test_what_was_changed_in_a_header_is_kept_once_for_all_pages():
    header = f"<w:hdr {word.W}>{word.paragraph(runs=changed('five', 'ten'))}</w:hdr>"
    relations = "".join(
        f'<Relationship Id="h{n}" Type="{word.OFFICE}/header" Target="header{n}.xml"/>' for n in (1, 2)
    )
    parts = {
        "word/header1.xml": header,
        "word/header2.xml": header,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{word.PACKAGE}/relationships">{relations}</Relationships>',
    }
    assert load_act("act.docx", word.word_file(word.paragraph("Lamps"), **parts)).markup.beside == (TEN,)


@pytest.mark.parametrize("inside", [word.run("ten"), changed("", "ten")], ids=["as a whole", "marked again"])
def test_a_box_that_somebody_inserted_is_told_once(inside):
    box = f"<w:r><w:pict>{tracked_box(inside)}</w:pict></w:r>"
    runs = word.run("Pay ") + f'<w:ins w:id="7" w:author="Author A" w:date="{TEN.at}">{box}</w:ins>'
    markup = load_act("act.docx", word.word_file(word.paragraph(runs=runs))).markup
    assert markup.beside == (ChangeBeside("", "ten", "Author A", TEN.at),)
    assert not markup.edits


def test_each_author_of_a_box_is_named_and_what_is_read_is_not_beside():
    box = (
        f"<w:r><w:pict>{tracked_box(changed('five', 'ten') + changed('', 'now', 'Author B'))}</w:pict></w:r>"
    )
    runs = word.run("Pay ") + changed("six", "eight") + box
    rows = f"<w:tbl><w:tr><w:tc>{word.paragraph(runs=changed('a', 'b'))}</w:tc></w:tr></w:tbl>"
    markup = load_act("act.docx", word.word_file(word.paragraph(runs=runs) + rows)).markup
    assert markup.beside == (TEN, ChangeBeside("", "now", "Author B", TEN.at))
    assert [edit.new for edit in markup.edits] == ["eight", "b"]
