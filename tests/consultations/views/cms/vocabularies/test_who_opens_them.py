"""Vocabularies in the admin: who sees, changes and signs which."""

import pytest
from django.urls import reverse

from tests.consultations.views.cms.vocabularies.desk import address, browser

PEOPLE = [
    "admin",
    "rights_analyst",
    "rights_head",
    "reviewer",
    "auditor",
    "secretary",
    "drafter",
    "ngo_focal",
    "anonymous",
]
SEE = {"admin", "rights_analyst", "rights_head", "reviewer", "auditor"}
KEEP_RIGHTS = {"admin", "rights_analyst", "rights_head"}
SIGN = {"rights_head", "reviewer"}


def addresses():
    """Every address, and who opens it."""
    return {
        address("vocabulary", "rights"): SEE,
        address("vocabulary", "ground"): SEE,
        address("vocabulary_results", "treaties"): SEE,
        address("vocabulary_row", "rights", "B01"): SEE,
        address("vocabulary_row", "ground", "sex"): SEE,
        address("vocabulary_history", "treaties", "CRC"): SEE,
        address("add_vocabulary_row", "rights"): KEEP_RIGHTS,
        address("add_vocabulary_row", "clusters"): KEEP_RIGHTS,
        address("add_vocabulary_row", "treaties"): {"admin"},
        address("add_vocabulary_row", "ground"): {"admin"},
        address("change_vocabulary_row", "rights", "B01"): KEEP_RIGHTS,
        address("change_vocabulary_row", "clusters", "B"): KEEP_RIGHTS,
        address("change_vocabulary_row", "treaties", "CRC"): {"admin"},
        address("change_vocabulary_row", "ground", "sex"): {"admin"},
        address("vocabulary_step", "rights", "B01", "retire"): KEEP_RIGHTS,
        address("vocabulary_step", "rights", "B01", "restore"): KEEP_RIGHTS,
        address("vocabulary_step", "ground", "sex", "retire"): {"admin"},
        address("vocabulary_step", "rights", "B01", "sign"): SIGN,
        address("vocabulary_step", "ground", "sex", "sign"): SIGN,
    }


@pytest.mark.parametrize("person", PEOPLE)
def test_each_page_opens_for_its_roles_alone(staff, person):
    client = browser(staff, person)
    for url, roles in addresses().items():
        answer = client.get(url)
        assert (answer.status_code == 200) == (person in roles), url
        if person not in roles:
            assert client.post(url).status_code in (302, 403, 405), url


def test_superuser_status_alone_opens_nothing(staff):
    staff.admin.groups.clear()
    assert browser(staff, "admin").get(address("vocabulary", "rights")).status_code == 302


@pytest.mark.parametrize(
    ("person", "shown"), [("admin", True), ("rights_analyst", True), ("auditor", True), ("drafter", False)]
)
def test_the_menu_names_the_lists_to_those_who_see_them(staff, person, shown):
    page = browser(staff, person).get(reverse("wagtailadmin_home")).content.decode()
    assert (address("vocabulary", "rights") in page) == shown


@pytest.mark.parametrize(
    "url",
    [
        ("vocabulary", "spells"),
        ("vocabulary_row", "rights", "Z99"),
        ("vocabulary_row", "ground", "UN"),  # a term of another list
        ("vocabulary_step", "rights", "B01", "delete"),
    ],
)
def test_what_there_is_not_is_not_found(admin, url):
    assert admin.get(address(*url)).status_code == 404


@pytest.mark.parametrize(
    ("person", "steps"),
    [("admin", "cr"), ("rights_analyst", "cr"), ("rights_head", "crs"), ("reviewer", "s"), ("auditor", "")],
)
def test_a_row_offers_each_role_its_steps(staff, person, steps):
    page = browser(staff, person).get(address("vocabulary_row", "rights", "B01")).content.decode()
    offered = {"c": "/change/", "r": "/retire/", "s": "/sign/"}
    assert {letter for letter, part in offered.items() if part in page} == set(steps)
