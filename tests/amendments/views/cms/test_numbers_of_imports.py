"""The number of an act that is imported: whether it is on the site, and what is said of it."""

import pytest
from django.urls import reverse

from amendments.models import Instrument
from tests.factories import law

URL = "amendments_admin:import"
ROWBOATS = law.ACT.replace("On Ferries", "On Rowing Boats")


def importing(stage, **given):
    return {
        "type": "law",
        "country": "",
        "language": "en",
        "section": stage.world.section.pk,
        "text": ROWBOATS,
        **given,
    }


@pytest.mark.parametrize(
    ("number", "date", "is_refused"),
    [
        ("1–l", "", True),
        ("№ 1 L", "", True),
        (" 1-L ", "2014-03-12", True),
        ("1-L", "2001-01-01", False),
        ("11-L", "", False),
    ],
)
def test_a_number_is_known_however_it_is_written(drafter, stage, number, date, is_refused):
    Instrument.objects.update(date="2014-03-12")
    data = importing(stage, title="Law", number=number, date=date, save="1")
    drafter.post(reverse(URL), data)
    assert Instrument.objects.count() == (1 if is_refused else 2)


def test_a_known_number_is_said_at_the_preview_already(drafter, stage):
    data = importing(stage, number="1-L", preview="1")
    shown = drafter.post(reverse(URL), data)
    assert "This act was imported already" in str(shown.context["form"].errors["number"])
    assert shown.context["draft"].provisions


def test_the_same_number_of_another_day_is_named(drafter, stage):
    Instrument.objects.update(date="2014-03-12")
    data = importing(stage, number="1-L", date="2015-03-12", preview="1")
    shown = drafter.post(reverse(URL), data)
    assert not shown.context["form"].errors
    assert "An act with the number 1-L of 12 March 2014 is on the site already." in shown.content.decode()
    hidden = law.make_section("Harbour Office")
    law.make_act(hidden, law.make_drafter(hidden, "pilot"), number="9-L")
    Instrument.objects.filter(number="9-L").update(date="2014-03-12")
    again = drafter.post(reverse(URL), data | {"number": "9-L"})
    assert not again.context["draft"].others_of_the_number


def test_the_act_of_another_body_keeps_its_title(drafter, stage):
    other = law.make_section("Harbour Office")
    hidden = law.make_act(other, law.make_drafter(other, "pilot"), number="9-L").instrument.title
    data = importing(stage, title="Law", number="9-L", save="1")
    page = drafter.post(reverse(URL), data).content.decode()
    assert "Another body has imported an act with this number." in page
    assert hidden not in page
