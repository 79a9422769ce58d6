"""A file with tracked changes gives both texts and each change at its place."""

import pytest

from amendments.importers import load_act, tracked_stream
from amendments.importers.file_errors import OversizedText
from amendments.importers.markup import NOWHERE, Overwritten, TrackedEdit


def ins(text, author="Author A", at="2026-11-02T10:00:00Z"):
    return f'<w:ins w:id="1" w:author="{author}" w:date="{at}">{text}</w:ins>'


def gone(text, author="Author A", at="2026-11-02T10:00:00Z"):
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="1" w:author="{author}" w:date="{at}">{run}</w:del>'


def ended(content, mark="", number=None):
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    end = f'<w:rPr><w:{mark} w:id="9" w:author="Author A" w:date=""/></w:rPr>' if mark else ""
    return f"<w:p><w:pPr>{numbering}{end}</w:pPr>{content}</w:p>"


def applied(markup):
    """The text with every change carried out, from the last to the first."""
    text = markup.text
    for edit in reversed(markup.edits):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@pytest.fixture
def read(word):
    def read(body, **parts):
        return load_act("act.docx", word.word_file(body, **parts))

    return read


def test_words_that_go_and_words_that_come_by_one_author_are_one_change(word, read):
    both = ins(word.run("ten"), at="2026-11-02T10:05:00Z")
    imported = read(word.paragraph(runs=word.run("Pay ") + gone("five") + both + word.run(" coins.")))
    assert imported.text == "Pay ten coins.\n"
    assert imported.original.text == imported.markup.text == "Pay five coins.\n"
    assert imported.markup.edits == (TrackedEdit(4, 8, "ten", "Author A", "2026-11-02T10:00:00Z"),)
    assert [str(notice) for notice in imported.original.notices] == [
        "Tracked changes: 2 were rejected.",
        "The tracked changes are by Author A.",
    ]


def test_changes_of_two_authors_side_by_side_are_two(word, read):
    runs = word.run("Pay ") + gone("five ") + ins(word.run("ten "), "Author B") + word.run("coins.")
    edits = read(word.paragraph(runs=runs)).markup.edits
    assert [(edit.start, edit.end, edit.new, edit.author) for edit in edits] == [
        (4, 9, "", "Author A"),
        (9, 9, "ten ", "Author B"),
    ]


def test_words_that_one_inserted_and_another_deleted_are_told(word, read):
    inner = gone("old ", "Author B", "2026-11-03T00:00:00Z")
    imported = read(word.paragraph(runs=word.run("The ") + ins(word.run("very ") + inner) + word.run("law.")))
    assert imported.markup.text == "The law.\n"
    assert imported.text == "The very law.\n"
    assert [edit.new for edit in imported.markup.edits] == ["very "]
    assert imported.markup.overwritten == (
        Overwritten("old ", "Author A", "Author B", "2026-11-03T00:00:00Z"),
    )


@pytest.mark.parametrize("end", ["last", "own"])
def test_a_new_paragraph_is_a_line_with_its_number_and_the_numbers_behind_it_are_counted_anew(
    word, read, end
):
    """Word marks the end of the paragraph before as new, LibreOffice that of the new paragraph."""
    numbering = word.abstract(0, word.level(0, "decimal", "%1.")) + word.use(1, 0)
    one, new, two = word.run("one"), ins(word.run("new")), word.run("two")
    body = (
        ended(one, "ins", 1) + ended(new, "", 1)
        if end == "last"
        else ended(one, "", 1) + ended(new, "ins", 1)
    ) + ended(two, "", 1)
    imported = read(body, numbering=numbering)
    assert imported.text == "1. one\n2. new\n3. two\n"
    assert imported.markup.text == "1. one\n2. two\n"
    (edit,) = imported.markup.edits  # that "two" is counted anew is no change of anybody
    assert edit.new == ("\n2. new" if end == "last" else "2. new\n")


def test_a_paragraph_that_goes_is_one_change_and_takes_its_number_with_it(word, read):
    numbering = word.abstract(0, word.level(0, "decimal", "%1.")) + word.use(1, 0)
    body = ended(word.run("one"), "", 1) + ended(gone("gone"), "del", 1) + ended(word.run("two"), "", 1)
    imported = read(body, numbering=numbering)
    assert imported.text == "1. one\n2. two\n"
    assert imported.markup.text == "1. one\n2. gone\n3. two\n"
    (edit,) = imported.markup.edits
    assert imported.markup.text[edit.start : edit.end] == "2. gone\n"
    assert edit.new == ""


def test_rows_come_and_go_with_their_lines(word, read):
    def row(words, mark=""):
        change = f'<w:trPr><w:{mark} w:id="1" w:author="Author A"/></w:trPr>' if mark else ""
        return (
            f"<w:tr>{change}<w:tc>{word.paragraph(words)}</w:tc><w:tc>{word.paragraph('fee')}</w:tc></w:tr>"
        )

    imported = read(f"<w:tbl>{row('a')}{row('b', 'del')}{row('c', 'ins')}{row('d')}</w:tbl>")
    assert imported.text == "a\tfee\nc\tfee\nd\tfee\n"
    assert imported.markup.text == "a\tfee\nb\tfee\nd\tfee\n"
    assert applied(imported.markup) == imported.text


def test_a_comment_is_on_its_words_in_the_text_without_changes(word, read):
    start, end = (f'<w:commentRange{side} w:id="7"/>' for side in ("Start", "End"))
    reference = '<w:r><w:commentReference w:id="7"/></w:r>'
    runs = (
        ins(word.run("New ")) + word.run("the ") + start + word.run("five") + end + reference + word.run(".")
    )
    said = word.paragraph("Too few.") + word.paragraph("Ten?")
    comments = f'<w:comment w:id="7" w:author="Author C" w:date="2026-11-04T08:00:00Z">{said}</w:comment>'
    (note,) = read(word.paragraph(runs=runs), comments=comments).markup.notes
    assert (note.start, note.end, note.text) == (4, 8, "Too few.\nTen?")
    assert (note.author, note.at) == ("Author C", "2026-11-04T08:00:00Z")


def test_a_file_without_marks_has_no_markup(word, read):
    imported = read(word.paragraph("a"))
    assert imported.markup is None
    assert imported.original is None


def test_signs_of_private_planes_and_unseen_letters_do_not_move_the_places(word, read):
    imported = read(word.paragraph(runs=word.run("a\u00ad\U000f0000b ") + gone("c")))
    assert imported.markup.text == "a\ufffdb c\n"
    assert [(edit.start, edit.end) for edit in imported.markup.edits] == [(4, 5)]
    assert "1 invisible character" in str(imported.notices[-1])


def moved(side, text, name="move1"):
    kind = "moveTo" if side == "To" else "moveFrom"
    begin = f'<w:{kind}RangeStart w:id="5" w:name="{name}"/>'
    run = f'<w:{kind} w:id="6" w:author="Author A" w:date=""><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:{kind}>'
    return f'{begin}{run}<w:{kind}RangeEnd w:id="5"/>'


def test_the_two_places_of_a_move_have_its_name(word, read):
    body = (
        ended(moved("From", "Second."), "moveFrom")
        + word.paragraph("First.")
        + ended(moved("To", "Second.") + ins(word.run(" Again.")), "moveTo")
        + word.paragraph(runs=gone("old") + ins(word.run("new")))
    )
    markup = read(body).markup
    assert [(markup.text[e.start : e.end], e.new, e.move) for e in markup.edits] == [
        ("Second.\n", "", "move1"),
        ("", "Second. Again.\n", "move1"),
        ("old", "new", ""),
    ]


def test_a_move_whose_name_stands_between_paragraphs(word, read):
    named = '<w:moveFromRangeStart w:id="5" w:name="m"/>'
    run = '<w:moveFrom w:id="6" w:author="A" w:date=""><w:r><w:t>Gone.</w:t></w:r></w:moveFrom>'
    markup = read(named + word.paragraph(runs=run) + word.paragraph("Stays.")).markup
    assert [edit.move for edit in markup.edits] == ["m"]


def test_a_move_that_libreoffice_names_within_its_words(word, read):
    def named(kind):
        start = f'<w:{kind}RangeStart w:id="0" w:name="m"/>'
        run = f"{start}<w:r><w:t>Second.</w:t></w:r>"
        return (
            f'<w:{kind} w:id="6" w:author="Author A" w:date="">{run}</w:{kind}><w:{kind}RangeEnd w:id="0"/>'
        )

    body = ended(named("moveFrom"), "moveFrom") + word.paragraph("First.") + ended(named("moveTo"), "moveTo")
    markup = read(body).markup
    assert [(markup.text[e.start : e.end], e.new, e.move) for e in markup.edits] == [
        ("Second.\n", "", "m"),
        ("", "Second.\n", "m"),
    ]


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def comment(identity, words, paragraph=""):
    own = f' {W14} w14:paraId="{paragraph}"' if paragraph else ""
    return f'<w:comment w:id="{identity}" w:author="Author C"><w:p{own}><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'


def test_a_comment_may_cover_paragraphs_and_begin_between_them(word, read):
    body = (
        word.paragraph("First.")
        + '<w:commentRangeStart w:id="7"/>'
        + word.paragraph("Second.")
        + word.paragraph(runs=word.run("Third.") + '<w:commentRangeEnd w:id="7"/>' + word.run(" More."))
    )
    markup = read(body, comments=comment(7, "Why both?")).markup
    (note,) = markup.notes
    assert (markup.text[note.start : note.end], note.text) == ("Second.\nThird.", "Why both?")


def test_an_answer_stands_where_its_comment_does_and_no_comment_is_lost(word, read):
    runs = (
        '<w:commentRangeStart w:id="7"/>'
        + word.run("Fares")
        + '<w:commentRangeEnd w:id="7"/>'
        + word.run(" rise.")
    )
    extended = "".join(
        f'<w15:commentEx w15:paraId="{own}"{asked and f" w15:paraIdParent={chr(34)}{asked}{chr(34)}"}/>'
        for own, asked in (("AA", ""), ("BB", "AA"), ("CC", "BB"))
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        'Target="comments.xml"/><Relationship Id="x" Type="http://schemas.microsoft.com/office/2011/relationships/'
        'commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    )
    more = {
        "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{W15}">{extended}</w15:commentsEx>',
        "word/_rels/document.xml.rels": relations,
    }
    comments = (
        comment(7, "Why?", "AA")
        + comment(8, "Because.", "BB")
        + comment(9, "So.", "CC")
        + comment(10, "Lost.")
    )
    markup = read(word.paragraph(runs=runs), comments=comments, **more).markup
    assert [(each.text, markup.text[each.start : each.end]) for each in markup.notes[:3]] == [
        ("Why?", "Fares"),
        ("Because.", "Fares"),
        ("So.", "Fares"),
    ]
    assert [(each.text, each.start) for each in markup.notes[3:]] == [("Lost.", NOWHERE)]


def test_a_file_with_more_changes_than_anybody_reads_is_refused_while_it_is_read(monkeypatch):
    monkeypatch.setattr(tracked_stream, "MOST_CHANGES", 1)
    tracker = tracked_stream.Tracker()
    tracker.begin(tracked_stream.Tracked(is_insertion=True))
    with pytest.raises(OversizedText, match="more than 1 tracked changes"):
        tracker.begin(tracked_stream.Tracked(is_insertion=True))
