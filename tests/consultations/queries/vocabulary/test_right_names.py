"""The names of rights for the search are read once, and again after one has changed."""

from dataclasses import replace

import pytest
from django.utils import translation

from amendments.long_work.progress import shared_cache
from consultations.access.roles import install_roles
from consultations.models import Right
from consultations.queries.vocabulary import right_names as module
from consultations.queries.vocabulary.right_names import right_names
from tests.factories import vocabulary
from tests.factories.vocabulary import SMALL, labels, with_row

pytestmark = pytest.mark.django_db
RENAMED = with_row(SMALL, "rights", 0, labels=labels("Life", "Həyat", "Жизнь"))


@pytest.fixture
def loaded():
    install_roles()
    vocabulary.load()


def names():
    return {code: str(name) for code, name in right_names().items()}


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


def test_a_retired_right_is_still_called_by_its_name(loaded):
    Right.objects.filter(code="B01").update(is_active=False)
    assert "B01" in right_names()


@pytest.fixture
def committed(loaded, monkeypatch):
    """Act as outside a transaction, with no names read yet."""
    monkeypatch.setattr(module, "_may_be_undone", lambda: False)
    shared_cache().delete(module._STATE)


def test_names_are_read_once_until_a_right_changes(
    committed, django_assert_num_queries, django_capture_on_commit_callbacks
):
    assert names()["B01"] == "Right to life"
    with django_assert_num_queries(0):
        names()
    added = replace(SMALL.rights[0], code="B09", labels=labels("Dignity"))
    with django_capture_on_commit_callbacks(execute=True):
        vocabulary.load(replace(RENAMED, rights=(*RENAMED.rights, added)))
    with django_assert_num_queries(1):
        assert (names()["B01"], names()["B09"]) == ("Life", "Dignity")
    with django_assert_num_queries(0):
        names()


def test_nothing_is_forgotten_before_the_change_is_committed(committed, django_capture_on_commit_callbacks):
    assert names()["B01"] == "Right to life"
    with django_capture_on_commit_callbacks(execute=False):
        vocabulary.load(RENAMED)
    assert names()["B01"] == "Right to life"


def test_what_may_be_undone_is_seen_by_its_own_transaction_and_never_kept(loaded):
    before = module._read
    vocabulary.load(RENAMED)
    assert names()["B01"] == "Life"
    assert module._read is before


def test_where_processes_share_no_cache_a_name_is_read_again_after_minutes(committed):
    assert names()["B01"] == "Right to life"
    Right.objects.filter(code="B01").update(labels=labels("Life"))  # by another process, unheard
    shared_cache().delete(module._STATE)  # as it does by itself in time
    assert names()["B01"] == "Life"
