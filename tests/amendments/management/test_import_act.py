"""`manage.py import_act`: a report, and nothing saved while a finding is not confirmed."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail import hooks

from amendments.models import ConfirmedFinding, Instrument
from azerbaijan.schemes import CONVENTIONS, SCHEMES
from tests.factories import law


@pytest.fixture
def file(tmp_path):
    """An act in which two lines look like numbers and are none."""
    path = tmp_path / "canals.txt"
    path.write_text(law.ACT + "V. Nobody knows.\nX. Nobody knows.\n", encoding="utf-8")
    return path


def report(file, *options):
    out = StringIO()
    call_command("import_act", str(file), *options, stdout=out)
    return json.loads(out.getvalue())


def test_a_dry_run_tells_what_has_to_be_confirmed_and_saves_nothing(world, file):
    told = report(file, "--dry-run")
    assert told["to_confirm"] == {"unparsed_line": 2}
    assert told["warnings"][0] == {
        "line": 16,
        "code": "unparsed_line",
        "message": "“V. Nobody knows.” looks like a number or heading but was read as text.",
        "count": 1,
        "stops": True,
    }
    assert not Instrument.objects.filter(number="canals").exists()


def test_an_import_is_refused_until_each_finding_is_confirmed(world, file):
    with pytest.raises(CommandError, match="unparsed_line: 2 ×, first in line 16"):
        report(file)
    assert not Instrument.objects.filter(number="canals").exists()
    assert "saved" in report(file, "--confirm", "unparsed_line=They are names of canals.")
    assert ConfirmedFinding.objects.get().reason == "They are names of canals."


@pytest.mark.parametrize("given", ["unparsed_line", "unparsed_line=", "=reason", "unparsed_line=  "])
def test_a_confirmation_has_a_code_and_a_reason(world, file, given):
    with pytest.raises(CommandError, match="is no confirmation"):
        report(file, "--confirm", given)


@pytest.fixture
def azerbaijani(tmp_path):
    path = tmp_path / "qanun.txt"
    path.write_text("Maddə 1. Ad\n1.1. Mətn.\n", encoding="utf-8")
    return path


def test_the_country_is_the_only_one_that_has_the_language(world, azerbaijani):
    assert "saved" in report(azerbaijani, "--language", "az")
    assert Instrument.objects.get(number="qanun").country == "az"


def test_of_several_countries_one_is_named(world, azerbaijani):
    class Second(type(SCHEMES[0])):
        country = "xa"

    with hooks.register_temporarily("register_provision_schemes", lambda: Second(CONVENTIONS)):
        with pytest.raises(CommandError, match="az, xa"):
            report(azerbaijani, "--language", "az")
        assert "saved" in report(azerbaijani, "--language", "az", "--country", "az")
