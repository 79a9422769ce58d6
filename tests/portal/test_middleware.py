"""The content security policy, and what caches may keep."""

import re
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.urls import reverse

from portal.middleware import UsedMethods
from portal.users.roles import Role

pytestmark = pytest.mark.django_db

TEMPLATES = sorted((settings.ROOT / "site" / "portal" / "templates").rglob("*.html"))


def policy(response) -> dict[str, str]:
    parts = response.headers["Content-Security-Policy"].split(";")
    return {name: values for name, _space, values in (part.strip().partition(" ") for part in parts)}


@pytest.mark.parametrize("address", ["/en/", "/accounts/login/", "/accessibility/", "/en/nothing/"])
def test_outside_the_editing_desk_nothing_inline_and_nothing_foreign_runs(client, address):
    rules = policy(client.get(address))
    assert rules["default-src"] == "'self'"
    assert rules["object-src"] == "'none'"
    assert rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in str(rules)


def test_the_editing_desk_may_run_its_inline_scripts(signed_in):
    rules = policy(signed_in(Role.ADMINISTRATOR).get("/cms/"))
    assert "'unsafe-inline'" in rules["script-src"]
    assert rules["frame-ancestors"] == "'self'"
    assert rules["default-src"] == "'self'"


@pytest.mark.parametrize(
    "address", ["/en/", "/search/?q=fare", "/consultations/", "/accounts/name/", "/cms/"]
)
def test_a_page_of_somebody_who_is_signed_in_is_kept_by_no_shared_cache(signed_in, address):
    answer = signed_in(Role.ADMINISTRATOR).get(address)
    assert answer.status_code == 200
    assert "private" in answer.headers["Cache-Control"]
    assert "Cookie" in answer.headers["Vary"]


def test_a_page_of_everybody_may_be_kept(client):
    assert not client.get("/accessibility/").has_header("Cache-Control")


def test_an_address_that_only_mentions_the_editing_desk_stays_strict(client):
    assert "unsafe" not in str(policy(client.get("/en/cms/")))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_carry_no_inline_style_script_or_foreign_asset(template: Path):
    text = template.read_text()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:|//cdn", text)
    assert not re.search(r'<script(?![^>]*\s(src=|type="application/json"))', text)  # JSON does not run


@pytest.mark.parametrize(
    "address", ["/en/", "/accounts/login/", "/api/v1/search/", "/en/nothing/", "/healthz"]
)
def test_every_answer_says_what_browsers_may_not_guess_or_tell(client, address):
    answer = client.get(address, headers={"Origin": "https://elsewhere.example"})
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Type"] in ("text/html; charset=utf-8", "application/json")
    assert "Server" not in answer.headers
    assert not answer.has_header("Access-Control-Allow-Origin")


def test_the_address_of_a_step_leads_back_to_its_page(signed_in):
    client, pk = signed_in(), UUID(int=1)
    answer = client.get(reverse("rights:move", args=[pk, "closed"]), headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert f'href="{reverse("rights:issue", args=[pk])}"' in answer.content.decode()
    for step in (
        "rights:take_follow_up_back",
        "rights:take_reply_back",
    ):  # an address of a step is above them too
        answer = client.get(reverse(step, args=[pk]), headers={"accept": "text/html"})
        above = re.search(r'class="button" href="([^"]+)"', answer.content.decode())
        assert above is not None
        assert client.get(above[1]).status_code != 405
    plain = client.get(reverse("rights:move", args=[pk, "closed"]), headers={"accept": "application/json"})
    assert (plain.status_code, plain.content) == (405, b"")


def test_the_page_of_a_step_leads_home_where_the_page_of_its_form_is_gone(signed_in):
    client = signed_in()
    answer = client.get(reverse("rights:move", args=[UUID(int=1), "closed"]), headers={"accept": "text/html"})
    assert 'href="/">To the home page</a>' in answer.content.decode()


@pytest.mark.parametrize("kind", ["documents", "images"])
def test_a_chooser_of_wagtail_knows_no_word_for_a_key(signed_in, kind):
    client = signed_in(Role.ADMINISTRATOR)
    assert client.get(f"/cms/{kind}/chooser/chosen/x/").status_code == 404


METHODS = ("TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "address",
    ["/en/", "/search/?q=fare", "/consultations/", "/accounts/login/", "/cms/", "/api/", "/static/x"],
)
def test_a_method_that_no_address_uses_is_refused(signed_in, address, method):
    answer = signed_in(Role.ADMINISTRATOR).generic(method, address)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert not answer.content


def test_every_method_that_a_view_names_is_used():
    """A view that wants another one would be out of reach."""
    named = [
        method
        for root in ("amendments", "consultations", "search", "site")
        for path in (settings.ROOT / root).rglob("*.py")
        for given in re.findall(r"require_http_methods\(\[([^\]]*)\]", path.read_text())
        for method in re.findall(r'"(\w+)"', given)
    ]
    assert named
    assert set(named) <= set(UsedMethods.METHODS)
