"""An address that names an act on which there is no issue says so, and does not show another act silently."""

from django.urls import reverse

from tests.rights.pages import signed_in, text_of


def test_the_list_says_that_it_has_no_issue_on_the_act_of_the_address(office, client):
    signed_in(client, office.analyst)
    url = reverse("rights:issues")
    assert "with the key “999999”. You see the issues on all acts." in text_of(
        client.get(url, {"act": "999999"})
    )
    for right in ("", office.world.base.instrument_id):
        assert "You see the issues on all acts." not in text_of(client.get(url, {"act": right}))


def test_the_table_of_conformity_of_an_unknown_act_is_no_page(office, client):
    signed_in(client, office.analyst)
    assert client.get(reverse("rights:conformity", args=[999999])).status_code == 404
