"""Of which country an imported act is: named, and never guessed against what the file says."""

from dataclasses import replace

import pytest
from django.urls import reverse

from amendments.forms.importing import ImportForm
from amendments.models import Instrument, Section
from amendments.plugins.registry import scheme_for
from tests.amendments.renderers.test_akoma_ntoso import FACTS, akn, identified
from tests.amendments.renderers.word.documents import scheme_of
from tests.amendments.views.cms.test_importing import ROWBOATS, URL, particulars, upload


def chosen(form):
    return form["country"].value()


def test_a_country_is_named_and_that_of_the_last_act_is_chosen(drafter, stage):
    form = drafter.get(reverse(URL)).context["form"]
    assert ("az", "Azerbaijan") in form.fields["country"].choices
    assert chosen(form) == ""  # as the only act of the body has it
    Instrument.objects.update(country="az")
    assert chosen(drafter.get(reverse(URL)).context["form"]) == "az"


def test_what_the_file_says_counts(drafter, stage):
    tree = identified(scheme_of("en").parse(ROWBOATS).tree)
    foreign = akn(tree, "en", replace(FACTS, country="za"))
    given = particulars(stage, country="az", language="en", file=upload(foreign, "act.xml"))
    form = drafter.post(reverse(URL), {**given, "preview": "1"}).context["form"]
    assert form.errors == {}
    assert chosen(form) == ""
    read = particulars(stage, country="az", language="en", text=form["text"].value())
    again = drafter.post(reverse(URL), {**read, "preview": "1"}).context["form"]
    assert chosen(again) == "az"  # the drafter knows better


@pytest.mark.parametrize(("country", "language"), [("", "en"), ("", "ru"), ("az", "az")])
def test_the_form_opens_with_the_language_of_the_last_act(drafter, stage, country, language):
    Instrument.objects.update(country=country, language=language)
    form = drafter.get(reverse(URL)).context["form"]
    assert (chosen(form), form["language"].value()) == (country, language)


@pytest.mark.parametrize("country", ["", "az"])
def test_the_form_opens_with_a_language_in_which_acts_of_the_country_can_be_read(country):
    form = ImportForm(sections=Section.objects.none(), initial={"country": country})
    assert scheme_for(country, form["language"].value())
