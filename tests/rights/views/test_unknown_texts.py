"""An address that asks for a text which is not there says so, beside the text that is shown instead."""

import pytest
from django.urls import reverse

from tests.rights.concordance_rows import write
from tests.rights.conftest import passage
from tests.rights.pages import signed_in, text_of

KEY = "6c1cba62-0000-4000-8000-000000000000"
SAID = f"No text here has the key “{KEY[:19]}…”. You see "


def _addresses(office):
    act = office.world.base.instrument.pk
    key = passage(office.world.base, "2.1").provision
    return {
        reverse("rights:conformity", args=[act]): office.analyst,
        reverse("rights:open", args=[key]): office.analyst,
        reverse("rights:tag", args=["provision", key]): office.analyst,
        reverse("concordance:rows"): office.analyst,
        reverse("concordance:write_row", args=[act]): office.world.drafter,
    }


@pytest.mark.parametrize("number", range(5))
def test_the_key_of_no_text_is_told_with_the_text_that_is_shown(office, client, number):
    write(office, office.world.text, "2.1")
    url, person = list(_addresses(office).items())[number]
    signed_in(client, person)
    assert SAID in text_of(client.get(url, {"text": KEY}))
    for known in ("", str(office.world.text.pk)):
        assert "No text here" not in text_of(client.get(url, {"text": known}))
