"""The form of a printed label, as it is stored and read again."""

from dataclasses import replace

import pytest

from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.printing.label_forms import (
    BARE,
    caption_of,
    in_other_language,
    label_form,
    layout_of,
    without_marks,
)
from amendments.provisions.tree import Element, Kind, Tree


@pytest.mark.parametrize(
    ("kind", "layout", "form"),
    [
        (Kind.POINT, "\n{number}) {text}", "{number}) "),
        (Kind.POINT, "\n\t({number}) {text}\n{text}", "({number}) "),
        (Kind.PART, "\n{number}{mark}. {text}", "{number}{mark}. "),
        (Kind.CHAPTER, "\n\n{number}{ordinal} FƏSİL\n{heading:2}\n{heading}", "{number}{ordinal} FƏSİL\n"),
        (Kind.ARTICLE, "\n{{Article}} {number}. {heading}", "{{Article}} {number}. "),
        (Kind.ANNEX, "\n{text}\nAnnex {number}\n{heading}", "{text}\nAnnex {number}\n"),
        (Kind.ANNEX, "\n\n{text}\n{number} nömrəli əlavə\n{heading}", "{text}\n{number} nömrəli əlavə\n"),
        (Kind.ROW, "\n{number}\t{cell}\t{cell}", "{number}\t"),
        (Kind.ROW, "\n| {number}) | {cell} | {cell} |", "{number})\t"),
        (Kind.ROW, "\n{number}. {cell}\t{cell}", "{number}. "),
        (Kind.ROW, "\n\xa0\n\t\n{number}.\xa0\xa0 \xa0\n\n\t{cell}", "{number}.\t"),
        (Kind.ROW, "\n\t{number}.\t{cell}\n{text}\t{cell}", "{number}.\t"),
        (Kind.PARAGRAPH, "\n{text}", ""),
        (Kind.ARTICLE, "\n" + "x" * 200 + "{number} {text}", ""),
        (Kind.ARTICLE, None, ""),
    ],
)
@pytest.mark.parametrize(
    ("heading", "text"), [("Boats", "They pay."), ("Boats", ""), ("", "They pay."), ("", "")]
)
def test_the_form_of_a_label_is_the_same_when_it_is_read_again(kind, layout, form, heading, text):
    element = Element("k", kind, "1", heading=heading, text=text, layout=layout)
    assert label_form(element) == form
    again = Element("k", kind, "1", heading=heading, text=text, layout=layout_of(form, element))
    assert label_form(again) == form


CAPTIONS = [
    ("", "\n\nAnnex\n{text}\n{heading}", "Annex\n{text}", "Annex", (0, 1)),
    ("2", "\n\nПриложение № {number}\n{text}\n{text}\n{heading}\n{text}", "Приложение № {number}\n{text}\n{text}\n", "Приложение № {number}\n", (0, 2)),
    ("", "\n\n{text}\nƏlavə\n{heading}\n{text}", "{text}\nƏlavə", "Əlavə", (1, 0)),
    ("2", "\n\n{text}\n{number} nömrəli əlavə\n{text}\n{heading}", "{text}\n{number} nömrəli əlavə\n{text}\n", "{number} nömrəli əlavə\n", (1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("number", "printed", "form", "bare", "lines"), CAPTIONS)
def test_the_lines_of_the_caption_of_an_annex_keep_their_places(number, printed, form, bare, lines):
    """As the source has them; another annex gets the label without them."""
    text = "\n".join(["one", "two", "three"][: printed.count("{text}")])
    annex = Element("k", Kind.ANNEX, number, heading="Fees", text=text, layout=printed)
    assert label_form(annex) == form
    assert caption_of(annex) == lines
    assert without_marks(form) == bare
    again = replace(annex, layout=layout_of(form, annex))
    assert label_form(again) == form
    assert ENGLISH.render(Tree((again,))).split() == ENGLISH.render(Tree((annex,))).split()
    untitled = replace(again, heading="")
    assert caption_of(untitled) == (0, 0)
    assert "one" in ENGLISH.render(
        Tree((replace(untitled, layout=layout_of(label_form(untitled), untitled)),))
    )


@pytest.mark.parametrize(("layout", "form"), [("\n{text}", BARE), ("\nПримечание. {text}", "Примечание. ")])
def test_a_note_gets_no_word_that_the_act_does_not_print(layout, form):
    """Notes of editors, "(п. 2 введен …)", have none."""
    note = Element("k", Kind.NOTE, "", text="They pay.", layout=layout)
    assert label_form(note) == form
    assert layout_of(form, note) == layout


@pytest.mark.parametrize(("heading", "text"), [("Boats", "They pay."), ("Boats", ""), ("", "")])
def test_an_annex_without_a_number_keeps_its_word(heading, text):
    annex = Element(
        "k", Kind.ANNEX, "", heading=heading, text=text, layout="\n\nTHE SCHEDULE\n{heading:2}\n{text}"
    )
    assert label_form(annex) == "THE SCHEDULE"
    again = replace(annex, layout=layout_of("THE SCHEDULE", annex))
    assert label_form(again) == "THE SCHEDULE"
    assert ENGLISH.render(Tree((again,))).split() == ["THE", "SCHEDULE", *heading.split(), *text.split()]
    assert layout_of("THE SCHEDULE", replace(annex, number="2")) is None


@pytest.mark.parametrize(
    ("kind", "layout", "label"),
    [(Kind.POINT, "\n{number}) {text}", "1)"), (Kind.ARTICLE, "\nMaddə {number}. {heading}", "Article 1.")],
)
def test_a_translation_keeps_signs_and_has_words_of_its_own(kind, layout, label):
    element = Element("k", kind, "1", heading="Boats", text="They pay.", layout=layout)
    assert ENGLISH.label(Element("k", kind, "1", heading="Boats", layout=in_other_language(element))) == label
