"""Files for reading: PDF/UA-1 whose tags and words are those of the text, the same bytes for the same document."""

import json
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from hypothesis import given, settings, strategies as st

from amendments.instructions.amending_act import ActToWord, NamedAct, act_frame_of, amending_act, law_lines
from amendments.instructions.operations import from_json
from amendments.provisions.tree import Element, Kind, LiftedMark, Tree
from amendments.redline.provision_redline import Mark, Span
from amendments.renderers.paper.documents import (
    AmendingActDocument,
    RedlineDocument,
    TableWords,
)
from amendments.renderers.pdf.glyphs import _COVERED, lines
from amendments.renderers.pdf.pdf_file import as_pdf, as_pdf_act
from azerbaijan.wordings import WORDINGS
from tests.amendments.provisions.test_golden_acts import GOLDEN
from tests.amendments.provisions.test_properties import acts
from tests.amendments.renderers.pdf.tagged import opened, tagged, tags
from tests.amendments.renderers.word.documents import document, scheme_of, text_document
from tests.amendments.renderers.word.test_tracked import items, text
from tests.amendments.renderers.word.test_word_file import DATA
from tests.examples import examples

WORDS = TableWords(
    before="Current text",
    after="Proposed text",
    moved="moved",
    same="The two texts are the same.",
    renumbered="was %(other)s",
    legend=(Span(Mark.DELETED, "deleted"), Span(Mark.INSERTED, "inserted")),
)
REPEALED = "Repealed; the number stays."
ACT = """LAW OF CASPIA
On Ferries

CHAPTER 1
GENERAL

Article 1. Scope
1.1. This Law applies to ferries.
1.2. It does not apply to rafts.

Article 2. Fares
2.1. The fare is 10 coins.
"""


def squeezed(words):
    return "".join("".join(lines(words)).split())


def flat(paragraphs):
    """The words of paragraphs and of the cells of tables."""
    return "".join(each if isinstance(each, str) else flat(each) for each in paragraphs)


def law_of(pdf, *hidden):
    """The words of the law: what is read behind the title block, without white space."""
    found = tagged(pdf)
    start = next(at for at, each in enumerate(found) if "Not an official" in each.words) + 1
    return "".join(squeezed(each.words) for each in found[start:] if each.decoration not in hidden)


def compared(before, after, language="en", kind=RedlineDocument):
    made = document((items(before, after, language), language), kind=kind)
    return replace(
        made,
        acts=tuple(replace(act, table=WORDS, repealed=REPEALED) for act in made.acts),
    )


def changed(tree, number, words):
    (element,) = tree.numbered(number)
    return tree.changed([replace(element, text=words)])


@pytest.fixture(scope="module")
def tree():
    return scheme_of("en").parse(ACT).tree


def test_the_file_says_that_it_is_pdf_ua_with_its_title_language_author_and_moment(tree):
    pdf = opened(as_pdf(text_document(tree, "en")))
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == "Law on Ferries – Draft 2"
        assert about["dc:creator"] == ["Ferry Authority"]
    assert str(pdf.docinfo.CreationDate).startswith("D:20240501083000")
    assert str(pdf.docinfo.Keywords) == "abc"


def test_headings_are_tags_one_below_the_other(tree):
    pdf = opened(as_pdf(text_document(tree, "en")))
    assert [tag for tag in tags(pdf) if tag.startswith("/H")] == ["/H1", "/H2", "/H3", "/H3"]
    assert {each.words for each in tagged(pdf) if each.path[-1] == "/H3"} == {
        "Article 1. Scope",
        "Article 2. Fares",
    }
    assert [str(item.title) for item in pdf.open_outline().root] == ["Law on Ferries"]


def test_each_page_has_the_hash_and_its_number_and_they_are_not_read_as_law(tree):
    content = as_pdf(text_document(tree, "en"))
    pdf = opened(content)
    said = "".join(each.words for each in tagged(pdf))
    assert "Draft 2 · sealed 1 May 2024" in said
    assert "page 1 of 1" not in said
    assert b"/Footer" in pdf.pages[0].Contents.read_bytes()


def test_the_same_document_gives_the_same_bytes(tree):
    made = text_document(tree, "en")
    assert as_pdf(made) == as_pdf(made)


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_the_words_of_an_act_are_all_there_and_in_order(name, language):
    tree = scheme_of(language).parse((DATA / f"{name}.txt").read_text(encoding="utf-8")).tree
    pdf = opened(as_pdf(text_document(tree, language)))
    assert law_of(pdf) == squeezed(flat(text(tree, language)))
    assert str(pdf.Root.Lang) == language


@given(acts(), st.sampled_from(["az", "en", "ru"]))
@settings(max_examples=examples(10), deadline=None)
def test_the_words_of_any_act_are_all_there(tree, language):
    assert law_of(opened(as_pdf(text_document(tree, language)))) == squeezed(flat(text(tree, language)))


@pytest.mark.real_data
def test_the_words_of_real_acts_are_all_there_with_their_footnotes_and_lists(real_data):
    for path in sorted((real_data / "az").glob("*_2023-05.txt")):
        tree = scheme_of("az").parse(path.read_text(encoding="utf-8")).tree
        pdf = opened(as_pdf(text_document(tree, "az")))
        assert law_of(pdf) == squeezed(flat(text(tree, "az"))), path.stem
        assert tags(pdf).count("/Link") > 10, path.stem


def test_a_redline_is_told_by_lines_and_weight_and_both_texts_are_in_it(tree):
    after = changed(tree, "2.1", "The fare is 12 coins for everybody.")
    pdf = opened(as_pdf(compared(tree, after)))
    found = tagged(pdf)
    assert [each.words for each in found if each.decoration == "/LineThrough"] == ["deleted", "10 coins"]
    inserted = [each for each in found if each.decoration == "/Underline"][1:]
    assert "".join(each.words for each in inserted) == "12 coins for everybody"
    assert all("/Strong" in each.path for each in inserted)
    assert law_of(pdf, "/LineThrough").endswith(squeezed(flat(text(after))))
    assert law_of(pdf, "/Underline").endswith(squeezed(flat(text(tree))))


def test_the_words_of_a_redline_bear_no_colour(tree):
    pdf = opened(as_pdf(compared(tree, changed(tree, "2.1", "The fare is 12 coins."))))
    colours = {
        tuple(float(each) for each in operands)
        for page in pdf.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) in ("rg", "RG", "k", "K")
    }
    assert all(len(set(colour)) == 1 for colour in colours)


def test_a_moved_provision_stands_in_both_places_under_the_same_number(tree):
    moved = tree.numbered("2.1")[0]
    rest = [element for element in tree if element.key != moved.key]
    at = next(place for place, element in enumerate(rest) if element.number == "1.1")
    after = Tree([*rest[:at], replace(moved, parent=rest[at].parent), *rest[at:]])
    pdf = opened(as_pdf(compared(tree, after)))
    said = [each.words for each in tagged(pdf)]
    assert sum("[moved 1]" in words for words in said) == 2


def test_a_redline_says_of_a_repealed_number_that_it_stays(tree):
    (element,) = tree.numbered("2.1")
    after = tree.changed([replace(element, text="", repealed=True)])
    said = [each.words for each in tagged(opened(as_pdf(compared(tree, after))))]
    assert said[-2:] == [" The fare is 10 coins.", REPEALED]
    assert said.count(REPEALED) == 1
    gone = Tree([each for each in after if each.number != "2.1"])
    assert REPEALED not in [each.words for each in tagged(opened(as_pdf(compared(after, gone))))]


def test_a_redline_says_which_number_a_renumbered_provision_had(tree):
    (element,) = tree.numbered("2.1")
    after = tree.changed([replace(element, number="2.9")])
    said = [each.words for each in tagged(opened(as_pdf(compared(tree, after))))]
    assert [words for words in said if words.startswith("was ")] == ["was 2.1"]


def test_an_amending_act_is_read_in_the_order_of_its_parts():
    wording = WORDINGS[0]
    operations = (
        from_json({"op": "repeal", "target": "4.4"}),
        from_json({"op": "insert_element", "target": "10-1", "heading": "Ərizə", "new": "Şəxs ərizə verir."}),
    )
    named = NamedAct(
        "Azərbaycan Respublikasının Miqrasiya Məcəlləsi", "az", "code", "713-IVQ", date(2013, 7, 2)
    )
    acts_ = [ActToWord(named, operations, "az", "az", (wording,))]
    law = amending_act(("Dəyişikliklər haqqında", "az"), acts_, act_frame_of(wording), "az", str)
    made = document(((), "az"), kind=AmendingActDocument, law=law)
    content = as_pdf_act(made)
    said = squeezed("".join(f"{line.label} {line.words}" for line in law_lines(law)))
    assert law_of(opened(content)) == said
    assert tags(opened(content)).count("/H2") == 1  # its title
    assert content == as_pdf_act(made)


HOSTILE = (
    '#panic() #import "x" $ sum_1 $ *b* _i_ `raw` <label> @ref [x] {y} \\ // /* */ = head - list + enum',
    "]; #sys.inputs // \" \\u{41} ' ~ -- --- ... https://example.invalid/",
    "=SUM(A1) <script>alert(1)</script> ]] > &amp; %PDF-1.7 endobj",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_becomes_a_part_of_the_program_that_sets_it(tree, words):
    hostile = changed(tree, "2.1", words)
    made = replace(compared(tree, hostile), title=words, author=words)
    pdf = opened(as_pdf(made))
    assert law_of(pdf, "/LineThrough").endswith(squeezed(flat(text(hostile))))
    assert tags(pdf).count("/Link") == 0
    assert "/AF" not in pdf.Root
    assert not any("/Annots" in page for page in pdf.pages)
    with pdf.open_metadata() as about:
        assert about["dc:title"] == words


def test_a_letter_that_the_fonts_lack_is_named_and_costs_nobody_the_file(tree):
    odd = changed(tree, "2.1", "A 中 😀\u202e b\u200b\u00ad\ufeff\x07 \ue000 \u2003c")
    pdf = opened(as_pdf(text_document(odd, "en")))
    assert law_of(pdf).endswith("2.1.A[U+4E2D][U+1F600][U+202E]b[U+0007][U+E000]c")


def test_every_letter_that_is_said_to_be_covered_is_printed(tree):
    letters = [chr(code) for first, last in _COVERED for code in range(first, last + 1)]
    rows = [" ".join(letters[at : at + 40]) for at in range(0, len(letters), 40)]
    whole = changed(tree, "2.1", "\n".join(rows))
    as_pdf(compared(tree, whole))  # typst refuses a letter without a glyph; all are set bold here
    assert set("ƏəĞğİıŞşÖöÜüÇçЁёЩщЪъЫыЭэЮюЯя№§«»“”„–—") <= set(letters)


def test_a_footnote_mark_leads_to_its_footnote():
    tree = Tree(
        [
            Element(
                "a", Kind.ARTICLE, "1", "art_1", "Scope", "", marks=(LiftedMark("1", "heading", 5, "[1]"),)
            ),
            Element(
                "l",
                Kind.APPARATUS,
                "",
                "apparatus_1",
                "LIST OF AMENDMENTS",
                "[1] Law No. 2.\nBefore it: Range.",
            ),
        ]
    )
    pdf = opened(as_pdf(text_document(tree, "en")))
    assert tags(pdf).count("/Link") == 1
    (annotation,) = pdf.pages[0].Annots
    assert str(annotation.Subtype) == "/Link"
    assert "Before it: Range." in "".join(each.words for each in tagged(pdf))


def test_several_acts_begin_on_pages_of_their_own(tree):
    scheme = text_document(tree, "en")
    pdf = opened(as_pdf(replace(scheme, acts=scheme.acts * 2)))
    assert len(pdf.pages) == 2
    assert tags(pdf).count("/H1") == 2
    assert json.dumps(tags(pdf)).count("/H3") == 4


def test_a_row_with_fewer_cells_ends_in_empty_ones_and_the_next_one_begins_a_line():
    words = "LAW OF CASPIA\nOn Ferries\n\nArticle 2. Fees\nService\tFee\nCrossing\t10 coins\nStay\t1 coin\n"
    before = scheme_of("en").parse(words).tree
    after = scheme_of("en").parse(words.replace("Stay\t1 coin", "Stay\t1 coin\tby day")).tree
    pdf = opened(as_pdf(compared(before, after)))
    assert tags(pdf).count("/TR") * 3 == tags(pdf).count("/TD") + tags(pdf).count("/TH") == 12
    assert tags(pdf).count("/TH") == 3
    assert law_of(pdf).endswith(squeezed("Service Fee Crossing 10 coins Stay 1 coin Stay 1 coin by day"))
