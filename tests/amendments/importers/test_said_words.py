"""What this site says in its own Word files does not come back as law; law that stands in its style does."""

import pytest
from django.conf import settings
from django.utils.translation import gettext, override

from amendments.importers import read_act
from tests.amendments.importers import word


def lines(body):
    return read_act("act.docx", word.word_file(body)).splitlines()


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_sentence_of_the_site_is_left_out_in_each_language_and_law_in_its_style_is_kept(language):
    with override(language):
        sentence = gettext("Repealed; the number stays.")
    body = word.paragraph("1.2.") + word.paragraph(sentence, style="MaddaSaid")
    assert lines(body) == ["1.2."]
    assert lines(body + word.paragraph("1.3. Boats.", style="MaddaSaid")) == ["1.2.", "1.3. Boats."]
    typed = "<w:ins>" + word.run(" Boats.") + "</w:ins>"
    mixed = word.paragraph(runs=word.run(sentence) + typed, style="MaddaSaid")
    assert lines(mixed) == [f"{sentence} Boats."]


def test_the_sentence_stays_out_where_a_program_gave_the_style_another_identity():
    """LibreOffice names it after the words of its name."""
    style = (
        '<w:style w:type="paragraph" w:styleId="Saidofthetext"><w:name w:val="Said of the text"/></w:style>'
    )
    sentence = word.paragraph("Repealed; the number stays.", style="Saidofthetext")
    body = word.paragraph("Article 7. Fines") + sentence + word.paragraph("Article 8. Fees")
    assert read_act("act.docx", word.word_file(body, styles=style)).splitlines() == [
        "Article 7. Fines",
        "Article 8. Fees",
    ]
