"""Settings with which a site runs but is not safe: the doctor names each, and what to do."""

import socketserver
from threading import Thread
from unittest.mock import Mock

import pytest
from django.utils import timezone

from portal.home.health import chosen_settings
from portal.home.health.chosen_settings import chosen, demo_accounts, mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(settings):
    """The settings of a site as deploy/env.example asks for them."""
    settings.MADDA_DEMO = settings.DEBUG = False
    settings.SECRET_KEY = "0f" * 32
    settings.ALLOWED_HOSTS = ["madda.example.org"]
    settings.WAGTAILADMIN_BASE_URL = "https://madda.example.org"
    settings.MADDA_SECOND_FACTOR_ROLES = ("administrator",)
    settings.MADDA_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    return settings


class MailServer(socketserver.StreamRequestHandler):
    """Says yes to every line."""

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            self.wfile.write(b"221 bye\r\n" if line.startswith(b"quit") else b"250 yes\r\n")


def told(examination):
    return [(one.grade.value, one.thing, f"{one.says} {one.remedy}") for one in examination(timezone.now())]


def test_a_site_as_the_example_asks_has_nothing_to_say(public):
    assert [grade for grade, _thing, _says in told(chosen)] == ["well"]


@pytest.mark.parametrize(
    ("name", "value", "grade", "thing", "words"),
    [
        ("SECRET_KEY", "abc", "fault", "secret key", "MADDA_SECRET_KEY has 3 characters"),
        ("SECRET_KEY", "abc", "fault", "secret key", "openssl rand -hex 32"),
        ("ALLOWED_HOSTS", ["*"], "fault", "hosts", "Name the hosts of the site in MADDA_HOSTS"),
        ("WAGTAILADMIN_BASE_URL", "http://madda.example.org", "fault", "address", "https://"),
        ("WAGTAILADMIN_BASE_URL", "https://[x", "fault", "address", "https://madda.example.org"),
        ("WAGTAILADMIN_BASE_URL", "https://other.example", "fault", "address", "other.example, is not in"),
        ("WAGTAILADMIN_BASE_URL", "https://madda.example.org:99999", "fault", "address", "no address"),
        ("WAGTAILADMIN_BASE_URL", "https://madda.example.org/x/", "fault", "address", "begins with /x/"),
        ("MADDA_RECORD_KEY", "/nowhere.pem", "fault", "record key", "Correct MADDA_RECORD_KEY"),
        ("DEFAULT_FROM_EMAIL", "madda", "fault", "sender", "madda@example.org"),
        ("MADDA_SECOND_FACTOR_ROLES", (), "warning", "second factor", "MADDA_SECOND_FACTOR_ROLES"),
        ("DEBUG", True, "fault", "settings", "portal.settings.production"),
    ],
)
def test_a_dangerous_value_is_told_with_what_to_do(public, name, value, grade, thing, words):
    setattr(public, name, value)
    ((found_grade, found_thing, says),) = told(chosen)
    assert (found_grade, found_thing) == (grade, thing)
    assert words in says


def test_accounts_of_the_demo_are_told_on_a_public_site(public, person):
    person(email="chair@demo.invalid")
    ((grade, thing, says),) = told(demo_accounts)
    assert (grade, thing) == ("fault", "demo")
    assert says.startswith("1 accounts of the demo are active")
    public.MADDA_DEMO = True
    assert told(demo_accounts) == []


def test_settings_are_looked_at_without_a_database(public, django_assert_num_queries):
    public.SECRET_KEY = "abc"
    with django_assert_num_queries(0):
        assert [thing for _grade, thing, _says in told(chosen)] == ["secret key"]


def test_the_settings_of_a_machine_of_ones_own_are_for_sqlite(settings, monkeypatch):
    settings.MADDA_DEMO = True
    for vendor, grade in (("sqlite", "well"), ("postgresql", "fault")):
        monkeypatch.setattr(chosen_settings, "connection", Mock(vendor=vendor))
        assert [found for found, _thing, _says in told(chosen)] == [grade]


@pytest.mark.whole
def test_a_mail_server_that_nobody_runs_is_told(public):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailServer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        public.EMAIL_HOST, public.EMAIL_PORT = server.server_address
        assert [grade for grade, _thing, _says in told(mail_server)] == ["well"]
        server.shutdown()
    ((grade, thing, says),) = told(mail_server)
    assert (grade, thing) == ("fault", "mail server")
    assert f"The mail server 127.0.0.1, port {public.EMAIL_PORT}, does not let the site in" in says
    assert "MADDA_SMTP_PORT" in says


def test_mails_that_no_server_sends_need_none(settings):
    assert told(mail_server) == []
