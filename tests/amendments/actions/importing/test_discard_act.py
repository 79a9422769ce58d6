"""An act that was imported by mistake leaves the library before anybody else reads it, and can come back."""

import pytest
from django.contrib.auth.models import AnonymousUser

from amendments.actions.importing.discard_act import DiscardAct
from amendments.actions.importing.restore_act import RestoreAct
from amendments.audit.actor import Actor
from amendments.errors import NotDiscardable, NotImportable, ReasonNeeded
from amendments.models import Version
from amendments.queries.law.acts import newest_texts, visible_instruments
from tests.factories import law

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return law.make_section()


@pytest.fixture
def drafter(section):
    return law.make_drafter(section)


@pytest.fixture
def act(section, drafter):
    return law.make_act(section, drafter).instrument


def discard(act, person, reason="Imported twice."):
    return DiscardAct(act, actor=Actor.now(person, reason=reason)).execute()


def test_a_discarded_act_is_nowhere_and_its_text_stays_in_the_record(act, drafter):
    discard(act, drafter)
    assert not visible_instruments(drafter).exists()
    assert not newest_texts(drafter).exists()
    assert not Version.objects.visible_to(drafter).exists()
    assert Version.objects.filter(instrument=act).count() == 1
    assert (act.discarded_by, act.discard_reason) == (drafter, "Imported twice.")


def test_its_number_is_free_for_a_new_import(section, act, drafter):
    with pytest.raises(NotImportable):
        law.make_act(section, drafter)
    discard(act, drafter)
    assert law.make_act(section, drafter).instrument.number == act.number


def test_a_second_click_changes_nothing(act, drafter):
    first = discard(act, drafter)
    assert discard(act, drafter, "Another reason.").discard_reason == first.discard_reason


def test_a_reason_is_needed(act, drafter):
    with pytest.raises(ReasonNeeded):
        discard(act, drafter, " ")


def test_an_act_that_was_released_stays(act, drafter):
    law.release(act.versions.get(), "public", drafter, law.make_secretary())
    with pytest.raises(NotDiscardable, match="released"):
        discard(act, drafter)
    assert visible_instruments(AnonymousUser()).exists()


def test_an_act_with_an_amendment_stays(section, act, drafter):
    law.make_amendment(section, act.versions.get(), drafter)
    with pytest.raises(NotDiscardable, match="amendment"):
        discard(act, drafter)


def test_it_can_be_restored(act, drafter):
    discard(act, drafter)
    RestoreAct(act, actor=Actor.now(drafter)).execute()
    assert visible_instruments(drafter).contains(act)


def test_it_is_not_restored_beside_another_act_of_its_number(section, act, drafter):
    discard(act, drafter)
    law.make_act(section, drafter)
    with pytest.raises(NotImportable):
        RestoreAct(act, actor=Actor.now(drafter)).execute()
