"""Vocabularies in the admin: what the lists, rows and histories show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from azerbaijan import benchmarks
from consultations.actions.vocabulary_rows.sign_row import SignRow
from consultations.models import Cluster, Right
from consultations.queries.vocabulary.vocabularies import VOCABULARIES
from tests.consultations.views.cms.vocabularies.desk import address, right, typed
from tests.factories import vocabulary


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
