"""What was translated before the seal is attached to the wordings that the seal writes."""

import pytest
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.translating.prepare_translations import PrepareTranslations
from amendments.actions.translating.translation_rows import ActTranslation
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, NothingChanged
from amendments.errors.of_translations import ChangedWording, NoTranslator, UnevenTranslation
from amendments.models import PreparedTranslation, WordingTranslation
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.languages.translating import place_of
from amendments.queries.languages.translations import Words, translations_in
from tests.factories import law

FARE = Words("", "Gediş haqqı 12 qəpikdir. O, keçiddən əvvəl ödənilir.")


@pytest.fixture
def act(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    return law.act_of(world.amendment)


def element_of(act, number):
    (element,) = working_draft(act).tree.numbered(number)
    return element


def prepare(act, person, words, source="An office"):
    given = {place_of(element_of(act, number)): said for number, said in words.items()}
    return PrepareTranslations(act, "az", given, source, actor=Actor.now(person)).execute()


def test_the_seal_attaches_what_was_prepared(world, act):
    prepare(act, world.drafter, {"2.1": FARE, "2.3": Words("", "İtlər yarısını ödəyir.")})
    assert not WordingTranslation.objects.exists()
    draft = law.text_in(law.seal(world.amendment, world.drafter))
    found = translations_in([draft], "az")[draft.pk]
    assert sorted(words.body for words in found.values()) == sorted([FARE.body, "İtlər yarısını ödəyir."])
    assert {row.written_at for row in WordingTranslation.objects.all()} == {draft.sealed_at}
    assert {row.source for row in WordingTranslation.objects.all()} == {"An office"}


@pytest.mark.whole
def test_words_that_were_changed_after_their_translation_get_none(world, act):
    prepare(act, world.drafter, {"2.1": FARE})
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="12", new="14")
    draft = law.text_in(law.seal(world.amendment, world.drafter))
    assert translations_in([draft], "az") == {}


@pytest.mark.whole
def test_the_next_seal_attaches_nothing_twice(world, act):
    prepare(act, world.drafter, {"2.1": FARE})
    law.seal(world.amendment, world.drafter)
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.seal(world.amendment, world.drafter)
    assert WordingTranslation.objects.count() == 1


def test_the_history_keeps_what_was_said_before(world, act):
    prepare(act, world.drafter, {"2.1": FARE})
    prepare(act, world.drafter, {"2.1": Words("", "Haqq 12 qəpikdir.")})
    row = PreparedTranslation.objects.get()
    assert [old.body for old in row.history.order_by("history_id")] == [FARE.body, "Haqq 12 qəpikdir."]
    with pytest.raises(NothingChanged):
        prepare(act, world.drafter, {"2.1": Words("", "Haqq 12 qəpikdir.")})


def test_only_the_drafters_prepare(world, act):
    for person in (world.other, world.secretary, world.chair):
        with pytest.raises(NotAllowed):
            prepare(act, person, {"2.1": FARE})


def test_words_that_stand_no_longer_are_refused_with_their_place(world, act):
    place = place_of(element_of(act, "2.1"))
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="12", new="14")
    with pytest.raises(ChangedWording, match="art_2__para_1"):
        PrepareTranslations(act, "az", {place: FARE}, "An office", actor=Actor.now(world.drafter)).execute()


def test_a_check_that_is_open_goes_on(world, act):
    reviewer, today = law.join_legal_service(law.make_reviewer()), localdate()
    AskCheck(world.amendment, reviewer, today, actor=Actor.now(world.drafter)).execute()
    assert prepare(act, world.drafter, {"2.1": FARE})


def imported(world, words, source="An office"):
    translation = ActTranslation("az", source, words)
    actor = Actor.now(world.drafter)
    given = Particulars("Law 5-L", "5-L", "en")
    return ImportAct(world.section, law.parse(), given, actor=actor, translation=translation).execute()


def test_an_act_is_imported_with_its_translation(world):
    version = imported(world, {"art_2__para_1": FARE, "art_2": Words("Gediş haqqı", "")})
    assert set(translations_in([version], "az")[version.pk].values()) == {FARE, Words("Gediş haqqı", "")}


@pytest.mark.parametrize(("words", "source", "refusal"), [
    ({"art_9": FARE}, "An office", UnevenTranslation),
    ({"art_2": FARE}, "An office", UnevenTranslation),
    ({"art_2__para_1": FARE}, " ", NoTranslator),
])  # fmt: skip
def test_an_act_with_a_translation_that_does_not_fit_is_not_imported(world, words, source, refusal):
    before = world.base.instrument.get_siblings().count()
    with pytest.raises(refusal):
        imported(world, words, source)
    assert world.base.instrument.get_siblings().count() == before
