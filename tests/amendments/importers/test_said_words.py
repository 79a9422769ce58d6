"""What this site says in its own Word files comes back as the sign of a repeal; law that stands in its style is law."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.utils.translation import gettext, override

from amendments.importers import load_act, read_act
from amendments.provisions.said_of_repeals import OF_NOTES, OF_NUMBERS
from amendments.provisions.tree import Kind, Tree
from amendments.renderers.word.word_file import as_word
from tests.amendments.importers import word
from tests.amendments.renderers.word.documents import scheme_of, text_document
from tests.amendments.renderers.word.test_word_file import opened


def lines(body):
    return read_act("act.docx", word.word_file(body)).splitlines()


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_sentence_of_the_site_is_known_in_each_language_and_law_in_its_style_is_kept(language):
    with override(language):
        sentence = gettext("Repealed; the number stays.")
    body = word.paragraph("1.2.") + word.paragraph(sentence, style="MaddaSaid")
    assert sentence in OF_NUMBERS
    assert lines(body) == ["1.2.", sentence]
    assert lines(body + word.paragraph("1.3. Boats.", style="MaddaSaid")) == ["1.2.", sentence, "1.3. Boats."]
    typed = "<w:ins>" + word.run(" Boats.") + "</w:ins>"
    mixed = word.paragraph(runs=word.run(sentence) + typed, style="MaddaSaid")
    assert lines(mixed) == [f"{sentence} Boats."]


def test_the_sentence_is_known_where_a_program_gave_the_style_another_identity():
    """LibreOffice names it after the words of its name."""
    style = (
        '<w:style w:type="paragraph" w:styleId="Saidofthetext"><w:name w:val="Said of the text"/></w:style>'
    )
    sentence = word.paragraph("Repealed; the number stays.", style="Saidofthetext")
    body = word.paragraph("Article 7. Fines") + sentence + word.paragraph("Article 8. Fees")
    assert read_act("act.docx", word.word_file(body, styles=style)).splitlines() == [
        "Article 7. Fines",
        "Repealed; the number stays.",
        "Article 8. Fees",
    ]


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_a_repealed_note_says_so_and_the_sentence_does_not_come_back_as_law(language):
    with override(language):
        said = gettext("Repealed.")
    tree = scheme_of("en").parse("LAW\nOn Ferries\n\nArticle 1. Scope\n1.1. Rafts.\nNote: Boats too.\n").tree
    tree = Tree([replace(each, text="", repealed=True) if each.kind is Kind.NOTE else each for each in tree])
    found = text_document(tree, "en")
    data = as_word(
        replace(found, acts=tuple(replace(act, repealed="x", repealed_note=said) for act in found.acts))
    )
    assert [each.text for each in opened(data).paragraphs][-2:] == ["Note:", said]
    assert said in OF_NOTES
    assert load_act("act.docx", data).text.splitlines()[-2:] == ["Note:", said]
    assert scheme_of("en").parse(load_act("act.docx", data).text).tree.elements[-1].text == ""
    other = word.paragraph("3.") + word.paragraph(said)  # of another office
    assert read_act("act.docx", word.word_file(other)).splitlines() == ["3.", said]
