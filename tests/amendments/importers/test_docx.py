import pytest

from amendments.importers import limits, load_act, read_act
from amendments.importers.file_errors import OversizedText
from amendments.importers.swallowed_headings import swallowed
from amendments.importers.word_numbering import Numbering


@pytest.fixture
def lines(word):
    def read(body, **parts):
        return read_act("act.docx", word.word_file(body, **parts)).split("\n")[:-1]

    return read


def test_paragraphs_are_lines(word, lines):
    body = (
        word.paragraph("Maddə 1. Ad")
        + word.paragraph()
        + word.paragraph(runs=word.run("Bir") + word.run(" iki."))
    )
    assert lines(body) == ["Maddə 1. Ad", "", "Bir iki."]


def test_breaks_tabs_and_hyphens(word, lines):
    runs = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>"
    assert lines(word.paragraph(runs=runs)) == ["a", "b c\u20111"]


def test_a_hyphen_that_does_not_break_is_the_same_whichever_program_saved_it(word, lines):
    own = lines(word.paragraph(runs=word.run("Maddə 12\u20111. e\u2011poçt")))
    element = (
        "<w:r><w:t>Maddə 12</w:t><w:noBreakHyphen/><w:t>1. e</w:t><w:noBreakHyphen/><w:t>poçt</w:t></w:r>"
    )
    assert lines(word.paragraph(runs=element)) == own == ["Maddə 12\u20111. e\u2011poçt"]


def test_a_raised_number_stays_a_suffix(word, lines):
    raised = '<w:vertAlign w:val="superscript"/>'
    body = word.paragraph(
        runs=word.run("Maddə 98") + word.run("1", raised) + word.run(". Ad") + word.run("th", raised)
    )
    assert lines(body) == ["Maddə 98¹. Adth"]


def test_links_fields_and_controls_are_read_but_not_their_codes(word, lines):
    runs = (
        f"<w:hyperlink>{word.run('link')}</w:hyperlink>"
        "<w:r><w:instrText>PAGEREF x</w:instrText></w:r>"
        f"<w:sdt><w:sdtContent>{word.run(' sdt')}</w:sdtContent></w:sdt>"
    )
    body = (
        word.paragraph(runs=runs) + f"<w:sdt><w:sdtContent>{word.paragraph('block')}</w:sdtContent></w:sdt>"
    )
    assert lines(body) == ["link sdt", "block"]


def test_tables_are_rows_of_cells(word, lines):
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}</w:tr>".format
    body = "<w:tbl>{}</w:tbl>".format(
        row(cell(word.paragraph("Ad")) + cell(word.paragraph("Qiymət") + word.paragraph("manat")))
        + row(cell(word.paragraph("A")) + cell(word.paragraph("5")))
    )
    assert lines(word.paragraph("Cədvəl:") + body) == ["Cədvəl:", "Ad\tQiymət manat", "A\t5"]


def row(word, *cells):
    """Cells are texts, lists of paragraphs, or (text, how many columns it covers)."""
    written = []
    for cell in cells:
        text, span = cell if isinstance(cell, tuple) else (cell, 1)
        paragraphs = "".join(map(word.paragraph, text if isinstance(text, list) else [text]))
        properties = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else ""
        written.append(f"<w:tc>{properties}{paragraphs}</w:tc>")
    return f"<w:tr>{''.join(written)}</w:tr>"


def test_a_cell_over_several_columns_is_followed_by_empty_ones(word, lines):
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    table = (
        row(word, "Hərəkət", "Haqq")
        + row(word, ("8.1. İddia:", 2))
        + row(word, "8.1.1. kiçik", "")
        + row(word, "", "")
        + row(word, "5 manat").replace("<w:tr>", f"<w:tr>{before}")
    )
    assert lines(f"<w:tbl>{table}</w:tbl>") == [
        "Hərəkət\tHaqq",
        "8.1. İddia:\t",
        "8.1.1. kiçik\t",
        "\t5 manat",
    ]


def test_numbers_of_lines_inside_a_cell_are_read(word, az_scheme):
    table = (
        row(word, "Hərəkət", "Haqq")
        + row(word, ["8.1. İddia:", "8.1.1. kiçik"], "5")
        + row(word, "8.2. a", "6")
    )
    text = read_act(
        "act.docx",
        word.word_file(
            word.paragraph("Maddə 8. Haqlar") + f"<w:tbl>{table}</w:tbl>" + word.paragraph("Maddə 9. Son")
        ),
    )
    tree = az_scheme.parse(text).tree
    assert az_scheme.render(tree) == text
    assert [(e.kind, e.number, e.text) for e in tree if e.number] == [
        ("article", "8", ""), ("row", "8.1", "İddia:"), ("row", "8.1.1", "kiçik\t5"), ("row", "8.2", "a\t6"), ("article", "9", ""),
    ]  # fmt: skip


def test_a_table_of_one_column_is_a_frame(word, lines):
    assert lines(f"<w:tbl>{row(word, ['1. a', '2. b'])}{row(word, 'c')}</w:tbl>") == ["1. a", "2. b", "c"]


def test_footnotes_become_marks_and_a_list(word, lines):
    runs = word.run("Söz") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + word.run(".")
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{word.paragraph("-")}</w:footnote>'
        f'<w:footnote w:id="7">{word.paragraph("Qeyd mətni.")}</w:footnote>'
    )
    assert lines(word.paragraph(runs=runs), footnotes=notes) == ["Söz[1].", "[1] Qeyd mətni."]


def test_a_reference_to_a_missing_footnote_leaves_no_mark(word, lines):
    assert lines(word.paragraph(runs=word.run("a") + '<w:r><w:footnoteReference w:id="9"/></w:r>')) == ["a"]


def test_tracked_changes_are_accepted_and_reported(word):
    runs = (
        word.run("Bir ")
        + f'<w:ins w:id="1">{word.run("yeni ")}</w:ins>'
        + '<w:del w:id="2"><w:r><w:delText>köhnə </w:delText></w:r></w:del>'
        + f'<w:moveFrom w:id="3">{word.run("x")}</w:moveFrom><w:moveTo w:id="4">{word.run("y ")}</w:moveTo>'
        + word.run("söz.")
    )
    imported = load_act("act.docx", word.word_file(word.paragraph(runs=runs)))
    assert imported.text == "Bir yeni y söz.\n"
    assert [str(notice) for notice in imported.notices] == [
        "Tracked changes: 2 insertions were accepted.",
        "Tracked changes: 2 deletions were left out.",
    ]


def test_a_deleted_paragraph_leaves_no_line_and_takes_no_number(word, lines):
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    )
    numbering = word.abstract(0, word.level(0, "decimal", "%1.")) + word.use(1, 0)
    body = word.paragraph("a", 1) + gone + word.paragraph("b", 1)
    assert lines(body, numbering=numbering) == ["1. a", "2. b"]


def test_a_paragraph_whose_end_is_deleted_runs_into_the_next(word, lines):
    first = f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{word.run("Bir ")}</w:p>'
    assert lines(first + word.paragraph("iki.")) == ["Bir iki."]
    assert lines(first) == ["Bir "]


def test_deleted_rows_are_left_out(word):
    row = '<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>'.format(
        word.paragraph("x")
    )
    imported = load_act("act.docx", word.word_file(row + word.paragraph("a")))
    assert imported.text == "a\n"
    assert [str(notice) for notice in imported.notices] == ["Tracked changes: 1 deletion was left out."]


def test_drawings_are_reported(word):
    runs = word.run("a") + "<w:r><w:drawing/></w:r>"
    imported = load_act("act.docx", word.word_file(word.paragraph(runs=runs)))
    assert imported.text == "a\n"
    assert "1 text box or drawing was left out" in str(imported.notices[0])


def test_an_empty_document_is_an_empty_text(word):
    assert read_act("act.docx", word.word_file("")) == ""


def test_text_boxes_are_reported_and_section_marks_are_no_lines(word):
    box = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>'
    body = (
        word.paragraph(runs=word.run("a") + box)
        + "<w:bookmarkStart/><!-- x --><w:sectPr><w:cols/></w:sectPr>"
    )
    imported = load_act("act.docx", word.word_file(body, **{"word/media/seal.png": b"\x89PNG"}))
    assert imported.text == "a\n"
    assert len(imported.notices) == 1


def test_words_in_content_controls_of_a_cell_are_read_once(word):
    inner = f"<w:tbl><w:tr><w:tc>{word.paragraph('inner')}</w:tc></w:tr></w:tbl>"
    controlled = f"<w:sdt><w:sdtContent>{word.paragraph('controlled')}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:tr><w:tc>{word.paragraph('plain')}{controlled}{inner}</w:tc></w:tr></w:tbl>"
    assert read_act("act.docx", word.word_file(table)) == "plain\ncontrolled\ninner\n"  # a frame


def test_authors_of_changes_and_comments_are_announced(word):
    runs = (
        f'<w:ins w:id="1" w:author="Author A">{word.run("new ")}</w:ins>'
        '<w:del w:id="2" w:author="Author B"><w:r><w:delText>old </w:delText></w:r></w:del>'
        + word.run("words.")
    )
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Author C">{word.paragraph("Why?")}</w:comment>'
        for number in (0, 1)
    )
    imported = load_act("act.docx", word.word_file(word.paragraph(runs=runs), comments=comments))
    assert imported.text == "new words.\n"
    assert [str(notice) for notice in imported.notices[2:]] == [
        "The tracked changes are by Author A, Author B.",
        "2 comments by Author C were left out.",
    ]


@pytest.mark.parametrize("mark", ["<w:vanish/>", '<w:vanish w:val="1"/>'])
def test_text_that_word_does_not_show_is_left_out_and_counted(word, mark):
    runs = word.run("The fee is 10 coins.") + word.run(" Foreigners pay twice.", mark)
    read = load_act("act.docx", word.word_file(word.paragraph(runs=runs)))
    assert read.text == "The fee is 10 coins.\n"
    assert "hidden text" in str(read.notices[0])
    assert (
        read_act("act.docx", word.word_file(word.paragraph(runs=word.run("a", '<w:vanish w:val="0"/>'))))
        == "a\n"
    )


def test_a_document_of_too_many_paragraphs_is_not_read_to_its_end(word, monkeypatch):
    read = []
    monkeypatch.setattr(limits, "MOST_LINES", 500)
    monkeypatch.setattr(Numbering, "label", lambda _self, element: read.append(element) or "")
    with pytest.raises(OversizedText, match="500 lines"):
        load_act("act.docx", word.word_file(word.paragraph("x") * 600))
    assert len(read) == 501


def test_headers_and_footers_are_left_out_and_told(word):
    def part(kind, words):
        return f"<w:{kind} {word.W}>{word.paragraph(words)}</w:{kind}>"

    data = word.word_file(
        word.paragraph("Text"),
        **{
            "word/header1.xml": part("hdr", "Draft of 1 May"),
            "word/footer1.xml": part("ftr", "page 1"),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{word.PACKAGE}/relationships">'
            f'<Relationship Id="h" Type="{word.OFFICE}/header" Target="header1.xml"/>'
            f'<Relationship Id="f" Type="{word.OFFICE}/footer" Target="footer1.xml"/></Relationships>',
        },
    )
    imported = load_act("act.docx", data)
    assert imported.text == "Text\n"
    assert [str(notice) for notice in imported.notices] == [
        "Headers and footers were left out: “Draft of 1 May”, “page 1”."
    ]


def test_signs_formulas_and_inner_files_are_told(word):
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{math}"><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    runs = word.run("a") + '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + formula
    imported = load_act("act.docx", word.word_file(word.paragraph(runs=runs) + "<w:altChunk/>"))
    assert imported.text == "a\n"
    assert [str(notice).split(" was left")[0] for notice in imported.notices] == [
        "1 formula",
        "1 sign of a special font",
        "1 file inside the document",
    ]


STYLES = (
    '<w:style w:styleId="base"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="own"><w:basedOn w:val="base"/></w:style>'
    '<w:style w:styleId="body"><w:basedOn w:val="base"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
)


def test_a_heading_by_outline_level_that_became_words_of_a_provision_stops_the_import(word, az_scheme):
    body = (
        word.paragraph("Maddə 1. Ad", style="own")
        + word.paragraph("1.1. Mətn.", style="body")
        + word.paragraph("1.2. Bu mətn 5 gündən sonra qüvvəyə minir")
        + word.paragraph("Keçid dövrü", style="own")
        + word.paragraph("Maddə 2. Ad", style="own")
        + word.paragraph("2.1. Mətn.")
    )
    imported = load_act("act.docx", word.word_file(body, styles=STYLES))
    assert imported.headings == ("Maddə 1. Ad", "Keçid dövrü", "Maddə 2. Ad")
    parsed = az_scheme.parse(imported.text)
    (finding,) = swallowed(imported.headings, imported.text, parsed)
    assert (finding.line, finding.code, finding.stops) == (4, "heading_as_text", True)
    assert "“Keçid dövrü” is a heading in the file and was read as words of 1.2." in str(finding.message)
    chapter = imported.text.replace("Keçid", "1-ci fəsil. Keçid")
    assert list(swallowed(("1-ci fəsil. Keçid dövrü",), chapter, az_scheme.parse(chapter))) == []
