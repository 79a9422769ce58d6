"""Formats that plugins add to the form of the import."""

from django.urls import reverse
from wagtail import hooks

from tests.amendments.views.cms.test_importing import URL, particulars, upload
from tests.plugins.gazette import GazetteImporter


def test_a_plugin_adds_a_format_to_the_form(drafter, stage):
    """Its notices are shown, its refusals stand at the field, and the limits of the house hold for its text."""
    with hooks.register_temporarily("register_importers", GazetteImporter):
        page = drafter.get(reverse(URL)).content.decode()
        assert "Formats: Text, Word, Gazette." in page
        assert 'accept=".txt,.text,.md,.docx,.docm,.doc,.gaz"' in page
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
