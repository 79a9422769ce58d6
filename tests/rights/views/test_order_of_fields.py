"""The errors above a form stand in the order of its fields on the page."""

import re

import pytest
from django.urls import reverse

from consultations.models import Treaty
from tests.rights.concordance_rows import keys_of, write
from tests.rights.pages import signed_in


def written(office):
    return write(office, office.world.base, "2.1", person=office.analyst, rights=("B01",))


def new_row(office, _opinion):
    return reverse("concordance:write_row", args=[office.world.base.instrument_id]), {"degree": ""}


def row(office, _opinion):
    return reverse("concordance:change_row", args=[written(office).pk]), {"revision": "1"}


def degree(office, _opinion):
    return reverse("concordance:judge_row", args=[written(office).pk]), {"degree": ""}


def new_recommendation(_office, opinion):
    return reverse("rights:write_recommendation", args=[opinion.pk]), {"title": ""}


def recommendation(_office, opinion):
    return reverse("rights:recommendation", args=[opinion.recommendations.get().pk]), {"revision": "1"}


def new_opinion(_office, _opinion):
    return reverse("rights:begin_opinion"), {"title": ""}


def opened_issue(office, _opinion):
    return reverse("rights:open", args=keys_of(office.world.base, "2.1")), {"title": ""}


def issue(office, _opinion):
    return reverse("rights:edit", args=[office.issue.pk]), {"revision": "1"}


def evidence(office, _opinion):
    return reverse("rights:add_evidence", args=[office.issue.pk]), {"kind": ""}


def question(office, _opinion):
    return reverse("rights:ask", args=[office.issue.pk]), {"question": ""}


FORMS = (
    *(new_row, row, degree, new_recommendation, recommendation),
    *(new_opinion, opened_issue, issue, evidence, question),
)


@pytest.mark.parametrize("shown", FORMS, ids=lambda shown: shown.__name__)
def test_errors_stand_in_the_order_of_the_fields(office, opinion, client, shown):
    office.issue.lead = office.world.body
    office.issue.save()
    url, typed = shown(office, opinion)
    treaty = Treaty.objects.get(code="CRC")
    typed |= {"treaty": treaty.code, "articles": "999", "treaties": [treaty.code], "treaties-CRC": "999"}
    answer = signed_in(client, office.analyst).post(url, typed)
    assert answer.status_code == 422
    form = next(answer.context[name] for name in ("ask_form", "form") if answer.context.get(name) is not None)
    listed = [field.name for field in form.visible_fields()]
    page = answer.content.decode().partition('class="error-summary"')[2]
    names = re.findall(r'<(?:input|select|textarea)\b[^>]*?\bname="([^"]+)"', page)
    drawn = [name for name in dict.fromkeys(names) if name in listed]
    assert len(drawn) > 1
    assert [name for name in listed if name in drawn] == drawn
