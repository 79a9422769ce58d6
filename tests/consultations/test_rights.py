"""The vocabulary of rights: every one has a cluster, and nothing else is a right."""

import pytest
from django.utils import translation

from consultations.errors import UnknownRight
from consultations.rights import CLUSTERS, RIGHTS, refuse_unknown, right_name


def test_every_right_belongs_to_a_cluster():
    assert {code[0] for code in RIGHTS} == set(CLUSTERS)
    assert list(RIGHTS) == sorted(RIGHTS)  # so that a form shows each cluster once


def test_a_right_is_named_in_the_language_of_the_reader():
    names = set()
    for language in ("az", "en", "ru"):
        with translation.override(language):
            names.add(right_name("B01"))
    assert names == {"Right to life", "Yaşamaq hüququ", "Право на жизнь"}
    assert right_name("fair hearing") == "fair hearing"


@pytest.mark.parametrize("right", ["B99", "fair hearing", "b01", ""])
def test_what_is_no_code_is_refused_by_its_name_unless_it_is_held_already(right):
    with translation.override("en"), pytest.raises(UnknownRight, match=f"has no “{right}”"):
        refuse_unknown(["B01", right])
    refuse_unknown(["B01", right], held=[right])


def test_a_refusal_quotes_no_more_than_a_line():
    assert len(str(UnknownRight("x" * 20_000))) < 200
