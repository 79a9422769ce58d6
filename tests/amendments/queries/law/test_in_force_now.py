"""A text that is adopted is not the law before its day: every page shows the law of today and says what comes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.timezone import localdate

from amendments.models import Version
from amendments.queries.law.in_force_now import in_force_first, is_coming, standing_of, text_in_force
from tests.factories import law

pytestmark = pytest.mark.whole
TODAY = localdate()
LATER = TODAY + timedelta(days=17)
CASES = ((LATER, True), (TODAY, False), (TODAY - timedelta(days=8), False), (None, True))


def adopt(world, day):
    """Draft 1 is law from a day on, and everybody may read it; the base has been law all the time."""
    law.release(world.base, "public", world.drafter, world.secretary)
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    draft = law.seal(world.amendment, world.drafter)
    text = law.adopt(draft, world.drafter, "2-L", day)
    law.release(text, "public", world.drafter, world.secretary)
    return text


def page(client, address):
    return " ".join(client.get(address).content.decode().split())


@pytest.mark.parametrize(("day", "coming"), CASES)
def test_the_law_of_today_is_the_last_text_whose_day_has_come(world, day, coming):
    text = adopt(world, day)
    assert (is_coming(world.base), is_coming(text)) == (False, coming)
    assert text_in_force([world.base, text]) == (world.base if coming else text)
    assert text_in_force([text]) == (None if coming else text)
    texts = Version.objects.filter(instrument=text.instrument, draft=None)
    assert in_force_first(texts).first() == (world.base if coming else text)
    assert in_force_first(texts.filter(pk=text.pk)).first() == text
    assert standing_of(world.drafter, text).present == (world.base if coming else None)
    assert standing_of(world.drafter, world.base).present == (None if coming else text)


@pytest.mark.parametrize(("day", "coming"), CASES)
def test_the_page_of_a_provision_shows_the_words_of_today(client, world, day, coming):
    text = adopt(world, day)
    provision = world.base.entries.get(number="2.1").provision_id
    shown = page(client, reverse("amendments:provision", args=[provision]))
    panel = shown.partition('class="provision-text"')[2].partition("Read in context")[0]
    assert ("10 coins" in panel, "20 coins" in panel) == (coming, not coming)
    told = f'another wording is in force: <a href="{text.url}' if day else "Another wording is adopted."
    assert (told in shown) == coming
    assert (
        (f"in force from {date_format(day)}" in shown) == (day is not None)
        if day
        else "not in force yet" in shown
    )


@pytest.mark.parametrize(("day", "coming"), CASES)
def test_the_line_through_time_tells_the_days_of_the_law_and_no_draft_that_became_it(
    client, world, day, coming
):
    adopt(world, day)
    provision = world.base.entries.get(number="2.1").provision_id
    shown = page(client, reverse("amendments:provision", args=[provision]))
    assert "Proposed changes" not in shown
    line = strip_tags(shown.partition('<ol class="through-time"')[2].partition("</ol>")[0])
    assert "Draft" not in line
    said = "not in force yet" if day is None else ("in force from " if coming else "") + date_format(day)
    assert f"Consolidated text 2 {said} changed" in " ".join(line.split())


@pytest.mark.parametrize(("day", "coming"), CASES)
def test_the_page_of_an_act_leads_to_the_text_of_today_first(client, world, day, coming):
    text = adopt(world, day)
    shown = page(client, world.base.instrument.url)
    first = world.base if coming else text
    assert f'<a class="button" href="{first.url}">' in shown
    assert ("Read the text in force</a>" in shown) == coming
    assert (f"Read the text in force from {date_format(LATER)}" in shown) == (day == LATER)
    assert ("Read the adopted text that is not in force yet" in shown) == (day is None)


@pytest.mark.parametrize(("day", "coming"), CASES)
def test_a_text_says_that_it_is_not_the_law_of_today(client, world, day, coming):
    text = adopt(world, day)
    new, old = page(client, text.url), page(client, world.base.url)
    assert ("Not in force yet." in new, "Earlier text." in old) == (coming, not coming)
    assert "Earlier text." not in new
    assert "Not in force yet." not in old
    assert (f'href="{world.base.url}"> Read the text in force' in new) == coming
