"""Texts with the same wording share its translation. So nobody writes on a wording that stands in a text of others."""

import pytest
from django.test import Client
from django.urls import reverse

from amendments.actions.translating.prepare_translations import PrepareTranslations
from amendments.actions.translating.translate_wordings import TranslateWordings
from amendments.audit.actor import Actor
from amendments.errors.of_translations import NoNewWords
from amendments.models import PreparedTranslation, Section, Version, WordingTranslation
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.languages.translating import own_words, place_of, working_lines
from amendments.queries.languages.translations import Words, translations_in
from amendments.queries.showing.trees import tree_of
from tests.factories import law

TRUE = "Gediş haqqı 10 qəpikdir. O, keçiddən əvvəl ödənilir."
FORGED = Words("", "Pulsuzdur. Hamı üçün.")
FARE_12 = {"op": "replace_number", "target": "2.1", "old": "10", "new": "12"}


@pytest.fixture
def theirs(world):
    """An amendment by another body on the law in force, which has a translation."""
    law.release(world.base, "public", world.drafter, world.secretary)
    law.translate(world.base, world.drafter, "2.1", TRUE)
    return law.make_amendment(Section.objects.get(title="Harbour Board"), world.base, world.other, "Theirs")


def prepare(amendment, person, number, words=FORGED):
    act = law.act_of(amendment)
    (element,) = working_draft(act).tree.numbered(number)
    actor = Actor.now(person)
    return PrepareTranslations(act, "az", {place_of(element): words}, "Nobody", actor=actor).execute()


def shown(version, number):
    (element,) = tree_of(version).numbered(number)
    words = translations_in([version], "az").get(version.pk, {}).get(element.key)
    return words.body if words else ""


def kept(amendment, person, number, words=FORGED):
    """A row as it was kept before such rows were refused."""
    act = law.act_of(amendment)
    (element,) = working_draft(act).tree.numbered(number)
    actor = Actor.now(person)
    PreparedTranslation.objects.create(
        amended_act=act, eid=element.eid, wording_hash=place_of(element).split("@")[1], language="az",
        body=words.body, source="Nobody", written_at=actor.at, written_by=person, written_by_label="other",
    )  # fmt: skip


def test_a_wording_that_the_amendment_does_not_change_is_refused(world, theirs):
    law.add(theirs, world.other, "repeal", "1.2.1")
    with pytest.raises(NoNewWords, match=r"no new words here: 2\.1"):
        prepare(theirs, world.other, "2.1")
    assert not PreparedTranslation.objects.exists()


@pytest.mark.whole
def test_the_forged_post_is_answered_with_the_reason(world, theirs):
    law.add(theirs, world.other, "repeal", "1.2.1")
    (element,) = working_draft(law.act_of(theirs)).tree.numbered("2.1")
    client = Client()
    client.force_login(world.other, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("amendments_admin:translate", args=[theirs.pk])
    given = {"place": place_of(element), "heading": "", "body": FORGED.body, "source": "Nobody"}
    answer = client.post(f"{url}?language=az", given)
    assert answer.status_code == 422
    assert "brings no new words here: 2.1" in answer.content.decode()


def test_the_drafters_of_the_law_translate_it_on_its_own_page(world):
    with pytest.raises(NoNewWords):
        prepare(world.amendment, world.drafter, "2.1")


@pytest.mark.whole
def test_a_seal_replaces_no_translation_of_the_law(world, theirs):
    law.add(theirs, world.other, "repeal", "1.2.1")
    kept(theirs, world.other, "2.1")
    law.seal(theirs, world.other)
    assert shown(world.base, "2.1") == TRUE
    assert WordingTranslation.objects.count() == 1


@pytest.mark.whole
def test_words_that_the_law_had_before_are_no_new_words(world, theirs):
    law.add(world.amendment, world.drafter, **FARE_12)
    adopted = law.adopt(law.seal(world.amendment, world.drafter), world.drafter)
    law.release(adopted, "public", world.drafter, world.secretary)
    back = law.make_amendment(Section.objects.get(title="Harbour Board"), adopted, world.other, "Back")
    (old,) = tree_of(world.base).numbered("2.1")
    (now,) = tree_of(adopted).numbered("2.1")
    law.add(back, world.other, "replace_words", "2.1", old=now.text, new=old.text)
    (element,) = working_draft(law.act_of(back)).tree.numbered("2.1")
    assert place_of(element) == place_of(old)
    with pytest.raises(NoNewWords):
        prepare(back, world.other, "2.1")
    kept(back, world.other, "2.1")
    law.seal(back, world.other)
    assert shown(world.base, "2.1") == TRUE


@pytest.mark.whole
def test_a_sealed_draft_is_no_way_to_the_words_of_the_law(world, theirs):
    law.add(theirs, world.other, **FARE_12)
    draft = law.text_in(law.seal(theirs, world.other))
    (same,) = tree_of(draft).numbered("2.2")
    (new,) = tree_of(draft).numbered("2.1")
    actor = Actor.now(world.other)
    with pytest.raises(NoNewWords):
        TranslateWordings(draft, "az", {same.key: FORGED}, "Nobody", actor=actor).execute()
    words = {new.key: Words("", "Gediş haqqı 12 qəpikdir.")}
    assert TranslateWordings(draft, "az", words, "An office", actor=actor).execute()
    client = Client()
    client.force_login(world.other, backend="django.contrib.auth.backends.ModelBackend")
    desk = client.get(reverse("amendments:translate", args=[draft.pk]), {"show": "all"}).context["desk"]
    assert [line.place for line in desk.lines] == [new.key]


@pytest.mark.whole
def test_the_drafters_of_the_law_translate_all_of_their_draft(world, theirs):
    law.add(theirs, world.other, **FARE_12)
    law.release(law.seal(theirs, world.other), "public", world.other, world.secretary)
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.text_in(law.seal(world.amendment, world.drafter))
    (element,) = tree_of(draft).numbered("2.2")
    words = {element.key: Words("", "Uşaqlar yarısını ödəyir.")}
    assert TranslateWordings(draft, "az", words, "An office", actor=Actor.now(world.drafter)).execute()


def hidden_draft(world):
    """A sealed draft that nobody else may read, with its translation."""
    law.add(world.amendment, world.drafter, **FARE_12)
    law.prepare_translation(world.amendment, world.drafter, "2.1", "Gizli tərcümə.")
    return law.text_in(law.seal(world.amendment, world.drafter))


@pytest.mark.whole
def test_the_desk_does_not_tell_of_the_same_words_in_a_hidden_draft(world, theirs):
    law.add(theirs, world.other, **FARE_12)
    before = working_lines(world.other, law.act_of(theirs), "az")
    hidden_draft(world)
    assert working_lines(world.other, law.act_of(theirs), "az") == before
    assert [line.words for line in before] == [None]
    client = Client()
    client.force_login(world.other, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("amendments_admin:translate", args=[theirs.pk])
    page = client.get(url, {"language": "az", "show": "all"}).content.decode()
    assert "Gizli tərcümə." not in page


@pytest.mark.whole
def test_the_desk_does_not_name_who_translates_a_hidden_draft(world, theirs):
    law.add(theirs, world.other, **FARE_12)
    hidden = hidden_draft(world)
    WordingTranslation.objects.create(
        wording=hidden.entries.get(number="2.1").texts.get().text, language="az", body="Gizli.",
        source="Quiet bureau", written_at=hidden.sealed_at, written_by=world.drafter, written_by_label="drafter",
    )  # fmt: skip
    client = Client()
    client.force_login(world.other, backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("amendments_admin:translate", args=[theirs.pk])
    assert "Quiet bureau" not in client.get(url, {"language": "az"}).content.decode()


@pytest.mark.whole
def test_a_seal_writes_nothing_on_the_same_words_of_a_hidden_draft(world, theirs):
    law.add(theirs, world.other, **FARE_12)
    law.add(theirs, world.other, "insert_element", "2.3", new="Dogs pay half.")
    prepare(theirs, world.other, "2.1")
    prepare(theirs, world.other, "2.3", Words("", "İtlər yarısını ödəyir."))
    hidden = hidden_draft(world)
    draft = law.text_in(law.seal(theirs, world.other))
    assert shown(hidden, "2.1") == "Gizli tərcümə."
    assert shown(draft, "2.3") == "İtlər yarısını ödəyir."
    assert Version.objects.visible_to(world.other).filter(pk=hidden.pk).count() == 0


@pytest.mark.whole
def test_of_two_drafts_with_the_same_words_the_first_one_is_translated_by_its_body(world):
    law.release(world.base, "public", world.drafter, world.secretary)
    section = Section.objects.get(title="Harbour Board")
    drafts = []
    for person, title, where in ((world.drafter, "First", world.section), (world.other, "Second", section)):
        amendment = law.make_amendment(where, world.base, person, title)
        law.add(amendment, person, "replace_number", "2.1", old="10", new="12")
        drafts.append(law.seal(amendment, person))
        law.release(drafts[-1], "public", person, world.secretary)
    first, second = map(law.text_in, drafts)
    own = {element.number for element in own_words(world.drafter, first)}
    assert "2.1" in own
    assert "2.1" not in {element.number for element in own_words(world.other, second)}
