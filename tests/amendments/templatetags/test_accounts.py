import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string

from amendments.templatetags.accounts import login_url, site_name


@pytest.mark.parametrize("login", ["/enter/", "account_login"])
def test_the_page_for_signing_in_is_the_one_of_the_settings(settings, rf, login):
    settings.LOGIN_URL = login
    path = "/enter/" if login == "/enter/" else "/accounts/login/"
    assert login_url({"request": rf.get("/acts/?page=2")}) == f"{path}?next=%2Facts%2F%3Fpage%3D2"
    assert login_url({"request": rf.get("/acts/")}, "/round/") == f"{path}?next=%2Fround%2F"
    assert login_url({}) == path


def test_the_site_has_its_own_name(settings):
    settings.WAGTAIL_SITE_NAME = "Parliament"
    assert site_name() == "Parliament"


def test_the_portal_puts_its_own_frame_around_the_pages(db, rf):
    page = render_to_string("madda/base.html", request=rf.get("/"))
    assert "site-footer" in page


def test_a_site_without_a_frame_of_its_own_has_a_plain_one(settings, rf):
    (engine,) = settings.TEMPLATES
    settings.TEMPLATES = [engine | {"DIRS": []}]
    settings.WAGTAIL_SITE_NAME = "Parliament"
    request = rf.get("/laws/")
    request.user = AnonymousUser()
    page = render_to_string("madda/base.html", request=request)
    for part in (
        "madda/madda.css",
        "madda/madda.js",
        "· Parliament",
        '/accounts/login/?next=%2Flaws%2F"',
        'id="main"',
    ):
        assert part in page
    assert "site-footer" not in page
