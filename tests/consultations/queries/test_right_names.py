"""What rights are called in the search: read once, and again as soon as one of them has changed."""

from dataclasses import replace

import pytest
from django.db import transaction
from django.utils import translation

from consultations.models import Right
from consultations.queries.right_names import right_names
from consultations.roles import install_roles
from tests.factories import vocabulary
from tests.factories.vocabulary import SMALL, labels, with_row

RENAMED = with_row(SMALL, "rights", 0, labels=labels("Life", "Həyat", "Жизнь"))


@pytest.fixture
def loaded():
    install_roles()
    vocabulary.load()


def names():
    return {code: str(name) for code, name in right_names().items()}


@pytest.mark.django_db
def test_names_are_told_in_the_language_of_whoever_is_shown_them(loaded):
    read = right_names()
    for language, name in (
        ("en", "Right to life"),
        ("az", "Yaşamaq hüququ"),
        ("ru", "Право на жизнь"),
        ("de", "Right to life"),
    ):
        with translation.override(language):
            assert str(read["B01"]) == name


@pytest.mark.django_db
def test_a_retired_right_is_still_called_by_its_name(loaded):
    Right.objects.filter(code="B01").update(is_active=False)
    assert "B01" in right_names()


@pytest.mark.django_db(transaction=True)
def test_names_are_read_once_until_a_right_changes(loaded, django_assert_num_queries):
    assert names()["B01"] == "Right to life"
    with django_assert_num_queries(0):
        names()
    vocabulary.load(RENAMED)
    with django_assert_num_queries(1):
        assert names()["B01"] == "Life"
    with django_assert_num_queries(0):
        names()


@pytest.mark.django_db(transaction=True)
def test_what_is_undone_is_never_kept(loaded):
    class UndoneError(Exception):
        pass

    def change_and_fail():
        with transaction.atomic():
            vocabulary.load(RENAMED)
            assert names()["B01"] == "Life"  # in the transaction that wrote it
            raise UndoneError

    assert names()["B01"] == "Right to life"
    with pytest.raises(UndoneError):
        change_and_fail()
    assert names()["B01"] == "Right to life"


@pytest.mark.django_db(transaction=True)
def test_a_new_right_is_known_at_once(loaded):
    names()
    added = replace(SMALL.rights[0], code="B09", labels=labels("Dignity"))
    vocabulary.load(replace(SMALL, rights=(*SMALL.rights, added)))
    assert names()["B09"] == "Dignity"
