"""The editing desk carries the site's name, and no link leads to "localhost"."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from portal.home.site_name import adopt_address, site_name
from portal.users.roles import Role

pytestmark = pytest.mark.django_db


def test_the_name_is_that_of_the_site_and_of_the_product_until_there_is_one():
    Site.objects.update(site_name="")
    assert site_name() == "Madda"
    Site.objects.update(site_name="Laws of Caspia")
    assert str(settings.WAGTAIL_SITE_NAME) == "Laws of Caspia"
    assert settings.WAGTAIL_SITE_NAME == "Laws of Caspia"


def test_the_editing_desk_carries_the_name(signed_in):
    Site.objects.update(site_name="Laws of Caspia")
    page = signed_in(Role.ADMINISTRATOR).get("/cms/").content.decode()
    assert "- Laws of Caspia</title>" in page
    assert "localhost" not in page
    assert "Wagtail</title>" not in page


@pytest.mark.parametrize(
    ("address", "root"),
    [
        ("https://laws.caspia.example", "https://laws.caspia.example"),
        ("http://127.0.0.1:8123", "http://127.0.0.1:8123"),
    ],
)
def test_a_site_without_a_host_name_gets_the_one_of_the_deployment(settings, address, root):
    settings.WAGTAILADMIN_BASE_URL = address
    Site.objects.update(hostname="localhost", port=80)
    adopt_address()
    site = Site.objects.get(is_default_site=True)
    assert (site.root_url, site.site_name) == (root, "Madda")
    assert site.root_page.get_full_url().startswith(f"{root}/")


def test_a_host_name_that_somebody_set_stays(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://other.example"
    Site.objects.update(hostname="laws.caspia.example", port=443)
    adopt_address()
    assert Site.objects.get(is_default_site=True).hostname == "laws.caspia.example"


def test_an_app_can_be_migrated_before_there_are_sites(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", lambda *_, **__: [])
    with CaptureQueriesContext(connection) as asked:
        adopt_address()
    assert not asked.captured_queries
