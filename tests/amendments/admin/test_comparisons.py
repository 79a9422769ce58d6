"""Wagtail's comparison of two revisions shows our redline."""

import pytest
from django.urls import reverse

from tests.factories import law


@pytest.fixture
def compared(world, client):
    client.force_login(world.drafter)

    def compare(page, before, after):
        return client.get(reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before, after]))

    return compare


def test_the_words_of_a_field_are_compared_whole(world, compared):
    page = world.amendment
    for words in ("Ferries cross 12/2023 times.", "Ferries cross 13/2023 times."):
        page.summary = words
        page.save_revision()
    shown = compared(page, "earliest", "latest").content.decode()
    assert '<del><span class="visually-hidden" lang="en">[deleted </span>12/2023' in shown
    assert '<ins><span class="visually-hidden" lang="en">[inserted </span>13/2023' in shown
    assert "Text of the law" not in shown


def test_the_law_is_compared_as_it_stood_at_both_times(world, compared):
    page = world.amendment
    page.save_revision()
    law.add(page, world.drafter, "replace_number", "2.1", old="10", new="12")
    law.seal(page, world.drafter)
    shown = compared(page, "earliest", "live").content.decode()
    assert "Text of the law" in shown
    assert '<del><span class="visually-hidden" lang="en">[deleted </span>10' in shown
    assert f'href="{page.url}compare/0/1/"' in shown
    assert "rowing boats" not in shown
    now = page.save_revision()
    assert "Text of the law" not in compared(page, now.pk, "live").content.decode()


def test_an_act_has_its_text_compared_too(world, compared):
    act = world.base.instrument
    number = act.save_revision().pk
    assert "Text of the law" not in compared(act, number, "live").content.decode()
    assert act.text_versions().get() == world.base


def test_the_words_of_a_rich_text_are_compared_without_markup():
    from django.db import models
    from wagtail.admin import compare
    from wagtail.fields import RichTextField

    from amendments.admin.comparisons import RedlinedRichText, RedlinedText

    registered = compare.comparison_class_registry
    assert registered.get(RichTextField()) is RedlinedRichText
    assert registered.get(models.TextField()) is RedlinedText
    field = RichTextField(name="body", verbose_name="body")
    field.attname = "body"

    class Page:
        def __init__(self, body):
            self.body = body

    diff = RedlinedRichText(field, Page("<p>Old <b>words</b></p>"), Page("<p>New <b>words</b></p>"))
    assert "&lt;" not in diff.htmldiff()
    assert diff.htmldiff().startswith('<div class="madda-law is-plain"><del>')


def test_others_are_refused(world, client):
    client.force_login(world.other)
    world.amendment.save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[world.amendment.pk, "earliest", "live"])
    assert client.get(address).status_code in {302, 403, 404}
