"""The values of this app are those of the project's list of values and of the vocabulary."""

import json
from pathlib import Path

from azerbaijan import benchmarks
from consultations.rules.benchmarks import TermKind
from rights.values import STATE_OF, Conformity, IssueState, Severity

TAXONOMIES = json.loads(
    (Path(__file__).parents[1] / "consultations" / "data" / "taxonomies.json").read_text(encoding="utf-8")
)


def test_states_and_severities_are_those_of_the_list_of_values():
    for values, name in ((IssueState, "rights_issue_status"), (Severity, "severity")):
        told = [(row["slug"], row["label"]) for row in TAXONOMIES[name]]
        assert [(value.value, str(value.label)) for value in values] == told


def test_every_conformity_is_a_term_of_the_vocabulary_and_makes_a_state():
    codes = [row.code for row in benchmarks.read().terms if row.kind is TermKind.CONFORMITY]
    assert list(Conformity.values) == codes
    assert set(STATE_OF) == set(Conformity.values)
