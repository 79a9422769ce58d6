"""Formats that plugins add to the form of the import."""

import io
import zipfile

from django.urls import reverse
from wagtail import hooks

from amendments.models import Instrument
from tests.amendments.views.cms.test_importing import ROWBOATS, URL, particulars, upload
from tests.plugins.gazette import GazetteImporter


def test_a_plugin_adds_a_format_to_the_form(drafter, stage):
    """Its notices are shown, its refusals stand at the field, and the limits of the house hold for its text."""
    with hooks.register_temporarily("register_importers", GazetteImporter):
        page = drafter.get(reverse(URL)).content.decode()
        assert "Formats: Text, Markdown, Word, HTML, Akoma Ntoso, Gazette." in page
        assert 'accept=".txt,.text,.md,.docx,.docm,.doc,.html,.htm,.xml,.akn,.gaz"' in page
        read = upload("Article 1.|Scope\n1.1.|Boats are hired.\n", "act.gaz")
        shown = drafter.post(reverse(URL), particulars(stage, file=read, preview="1"))
        assert shown.context["form"]["text"].value() == "Article 1. Scope\n1.1. Boats are hired.\n"
        assert "Read from the gazette." in shown.content.decode()
        wrong = upload("no number", "act.gaz")
        refused = drafter.post(reverse(URL), particulars(stage, file=wrong, preview="1"))
        assert refused.context["form"].errors["file"] == ["Line 1 has no number."]
        hidden = upload("1.1.|A\x1bB\n", "act.gaz")
        refused = drafter.post(reverse(URL), particulars(stage, file=hidden, preview="1"))
        assert "U+001B" in refused.context["form"].errors["file"][0]
    wrong = drafter.post(reverse(URL), particulars(stage, file=upload("x", "act.gaz"), preview="1"))
    assert "cannot be imported" in wrong.context["form"].errors["file"][0]


def tracked_word():
    """A file in which somebody raised the fare."""
    lines = ROWBOATS.splitlines()
    own = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines[:-1])
    heading = (
        '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Boats of 9 seats, more</w:t></w:r></w:p>'
    )
    new = '<w:ins w:id="1" w:author="Author A"><w:r><w:t xml:space="preserve"> and 9 cats</w:t></w:r></w:ins>'
    last = f"<w:p><w:r><w:t>{lines[-1]}</w:t></w:r>{new}</w:p>"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{own}"><w:body>{body}{last}{heading}</w:body></w:document>',
        )
    return upload(data.getvalue(), "act.docx")


def test_the_text_of_a_word_file_is_read_with_or_without_its_tracked_changes(drafter, stage):
    shown = drafter.post(reverse(URL), particulars(stage, file=tracked_word(), preview="1"))
    assert " and 9 cats" in shown.context["form"]["text"].value()
    assert "1 insertion was accepted" in shown.content.decode()
    given = particulars(stage, file=tracked_word(), preview="1", tracked="rejected")
    shown = drafter.post(reverse(URL), given)
    assert " and 9 cats" not in shown.context["form"]["text"].value()
    assert "Tracked changes: 1 was rejected." in shown.content.decode()


def test_a_heading_that_became_words_of_a_provision_is_confirmed_before_it_is_sealed(drafter, stage):
    """The form keeps what the file called a heading, until the text is saved."""
    shown = drafter.post(reverse(URL), particulars(stage, file=tracked_word(), preview="1"))
    form = shown.context["form"]
    assert "is a heading in the file and was read as words" in shown.content.decode()
    data = particulars(stage, title="Law", number="5-L", save="1")
    data |= {name: form[name].value() for name in ("text", "headings")}
    refused = drafter.post(reverse(URL), data)
    assert "Law may be lost." in refused.content.decode()
    drafter.post(reverse(URL), {**data, "confirm_heading_as_text": "It is a line of 2.2."})
    assert Instrument.objects.get(number="5-L").versions.get().confirmed_findings.get().line
