"""A plugin of somebody else adds an instrument and a right (`tests/plugins/neighbours.py`)."""

import pytest
from wagtail import hooks

from amendments.audit.actor import Actor
from consultations.actions.vocabulary_rows.load_vocabulary import LoadVocabulary
from consultations.errors import BadBenchmarks
from consultations.hooks import benchmarks
from consultations.models import Right, Treaty
from consultations.rules.benchmarks import faults
from tests.plugins.neighbours import neighbours


def test_its_rows_stand_beside_those_of_the_country_and_are_offered(world):
    with hooks.register_temporarily("register_benchmarks", neighbours):
        assert faults(benchmarks()) == []
        LoadVocabulary(actor=Actor.now(world.admin)).execute()
    right, treaty = Right.objects.get(code="B90"), Treaty.objects.get(code="NEIGHBOURS")
    assert Right.objects.filter(code="A01").exists()
    assert (str(right), [str(one) for one in right.articles]) == ("Crossing by ferry", ["NEIGHBOURS 7(1)"])
    assert (treaty.is_signed, treaty.is_active) == (False, True)


def test_without_the_rows_to_which_it_refers_nothing_is_loaded(world, monkeypatch):
    monkeypatch.setattr(
        "consultations.actions.vocabulary_rows.load_vocabulary.benchmarks", lambda: [neighbours()]
    )
    step = LoadVocabulary(actor=Actor.now(world.admin))
    with pytest.raises(BadBenchmarks, match="unknown"):
        step.execute()
    assert not Treaty.objects.filter(code="NEIGHBOURS").exists()
