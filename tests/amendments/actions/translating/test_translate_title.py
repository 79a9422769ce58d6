"""The title of an act or an amendment in another language."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from amendments.actions.translating.translate_title import TranslateTitle
from amendments.audit.actor import Actor
from amendments.errors.of_translations import SameLanguage, TitleTooLong

NAME = "Bərələr haqqında Qanun"


def test_readers_of_the_language_see_it_called_a_translation_and_others_the_title(world):
    page = world.amendment
    TranslateTitle(page, "az", f"  {NAME} ", actor=Actor.now(world.drafter)).execute()
    page.refresh_from_db()
    assert page.titles == {"az": NAME}
    for language, shown in (("az", f"{NAME} (tərcümə)"), ("ru", page.title), ("en", page.title)):
        with translation.override(language):
            assert page.shown_title == shown


def test_an_empty_title_is_taken_away_and_other_languages_stay(world):
    for language, title in (("az", NAME), ("ru", "Закон"), ("az", "")):
        TranslateTitle(world.amendment, language, title, actor=Actor.now(world.drafter)).execute()
    world.amendment.refresh_from_db()
    assert world.amendment.titles == {"ru": "Закон"}


def test_the_language_is_one_of_the_site(world):
    with pytest.raises(SameLanguage):
        TranslateTitle(world.amendment, "xx", NAME, actor=Actor.now(world.drafter)).execute()


def test_no_end_of_a_title_is_cut_off(world):
    with pytest.raises(TitleTooLong, match="256 characters"):
        TranslateTitle(world.amendment, "az", "q" * 256, actor=Actor.now(world.drafter)).execute()


@pytest.mark.parametrize("person", ["other", "chair"])
def test_others_do_not_write_it(world, person):
    for page in (world.amendment, world.base.instrument):
        with pytest.raises(PermissionDenied):
            TranslateTitle(page, "az", NAME, actor=Actor.now(getattr(world, person))).execute()


def test_publishing_an_earlier_revision_keeps_it(world):
    page = world.amendment
    revision = page.save_revision()
    TranslateTitle(page, "az", NAME, actor=Actor.now(world.drafter)).execute()
    assert revision.as_object().titles == {"az": NAME}
