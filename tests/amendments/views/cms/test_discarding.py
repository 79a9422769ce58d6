"""Discarding an act on the pages of the editing desk."""

from django.urls import reverse
from django.utils.translation import gettext, override

from amendments.models import Instrument
from tests.factories import law


def fresh_act(stage):
    return law.make_act(stage.world.section, stage.world.drafter, number="7-L").instrument


def test_a_drafter_discards_an_act_and_restores_it(drafter, stage):
    act = fresh_act(stage)
    discard = reverse("amendments_admin:discard_act", args=[act.pk])
    assert discard in drafter.get(act.url).content.decode()
    page = drafter.post(discard, {"reason": ""}).content.decode()
    assert 'role="alert"' in page
    listed = drafter.post(discard, {"reason": "Imported twice."}, follow=True).content.decode()
    assert "Imported twice." in listed
    assert drafter.get(act.url).status_code == 404
    restore = reverse("amendments_admin:restore_act", args=[act.pk])
    assert restore in listed
    assert drafter.post(restore)["Location"] == act.url
    assert drafter.get(act.url).status_code == 200


def test_others_can_neither_discard_nor_restore(stage):
    act = fresh_act(stage)
    for name in ("secretary", "administrator", "ombudsman"):
        client = stage.client(name)
        for step in ("discard_act", "restore_act"):
            assert client.post(reverse(f"amendments_admin:{step}", args=[act.pk])).status_code in (
                302,
                403,
                404,
            )
    assert Instrument.objects.get(pk=act.pk).discarded_at is None


def test_a_released_act_offers_no_discard(drafter, stage):
    assert "discard" not in drafter.get(Instrument.objects.get().url).content.decode()


def test_discarding_is_not_called_repealing_in_azerbaijani():
    said = ("Discard this act", "Discard the act", "Discarded acts", "Discard an act", "Act discarded")
    with override("az"):
        words = [gettext(each) for each in said]
    assert not [each for each in words if "ləğv" in each.lower()]
    assert words[0] == "Bu aktı sil"
