"""Vocabularies in the admin: who sees, changes and signs which, and what is refused."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from amendments.audit.actor import Actor
from azerbaijan import benchmarks
from consultations.actions.vocabulary.sign_row import SignRow
from consultations.models import Cluster, Right, Term, Treaty
from consultations.queries.vocabularies import VOCABULARIES
from consultations.rules.benchmarks import TreatyArticle, state_of
from tests.factories import consultation as make, vocabulary

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
ASKED = [
    pytest.param(person, marks=() if person in ("admin", "rights_analyst") else pytest.mark.whole)
    for person in PEOPLE
]
"""In `make test`, `tests/permissions` asks as the others."""
SEE = {"admin", "rights_analyst", "rights_head", "reviewer", "auditor"}
KEEP_RIGHTS = {"admin", "rights_analyst", "rights_head"}
SIGN = {"rights_head", "reviewer"}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def staff(world):
    """The world with the roles that it lacks."""
    world.people["rights_head"] = make.make_person("head", "rights_head")
    world.people["reviewer"] = make.make_person("reviewer", "legal_reviewer")
    return world


def browser(world, person):
    client = Client()
    who = getattr(world, person)
    if who.is_authenticated:
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def admin(staff):
    return browser(staff, "admin")


def address(name, *args):
    return reverse(f"consultations_admin:{name}", args=args)


def right(code="B01"):
    return Right.objects.get(code=code)


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


@pytest.mark.parametrize("person", ASKED)
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


@pytest.mark.parametrize("slug", VOCABULARIES)
def test_every_list_opens_and_leads_to_the_others(admin, slug):
    page = admin.get(address("vocabulary", slug)).content.decode()
    for other in VOCABULARIES:
        assert address("vocabulary", other) in page
    assert page.count('aria-current="page"') >= 1


def test_a_list_is_searched_in_every_language_filtered_and_says_what_is_unreviewed(admin, staff):
    page = admin.get(address("vocabulary", "rights")).content.decode()
    assert "6 of 6 entries in use are not reviewed by a lawyer yet." in " ".join(page.split())
    found = admin.get(address("vocabulary", "rights"), {"q": "Yaşamaq"}).content.decode()
    assert "Right to life" in found
    assert "Effective remedy" not in found
    Right.objects.filter(code="B01").update(is_active=False)
    retired = admin.get(address("vocabulary", "rights"), {"is_active": "false"}).content.decode()
    assert "Right to life" in retired
    assert "Effective remedy" not in retired
    Right.objects.update(reviewed_by=staff.admin, reviewed_on=timezone.localdate())
    assert "not reviewed" not in admin.get(address("vocabulary", "rights")).content.decode()


def test_a_list_costs_a_bounded_number_of_queries(admin):
    admin.get(address("vocabulary", "rights"))
    with CaptureQueriesContext(connection) as few:
        admin.get(address("vocabulary", "rights"))
    vocabulary.load(benchmarks.read())
    with CaptureQueriesContext(connection) as many:
        page = admin.get(address("vocabulary", "rights")).content.decode()
    assert page.count("/row/") >= 40
    assert len(few.captured_queries) == len(many.captured_queries) <= 20


def test_a_row_is_shown_in_every_language_with_its_articles_and_that_nobody_reviewed_it(admin):
    page = admin.get(address("vocabulary_row", "rights", "B01")).content.decode()
    for words in (
        "Right to life",
        "Yaşamaq hüququ",
        "Право на жизнь",
        "ICCPR 6; CRC 6",
        "No lawyer has reviewed this entry yet.",
    ):
        assert words in page
    treaty = admin.get(address("vocabulary_row", "treaties", "CRC")).content.decode()
    for words in ("United Nations", "1577 UNTS 3", "in force for the country"):
        assert words in treaty


@pytest.mark.parametrize(
    ("person", "steps"),
    [("admin", "cr"), ("rights_analyst", "cr"), ("rights_head", "crs"), ("reviewer", "s"), ("auditor", "")],
)
def test_a_row_offers_each_role_its_steps(staff, person, steps):
    page = browser(staff, person).get(address("vocabulary_row", "rights", "B01")).content.decode()
    offered = {"c": "/change/", "r": "/retire/", "s": "/sign/"}
    assert {letter for letter, part in offered.items() if part in page} == set(steps)


def typed(row, **more):
    names = {f"label_{tag}": words for tag, words in row.labels.items()}
    return {**names, "order": row.order, "reason": "Because.", "seen": state_of(row.given), **more}


def test_a_right_is_changed(admin):
    url = address("change_vocabulary_row", "rights", "B01")
    page = admin.get(url).content.decode()
    assert re.search(r">\s*ICCPR 6\nCRC 6</textarea>", page)
    change = typed(
        right(),
        label_en="Life",
        cluster=Cluster.objects.get(code="E").pk,
        articles=" CRC  6 \n\nICCPR 6(1)\r\n",
    )
    assert admin.post(url, change).status_code == 302
    assert (str(right()), right().cluster.code) == ("Life", "E")
    assert right().articles == (TreatyArticle("CRC", "6"), TreatyArticle("ICCPR", "6(1)"))
    assert right().history.first().history_change_reason == "Because."


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"label_ru": ""}, "label_ru"),
        ({"description_en": "Words."}, "description_az"),
        ({"articles": "XYZ 1"}, "articles"),
        ({"articles": "CRC 1\nCRC 1"}, "articles"),
        ({"articles": "CRC " + "1" * 61}, "articles"),
        ({"order": "-1"}, "order"),
        ({"cluster": ""}, "cluster"),
        ({"label_en": "Li\u202efe"}, "label_en"),
    ],
)
def test_what_stands_in_the_way_is_told_at_its_field(admin, change, field):
    given = {**typed(right(), cluster=right().cluster.pk, articles="CRC 1"), **change}
    answer = admin.post(address("change_vocabulary_row", "rights", "B01"), given)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert right().given == vocabulary.SMALL.rights[0]


def test_what_somebody_changed_meanwhile_is_told_and_not_overwritten(admin):
    url = address("change_vocabulary_row", "ground", "sex")
    given = typed(Term.objects.get(code="sex"), label_en="Sex and gender")
    Term.objects.filter(code="sex").update(order=5)
    answer = admin.post(url, given)
    assert answer.status_code == 422
    assert "Somebody changed this entry in the meantime." in answer.content.decode()
    assert str(Term.objects.get(code="sex")) == "Sex"


def test_a_treaty_and_a_ground_are_changed(admin):
    treaty = Treaty.objects.get(code="CRC")
    given = typed(treaty, system=treaty.system.pk, status="benchmark", reference="X 1", adopted="1989-11-20")
    assert admin.post(address("change_vocabulary_row", "treaties", "CRC"), given).status_code == 302
    treaty.refresh_from_db()
    assert (treaty.status, treaty.reference, str(treaty.adopted)) == ("benchmark", "X 1", "1989-11-20")
    ground = Term.objects.get(code="sex")
    words = {f"description_{tag}": f"Words {tag}." for tag in ("az", "en", "ru")}
    assert (
        admin.post(address("change_vocabulary_row", "ground", "sex"), typed(ground, **words)).status_code
        == 302
    )
    assert Term.objects.get(code="sex").descriptions["ru"] == "Words ru."


def test_names_in_languages_that_the_site_does_not_speak_stay(admin):
    ground = Term.objects.get(code="sex")
    Term.objects.filter(code="sex").update(labels={**ground.labels, "ka": "სქესი"})
    ground.refresh_from_db()
    admin.post(address("change_vocabulary_row", "ground", "sex"), typed(ground, label_en="Gender"))
    assert Term.objects.get(code="sex").labels == {**ground.labels, "en": "Gender"}


def test_an_entry_is_added_and_its_code_is_its_own(admin):
    url = address("add_vocabulary_row", "ground")
    new = {
        "code": "health",
        "order": "3",
        "label_az": "Sağlamlıq",
        "label_en": "Health",
        "label_ru": "Здоровье",
    }
    assert admin.post(url, new).status_code == 302
    assert str(Term.objects.get(code="health", kind="ground")) == "Health"
    taken = admin.post(url, new)
    assert taken.status_code == 422
    assert taken.context["form"].errors.keys() == {"code"}
    for code in ("He alth", "", "-x", "əl"):
        assert "code" in admin.post(url, {**new, "code": code}).context["form"].errors


def test_a_lawyer_signs_the_row_as_it_was_shown_and_a_change_takes_the_signature_away(staff, admin):
    lawyer = browser(staff, "reviewer")
    page = lawyer.get(address("vocabulary_row", "rights", "B01")).content.decode()
    link = re.search(r'href="([^"]*/sign/\?seen=[0-9a-f]+)"', page)[1]
    form = lawyer.get(link)
    assert "With your signature you confirm that the names" in form.content.decode()
    seen = form.context["form"]["seen"].value()
    Right.objects.filter(code="B01").update(order=9)
    url = address("vocabulary_step", "rights", "B01", "sign")
    assert "Somebody changed this entry" in lawyer.post(url, {"seen": seen}).content.decode()
    assert not right().is_signed
    assert lawyer.post(url, {"seen": state_of(right().given), "reason": "Read."}).status_code == 302
    assert right().reviewed_by == staff.reviewer
    assert "Reviewed by reviewer" in lawyer.get(address("vocabulary_row", "rights", "B01")).content.decode()
    change = address("change_vocabulary_row", "rights", "B01")
    assert "If you change it, the signature is removed." in admin.get(change).content.decode()
    admin.post(change, typed(right(), cluster=right().cluster.pk, articles="CRC 6"))
    assert not right().is_signed


def test_an_entry_is_retired_and_restored_with_a_reason(admin):
    url = address("vocabulary_step", "rights", "B01", "retire")
    answer = admin.post(url, {"reason": ""})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"reason"}
    assert admin.post(url, {"reason": "It is part of another."}).status_code == 302
    assert not right().is_active
    page = admin.get(address("vocabulary_row", "rights", "B01")).content.decode()
    assert "retired" in page
    assert (
        admin.post(address("vocabulary_step", "rights", "B01", "restore"), {"reason": "No."}).status_code
        == 302
    )
    assert right().is_active
    cluster = admin.post(address("vocabulary_step", "clusters", "B", "retire"), {"reason": "No."})
    assert "Entries in use belong to this one." in cluster.content.decode()


def test_the_history_of_a_row_tells_what_it_said_and_who_signed_it(staff, admin):
    SignRow(right(), actor=Actor.now(staff.reviewer)).execute()
    change = typed(right(), label_en="Life", cluster=Cluster.objects.get(code="E").pk, articles="CRC 6")
    admin.post(address("change_vocabulary_row", "rights", "B01"), change)
    page = admin.get(address("vocabulary_history", "rights", "B01")).content.decode()
    for words in ("en: Life", "Family, private life and children", "reviewer", "CRC 6", "Because."):
        assert words in page


def test_the_site_history_leads_to_a_row(staff, admin):
    SignRow(right(), actor=Actor.now(staff.reviewer)).execute()
    page = admin.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert address("vocabulary_row", "rights", "B01") in page
