"""A quotation has a language, on issues and on rows of the concordance; the page of an issue says when a law is in force."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate

from consultations.models import Treaty
from rights.actions.issues.open_issue import OpenIssue
from rights.forms.issue_form import QUOTED_IN
from tests.factories import law
from tests.rights.concordance_rows import write
from tests.rights.conftest import content, passage

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.mark.parametrize(("language", "is_refused"), [("", True), ("en", False)])
def test_a_quotation_without_a_language_is_refused(office, client, language, is_refused):
    client.force_login(office.world.drafter, backend=BACKEND)
    row = write(office, office.world.base, "2.1")
    treaty = Treaty.objects.get(code="CRC")
    typed = {"treaty": treaty.code, "articles": "3(1)", "summary": "Best interests", "quote": "Words."}
    typed |= {"quote_language": language, "revision": row.revision}
    answer = client.post(reverse("concordance:change_row", args=[row.pk]), typed)
    assert (str(QUOTED_IN) in answer.content.decode()) is is_refused
    client.force_login(office.analyst, backend=BACKEND)
    typed = {"title": "Fares", "extract": "Words.", "extract_language": language}
    answer = client.post(reverse("rights:edit", args=[office.issue.pk]), typed)
    assert (str(QUOTED_IN) in answer.content.decode()) is is_refused


def test_the_page_of_an_issue_says_from_which_day_an_adopted_text_is_in_force(office, client):
    world = office.world
    adopted = law.adopt(world.draft, world.drafter, "2-L", date(2027, 3, 1))
    law.release(adopted, "public", world.drafter, world.secretary)
    client.force_login(office.analyst, backend=BACKEND)
    page = " ".join(client.get(office.issue.url).content.decode().split())
    assert page.count("in force from 1 March 2027") == 1
    raised = OpenIssue(adopted, [passage(adopted, "2.2")], content(), actor=office.act()).execute()
    page = " ".join(client.get(raised.url).content.decode().split())
    assert f"on {date_format(localdate(raised.raised_at))}, in force from 1 March 2027" in page
