"""Translations are added beside sealed wordings. No seal changes by them."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from amendments.actions.translating.translate_wordings import TranslateWordings
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, NothingChanged
from amendments.errors.of_translations import ChangedWording, NoTranslator, SameLanguage, UnevenTranslation
from amendments.models import WordingTranslation
from amendments.queries.languages.translations import Words, translations_in, wordings_of
from amendments.queries.showing.trees import tree_of
from tests.factories import law

FARE = Words("", "Gediş haqqı 10 qəpikdir. O, keçiddən əvvəl ödənilir.")


def key_of(version, number):
    return next(element.key for element in tree_of(version) if element.number == number)


def translate(version, person, words, language="az", source="An office"):
    return TranslateWordings(version, language, words, source, actor=Actor.now(person)).execute()


def test_a_translation_is_added_and_logged(world):
    (row,) = translate(world.base, world.drafter, {key_of(world.base, "2.1"): FARE})
    assert (row.body, row.source, row.written_by, row.language) == (
        FARE.body,
        "An office",
        world.drafter,
        "az",
    )
    entry = ModelLogEntry.objects.filter(action="amendments.translate_wordings").first()
    assert (entry.data["language"], entry.data["wordings"]) == ("az", 1)


def test_no_seal_changes(world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.text_in(law.seal(world.amendment, world.drafter))
    before = (world.base.root_hash, draft.root_hash)
    translate(world.base, world.drafter, {key_of(world.base, "2.1"): FARE})
    world.base.refresh_from_db()
    draft.refresh_from_db()
    assert (world.base.root_hash, draft.root_hash) == before
    call_command("verify_seals")


def test_a_later_one_is_shown_and_the_earlier_one_is_kept(world):
    key = key_of(world.base, "2.1")
    translate(world.base, world.drafter, {key: FARE})
    translate(world.base, world.drafter, {key: Words("", "Haqq 10 qəpikdir.")})
    assert translations_in([world.base], "az")[world.base.pk] == {key: Words("", "Haqq 10 qəpikdir.")}
    assert WordingTranslation.objects.count() == 2


def test_the_same_words_again_change_nothing(world):
    key = key_of(world.base, "2.1")
    translate(world.base, world.drafter, {key: FARE})
    with pytest.raises(NothingChanged):
        translate(world.base, world.drafter, {key: FARE})


def test_versions_with_the_same_wording_share_its_translation(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    draft = law.text_in(law.seal(world.amendment, world.drafter))
    both = {key_of(world.base, number): Words("", f"{number} azca") for number in ("2.1", "2.2")}
    translate(world.base, world.drafter, both)
    found = translations_in([world.base, draft], "az")
    assert set(found[world.base.pk]) == set(both)
    assert set(found[draft.pk]) == {key_of(draft, "2.2")}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("2.1", Words("A heading", "Mətn.")),
        ("2.1", Words("", "")),
        ("2", Words("", "Gediş haqqı")),
        ("2", Words("  ", "")),
        ("2.1", Words("", "Bir\tiki")),
    ],
)
def test_a_translation_has_heading_text_and_cells_where_the_wording_has_them(world, number, words):
    with pytest.raises(UnevenTranslation):
        translate(world.base, world.drafter, {key_of(world.base, number): words})
    assert not WordingTranslation.objects.exists()


def test_one_wrong_translation_keeps_none(world):
    keys = [key_of(world.base, number) for number in ("2.1", "2.2")]
    with pytest.raises(UnevenTranslation):
        translate(world.base, world.drafter, {keys[0]: FARE, keys[1]: Words("", "")})
    assert not WordingTranslation.objects.exists()


@pytest.mark.parametrize(("language", "source", "refusal"), [
    ("en", "An office", SameLanguage), ("fr", "An office", SameLanguage), ("az", "  ", NoTranslator),
])  # fmt: skip
def test_it_is_in_another_language_of_the_site_by_somebody(world, language, source, refusal):
    with pytest.raises(refusal):
        translate(world.base, world.drafter, {key_of(world.base, "2.1"): FARE}, language, source)


def test_a_provision_of_another_text_is_refused(world):
    other = law.make_act(world.section, world.drafter, number="2-L")
    with pytest.raises(ChangedWording):
        translate(world.base, world.drafter, {key_of(other, "2.1"): FARE})


def test_a_translator_translates_what_she_may_read_and_nothing_else(world):
    translator = law.make_user("translator", permissions=["translate_text"])
    key = key_of(world.base, "2.1")
    with pytest.raises(NotAllowed):
        translate(world.base, translator, {key: FARE})
    law.release(world.base, "public", world.drafter, world.secretary)
    assert translate(world.base, translator, {key: FARE})
    with pytest.raises(NotAllowed):
        translate(world.base, world.other, {key: Words("", "Başqa.")})


def test_translations_of_many_versions_are_one_query(world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.text_in(law.seal(world.amendment, world.drafter))
    translate(world.base, world.drafter, {key_of(world.base, "2.1"): FARE})
    with CaptureQueriesContext(connection) as queries:
        translations_in([world.base, draft], "az")
    assert len(queries) == 1


def test_the_wordings_of_a_version_are_in_the_order_of_the_law(world):
    assert list(wordings_of(world.base)) == [element.key for element in tree_of(world.base)]
