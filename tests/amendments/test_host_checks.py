"""The site is told, before it starts, of each setting without which a page or a right would not hold."""

import sys
from types import ModuleType

import pytest
from django.core.checks import Error, run_checks
from django.urls import clear_url_caches, include, path
from wagtail import hooks, urls as wagtail_urls

from amendments import host_checks
from amendments.provisions.english_scheme import ENGLISH
from tests.plugins.gazette import GazetteImporter

pytestmark = pytest.mark.whole


def told(check):
    return [message for message in run_checks() if message.id == check]


def told_one(check):
    (message,) = told(check)
    assert isinstance(message, Error)
    assert message.hint
    return message.msg


@pytest.fixture
def without(settings):
    """Takes a name out of a list of the settings."""

    def take(name, value):
        setattr(settings, name, [one for one in getattr(settings, name) if one != value])

    return take


@pytest.fixture
def addresses(settings):
    """A site that has these addresses alone."""

    def have(*patterns):
        module = ModuleType("addresses_of_a_test")
        module.urlpatterns = list(patterns)
        sys.modules[module.__name__] = module
        settings.ROOT_URLCONF = module.__name__
        clear_url_caches()

    yield have
    sys.modules.pop("addresses_of_a_test", None)
    clear_url_caches()


def test_a_whole_site_hears_nothing():
    assert [
        message for message in run_checks() if message.id.startswith(("amendments", "consultations"))
    ] == []


@pytest.mark.parametrize("name", host_checks.APPS)
def test_an_app_is_missing(monkeypatch, name):
    monkeypatch.setattr(host_checks.apps, "is_installed", lambda app: app != name)
    assert told_one("amendments.E002") == f"The app {name} is not installed."


def test_the_middleware_is_missing(without):
    without("MIDDLEWARE", host_checks.MIDDLEWARE)
    assert "people who may not read them" in told_one("amendments.E003")


@pytest.mark.parametrize("login", ["no_such_view", "/nothing/here.html", "/en/accounts/enter/"])
def test_nobody_answers_at_the_page_for_signing_in(settings, login):
    settings.LOGIN_URL = login
    assert repr(login) in told_one("amendments.E004")


@pytest.mark.parametrize("login", ["account_login", "/accounts/login/?x=1", "https://login.example.org/"])
def test_a_page_for_signing_in_is_there_or_elsewhere(settings, login):
    settings.LOGIN_URL = login
    assert told("amendments.E004") == []


def test_the_addresses_are_missing(addresses):
    addresses(path("", include(wagtail_urls)))
    assert told_one("amendments.E005") == "The addresses of amendments are not included."
    assert told_one("consultations.E003") == "The addresses of consultations are not included."
    assert told_one("search.E005") == "The addresses of the search are not included."


@pytest.mark.parametrize("name", host_checks.CONTEXT)
def test_a_context_processor_is_missing(settings, name):
    (engine,) = settings.TEMPLATES
    kept = [one for one in engine["OPTIONS"]["context_processors"] if not one.endswith(f".{name}")]
    settings.TEMPLATES = [engine | {"OPTIONS": {"context_processors": kept}}]
    assert told_one("amendments.E006") == f"No template engine has the context processor “{name}”."


def test_moments_without_a_zone(settings):
    settings.USE_TZ = False
    assert told_one("amendments.E007") == "Moments of the legal record need a time zone."


def test_a_cache_that_is_not_there(settings):
    settings.MADDA_SHARED_CACHE = "other"
    assert "'other'" in told_one("amendments.E007")


def test_a_user_model_without_groups(monkeypatch):
    class Person:
        is_active = True

    monkeypatch.setattr(host_checks, "get_user_model", lambda: Person)
    assert "'groups'" in told_one("amendments.E007")


def test_two_jurisdictions_with_one_name():
    class Second:
        country, language = "az", "az"
        parse = render = label = cite = words = conventions = ENGLISH.parse

    assert isinstance(Second(), type(ENGLISH)) is False
    with hooks.register_temporarily("register_provision_schemes", Second):
        words = told_one("amendments.E011")
    assert "Second" in words
    assert "a second time" in words


def test_two_importers_of_one_ending():
    class Second(GazetteImporter):
        slug, suffixes = "second", (".gaz", ".TXT")

    with hooks.register_temporarily("register_importers", lambda: [GazetteImporter(), Second()]):
        said = [each.msg for each in told("amendments.E012")]
    assert said == [
        "Several importers read files in .gaz.",
        "No file ends in '.TXT': write it small and with its dot.",
    ]


def test_an_importer_that_reads_nothing():
    class Wrong:
        slug, name, suffixes = "wrong", "Wrong", (".wrong",)

    with hooks.register_temporarily("register_importers", Wrong):
        assert "register_importers" in told_one("amendments.E011")


def test_two_vocabularies_of_one_country():
    from azerbaijan.wagtail_hooks import vocabularies

    def again():
        return vocabularies()

    with hooks.register_temporarily("register_benchmarks", again):
        assert "again" in told_one("consultations.E004")


def test_the_holidays_of_which_country(settings, monkeypatch):
    monkeypatch.setattr("consultations.times.public_holidays.countries", lambda: ["az", "ge"])
    monkeypatch.setattr("consultations.checks.countries", lambda: ["az", "ge"])
    assert "az, ge" in told_one("consultations.E002")
    settings.MADDA_COUNTRY = "ge"
    assert told("consultations.E002") == []
    settings.MADDA_COUNTRY = "qq"
    assert "'QQ'" in told_one("consultations.E002")
