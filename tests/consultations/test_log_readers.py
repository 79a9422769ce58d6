"""Who reads the log, role by role and entry by entry: a step on a row is told to those alone who know that row."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import ModelLogEntry

from amendments.actions.reading.log_download import LogDownload
from amendments.audit.actor import Actor
from consultations.access.roles import ROLES
from consultations.actions.institutions.edit_institution import EditInstitution
from consultations.actions.institutions.register_institution import InstitutionData
from consultations.values import InstitutionType
from tests.factories import law

SITE = reverse("wagtailadmin_reports:site_history")
OURS = reverse("amendments_admin:action_log")
LOG = {"administrator", "auditor", "superuser and administrator", "auditor and secretary"}
MIXED = {
    "superuser": ((), True),
    "superuser and administrator": (("administrator",), True),
    "auditor and secretary": (("auditor", "secretary"), False),
}
PEOPLE = [*ROLES, *MIXED]
ENTRIES = {  # what is told, and to whom it is named
    "Repeal a provision 1.2.1": set(),
    "Draft 2": set(),
    "Law Centre": LOG,
}
ACTIONS = {
    "Instruction added": (set(), LOG),  # in the site history, and in our log, which names no row
    "Draft sealed": (set(), LOG),
    "Text downloaded as a file": (set(), LOG),
    "Institution changed": (LOG, LOG),
}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture(scope="module", autouse=True)
def entries(standing_world, add):
    """Steps on a working text and on a sealed draft that nobody released, a download, and a step on a body."""
    with translation.override("en"):
        add(lambda: _entered(standing_world))


def _entered(world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    hidden = law.seal(world.amendment, world.drafter)
    LogDownload(hidden, {"format": "docx"}, actor=Actor.now(world.drafter)).execute()
    data = InstitutionData(world.ngo.slug, "Law Centre", InstitutionType.NGO, world.ngo.start)
    EditInstitution(world.ngo, data, actor=Actor.now(world.secretary, reason="Renamed.")).execute()
    for words in ENTRIES:
        assert ModelLogEntry.objects.filter(label__contains=words).exists(), words


def page_of(role, address, **asked):
    groups, is_super = MIXED.get(role, ((role,), False))
    person = law.make_user(f"a {role}", *groups, is_superuser=is_super)
    door = Group.objects.create(name="door")
    door.permissions.add(Permission.objects.get(codename="access_admin"))
    person.groups.add(door)
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(address, asked)
    return answer.content.decode() if answer.status_code == 200 else None


@pytest.mark.parametrize("role", PEOPLE)
def test_the_site_history_names_a_row_to_those_who_know_it(db, role):
    page = page_of(role, SITE)
    assert (page is not None) == (role in LOG)
    told = {words for words in ENTRIES if page and words in page}
    assert told == {words for words, readers in ENTRIES.items() if role in readers}
    done = {words for words in ACTIONS if page and words in page}
    assert done == {words for words, (readers, _) in ACTIONS.items() if role in readers}


@pytest.mark.parametrize("role", PEOPLE)
def test_our_log_tells_its_readers_who_did_what_and_names_what_they_know(db, role):
    page = page_of(role, OURS)
    assert (page is not None) == (role in LOG)
    assert {words for words in ACTIONS if page and words in page} == {
        words for words, (_, readers) in ACTIONS.items() if role in readers
    }
    told = {words for words in ENTRIES if page and words in page}
    assert told == {words for words, readers in ENTRIES.items() if role in readers}


@pytest.mark.parametrize("role", PEOPLE)
def test_the_file_of_the_site_history_has_the_same_rows(db, role):
    groups, is_super = MIXED.get(role, ((role,), False))
    person = law.make_user(f"a {role}", *groups, is_superuser=is_super)
    known = ModelLogEntry.objects.viewable_by_user(person)
    labels = set(known.values_list("label", flat=True))
    assert ("Law Centre" in labels) == (role in LOG)
    assert (
        not known.filter(content_type__app_label="amendments")
        .exclude(content_type__model="outgoingmail")
        .exists()
    )
