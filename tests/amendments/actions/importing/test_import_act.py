"""An act whose text may have lost law is sealed only after somebody has confirmed each finding with a reason."""

import pytest
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.audit.actor import Actor
from amendments.errors import HiddenCharacter, UnconfirmedFindings
from amendments.models import ActImport, Instrument
from amendments.plugins.registry import scheme_for
from amendments.worker import tasks
from tests.factories import law

UNCLEAR = law.ACT + "2.2. Children travel free of charge.\nV. Nobody knows.\nX. Nobody knows.\n"
GIVEN = Particulars("Law on Canals", "5-L", "en")
REASONS = {"unparsed_line": "They are names of canals.", "duplicate_number": "So in the gazette."}


def importing(world, confirmed, text=UNCLEAR):
    parsed = scheme_for("", "en").parse(text)
    return ImportAct(
        world.section, parsed, GIVEN, actor=Actor(world.drafter, timezone.now()), confirmed=confirmed
    )


@pytest.mark.parametrize(
    ("confirmed", "codes"),
    [
        ({}, {"unparsed_line", "duplicate_number"}),
        ({"unparsed_line": REASONS["unparsed_line"]}, {"duplicate_number"}),
        (REASONS | {"duplicate_number": " \n"}, {"duplicate_number"}),
        ({"gap": "Another code."}, {"unparsed_line", "duplicate_number"}),
    ],
)
def test_a_finding_that_nobody_confirmed_stops_the_import(world, confirmed, codes):
    with pytest.raises(UnconfirmedFindings) as refusal:
        importing(world, confirmed).execute()
    assert set(refusal.value.codes) == codes
    assert all(f"[{code}]" in str(refusal.value) for code in codes)
    assert not Instrument.objects.filter(number="5-L").exists()


def test_the_reasons_are_kept_with_the_version_and_in_the_log(world):
    version = importing(world, REASONS | {"gap": "No such finding."}).execute()
    kept = [(row.code, row.line, row.count, row.reason) for row in version.confirmed_findings.all()]
    assert kept == [
        ("duplicate_number", 16, 1, REASONS["duplicate_number"]),
        ("unparsed_line", 17, 2, REASONS["unparsed_line"]),
    ]
    entry = ModelLogEntry.objects.filter(action="amendments.import_act").latest("pk")
    assert entry.data["confirmed"] == REASONS


def test_a_text_without_findings_needs_no_reason(world):
    version = importing(world, None, law.ACT).execute()
    assert not version.confirmed_findings.exists()


def test_the_refusal_is_said_in_the_language_of_the_reader(world):
    with translation.override("az"), pytest.raises(UnconfirmedFindings, match="Heç nə saxlanılmayıb"):
        importing(world, {}).execute()


def test_a_reason_holds_no_hidden_character(world):
    with pytest.raises(HiddenCharacter):
        importing(world, REASONS | {"unparsed_line": "a\u202eb"}).execute()


@pytest.mark.parametrize(("confirmed", "state"), [(REASONS, "done"), ({}, "failed")])
def test_the_worker_imports_with_the_reasons_that_were_given(world, confirmed, state):
    actor = Actor(world.drafter, timezone.now())
    asked = RequestImport(world.section, UNCLEAR, GIVEN, actor=actor, confirmed=confirmed).execute()
    tasks.import_act.call(str(asked.pk))
    asked = ActImport.objects.get(pk=asked.pk)
    assert asked.state == state
    assert asked.version is None or asked.version.confirmed_findings.count() == 2
