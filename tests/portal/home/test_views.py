"""Health and the accessibility statement."""

import pytest
from django.db import OperationalError
from django.urls import reverse

from portal.home import views


@pytest.mark.django_db
def test_the_site_is_healthy_when_the_database_answers(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"database": "ok"})


def test_the_site_is_unavailable_when_the_database_is(client, monkeypatch):
    def broken(now):
        raise OperationalError

    monkeypatch.setattr(views, "try_to_write", broken)
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (503, {"database": "unavailable"})


@pytest.mark.django_db
def test_the_accessibility_statement_names_the_guidelines(client):
    assert "2.2, level AA" in client.get("/accessibility/").content.decode()


@pytest.mark.django_db
def test_every_page_announces_the_feed_of_announcements(client):
    page = client.get("/accessibility/").content.decode()
    assert '<link rel="alternate" type="application/atom+xml"' in page
    assert f'href="{reverse("consultations:feed")}"' in page
