"""The time of an answer does not tell who has an account."""

from time import monotonic

import pytest
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse
from django.urls import reverse

from portal.users import even_time, forms
from portal.users.even_time import in_even_time


def test_an_answer_waits_for_the_end_of_a_step(rf, monkeypatch):
    monkeypatch.setattr(even_time, "STEP", 0.05)
    began = monotonic()
    assert in_even_time(lambda request: HttpResponse())(rf.post("/")).status_code == 200
    assert monotonic() - began >= 0.05


def test_a_page_that_is_only_read_waits_for_nothing(rf, monkeypatch):
    monkeypatch.setattr(even_time, "sleep", lambda _seconds: pytest.fail("it waited"))
    assert in_even_time(lambda request: HttpResponse())(rf.get("/")).status_code == 200


@pytest.mark.parametrize("name", ["account_signup", "account_reset_password", "account_unlock"])
def test_answers_about_addresses_take_even_time(client, db, monkeypatch, name):
    waited = []
    monkeypatch.setattr(even_time, "sleep", waited.append)
    client.post(reverse(name), {"email": "new@caspia.example"})
    assert len(waited) == 1


def test_signing_up_hashes_a_password_for_an_address_that_has_an_account_too(client, person, monkeypatch):
    person()
    hashed = []
    monkeypatch.setattr(forms, "make_password", lambda password: hashed.append(make_password(password)))
    data = {
        "name": "Reader",
        "email": "reader@caspia.example",
        "password1": "a long enough password",
        "password2": "a long enough password",
    }
    assert client.post(reverse("account_signup"), data).status_code == 302
    assert len(hashed) == 1
