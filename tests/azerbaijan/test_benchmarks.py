"""The vocabularies of the plugin: every code, article and label."""

import json
from collections import Counter

import pytest

from azerbaijan import benchmarks
from consultations.access.roles import install_roles
from consultations.hooks import benchmarks as contributed
from consultations.models import ArticleReference, Cluster, Right, Term, Treaty
from consultations.rules.benchmarks import TermKind, faults
from tests.factories import vocabulary

VOCABULARY = benchmarks.read()


def test_the_site_takes_its_vocabularies_from_the_plugin():
    assert contributed() == [VOCABULARY]


def test_everything_is_named_once_and_in_three_languages_and_names_what_there_is():
    assert VOCABULARY.languages == ("az", "en", "ru")
    assert faults([VOCABULARY]) == []


def test_it_is_as_large_as_it_should_be():
    assert len(VOCABULARY.clusters) == 8
    assert len(VOCABULARY.rights) == 71
    assert len(VOCABULARY.treaties) == 72
    assert sum(len(right.articles) for right in VOCABULARY.rights) == 610
    assert Counter(term.kind for term in VOCABULARY.terms) == {
        TermKind.SYSTEM: 4,
        TermKind.GROUND: 12,
        TermKind.FORM: 9,
        TermKind.AREA: 9,
        TermKind.GROUP: 26,
        TermKind.STAGE: 10,
        TermKind.CONFORMITY: 6,
    }


def test_the_first_letter_of_a_right_is_its_cluster():
    assert all(right.code[0] == right.cluster for right in VOCABULARY.rights)
    assert [right.code for right in VOCABULARY.rights] == sorted(right.code for right in VOCABULARY.rights)


@pytest.mark.parametrize("tag", VOCABULARY.languages)
def test_no_two_rows_of_a_kind_have_one_name(tag):
    for rows in (VOCABULARY.clusters, VOCABULARY.rights, VOCABULARY.treaties):
        assert [name for name, number in Counter(row.labels[tag] for row in rows).items() if number > 1] == []
    for kind in TermKind:
        names = [row.labels[tag] for row in VOCABULARY.terms if row.kind is kind]
        assert len(names) == len(set(names))


def test_names_are_written_in_the_letters_of_their_language():
    for row in VOCABULARY.rows:
        assert any("а" <= letter <= "я" for letter in row.labels["ru"].lower()), row.code
        for tag in ("az", "en"):
            assert not any("а" <= letter <= "я" for letter in row.labels[tag].lower()), row.code


def test_what_the_files_say_agrees_with_the_project_data(real_data):
    folder = real_data / "vocab"
    if not folder.is_dir():
        pytest.skip("no project vocabularies")
    told = json.loads((folder / "rights.json").read_text(encoding="utf-8"))
    articles = {
        row["code"]: [f"{ref['instrument']} {ref['article']}".removesuffix(" whole") for ref in row["refs"]]
        for row in told
    }
    assert articles == {right.code: [str(one) for one in right.articles] for right in VOCABULARY.rights}
    assert [row["label"] for row in told] == [right.labels["en"] for right in VOCABULARY.rights]
    instruments = json.loads((folder / "instruments.json").read_text(encoding="utf-8"))
    assert [
        (row["code"], row["title"], row["reference"], row["adopted"], row["az_status"]) for row in instruments
    ] == [
        (row.code, row.labels["en"], row.reference, str(row.adopted), row.status)
        for row in VOCABULARY.treaties
    ]


def test_all_of_it_is_loaded_unsigned(db):
    install_roles()
    loaded = vocabulary.load(VOCABULARY)
    assert loaded.counts == {"added": 227, "updated": 0, "unchanged": 0, "signed": 0, "edited": 0}
    assert ArticleReference.objects.count() == 610
    for model in (Cluster, Right, Treaty, Term):
        assert not model.objects.exclude(reviewed_by=None, reviewed_on=None).exists()
    assert vocabulary.load(VOCABULARY).counts["unchanged"] == 227
