"""Vocabularies in the admin: how a row is added, changed, signed and retired, and what is refused."""

import re

import pytest

from consultations.models import Cluster, Right, Term, Treaty
from consultations.rules.benchmarks import TreatyArticle, state_of
from tests.consultations.views.cms.vocabularies.desk import address, browser, right, typed
from tests.factories import vocabulary


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


def test_a_signature_is_taken_back_on_the_page_of_the_entry(staff):
    reviewer = browser(staff, "reviewer")
    page = address("vocabulary_row", "rights", "B01")
    unsign = address("vocabulary_step", "rights", "B01", "unsign")
    assert unsign not in reviewer.get(page).content.decode()
    reviewer.post(address("vocabulary_step", "rights", "B01", "sign"), {"reason": "Read."})
    assert unsign in reviewer.get(page).content.decode()
    assert reviewer.post(unsign, {"reason": ""}).status_code == 422
    reviewer.post(unsign, {"reason": "By mistake."})
    assert not right().is_signed


def test_a_new_entry_without_a_place_is_the_last_beside_its_neighbours(admin):
    Right.objects.filter(cluster__code="B").update(order=7)
    first = typed(right(), code="B99", cluster=Cluster.objects.get(code="B").pk, articles="", order="")
    assert admin.post(address("add_vocabulary_row", "rights"), first).status_code == 302
    assert right("B99").order == 8
    assert list(Right.objects.filter(cluster__code="B"))[-1].code == "B99"
    placed = {**first, "code": "B00", "order": "3"}
    assert admin.post(address("add_vocabulary_row", "rights"), placed).status_code == 302
    assert right("B00").order == 3


@pytest.mark.parametrize("slug", ["ground", "clusters", "treaties"])
def test_a_new_entry_of_each_list_may_leave_its_place_open(admin, slug):
    system = Term.objects.filter(kind="system").first()
    more = {"system": system.pk, "status": "party"} if slug == "treaties" else {}
    given = {**typed(right(), code="Z9", order=""), **more}
    assert admin.post(address("add_vocabulary_row", slug), given).status_code == 302
    model = {"ground": Term, "clusters": Cluster, "treaties": Treaty}[slug]
    new = model.objects.get(code="Z9")
    beside = {"ground": {"kind": "ground"}, "treaties": {"system": system}}.get(slug, {})
    assert list(model.objects.filter(**beside))[-1] == new
