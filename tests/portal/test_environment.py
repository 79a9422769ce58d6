"""A site whose environment lacks something says what, and does not start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings.environment import database, needed, needed_hosts, one_of, time_zone, whole_number

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("value", [None, "", "  "])
def test_what_is_needed_is_named(monkeypatch, value):
    monkeypatch.delenv("MADDA_KEY", raising=False)
    if value is not None:
        monkeypatch.setenv("MADDA_KEY", value)
    with pytest.raises(ImproperlyConfigured, match="MADDA_KEY is not set"):
        needed("MADDA_KEY")


@pytest.mark.parametrize("value", ["", ",", "https://madda.example.org", "madda.example.org/"])
def test_hosts_are_names(monkeypatch, value):
    monkeypatch.setenv("MADDA_HOSTS", value)
    with pytest.raises(ImproperlyConfigured, match="MADDA_HOSTS"):
        needed_hosts("MADDA_HOSTS")


def test_spaces_between_hosts_are_no_part_of_them(monkeypatch):
    monkeypatch.setenv("MADDA_HOSTS", "madda.example.org, www.madda.example.org,")
    assert needed_hosts("MADDA_HOSTS") == ["madda.example.org", "www.madda.example.org"]


@pytest.mark.parametrize("value", ["x", "-1", "2.5", "²"])
def test_numbers_are_whole(monkeypatch, value):
    monkeypatch.setenv("MADDA_NUMBER", value)
    with pytest.raises(ImproperlyConfigured, match="MADDA_NUMBER is a whole number"):
        whole_number("MADDA_NUMBER", 3)


def test_the_address_of_the_database_is_one_and_is_not_repeated(monkeypatch):
    monkeypatch.setenv("MADDA_SOMEWHERE", "secretword")
    with pytest.raises(ImproperlyConfigured, match="MADDA_SOMEWHERE is the address of a database") as refusal:
        database("MADDA_SOMEWHERE", "sqlite://")
    assert "secretword" not in str(refusal.value)
    monkeypatch.setenv("MADDA_SOMEWHERE", "")
    assert database("MADDA_SOMEWHERE", "sqlite://")["NAME"] == ":memory:"


def test_an_empty_value_is_none(monkeypatch):
    monkeypatch.setenv("MADDA_NUMBER", "")
    assert whole_number("MADDA_NUMBER", 3) == 3
    assert one_of("MADDA_NUMBER", ["line", "json"]) == "line"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MADDA_SECRET_KEY", ""),
        ("MADDA_HOSTS", ""),
        ("MADDA_SMTP_PORT", "smtp"),
        ("MADDA_LOG_LEVEL", "LOUD"),
        ("MADDA_SEARCH_ENGINE", "sphinx"),
        ("MADDA_TIME_ZONE", "Mars/Base"),
    ],
)
def test_a_public_site_does_not_start_without_it(name, value):
    given = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "MADDA_SECRET_KEY": "x",
        "MADDA_HOSTS": "madda.example.org",
        name: value,
    }
    code = "import portal.settings.production"
    done = subprocess.run(
        [sys.executable, "-c", code], env=given, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert f"ImproperlyConfigured: {name} is" in done.stderr


@pytest.mark.parametrize("value", ["Mars/Base", "../Baku", "Asia"])
def test_time_zones_are_known(monkeypatch, value):
    monkeypatch.setenv("MADDA_ZONE", value)
    with pytest.raises(ImproperlyConfigured, match="MADDA_ZONE is a time zone such as Asia/Baku"):
        time_zone("MADDA_ZONE", "Asia/Baku")


@pytest.mark.parametrize("command", ["doctor", "migrate"])
def test_a_command_says_it_in_one_sentence(command):
    given = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "MADDA_SECRET_KEY": "x",
        "MADDA_HOSTS": "",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", command],
        cwd=ROOT,
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "MADDA_HOSTS is not set. Set it as deploy/env.example says.\n"
