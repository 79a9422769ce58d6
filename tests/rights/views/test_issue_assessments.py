"""What the page of an issue says of its assessments."""

import re

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate


def test_each_assessment_of_a_text_stands_under_the_name_of_who_gave_it(office, client):
    raised = {"text": str(office.issue.raised_on.pk), "value": "does-not", "note": "Lamps."}
    head = {**raised, "value": "partly", "note": "Boats."}
    for person, answer in ((office.analyst, raised), (office.head, head)):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        seen = re.search(r'name="seen" value="([^"]*)"', client.get(office.issue.url).content.decode())[1]
        client.post(reverse("rights:answer", args=[office.issue.pk]), {**answer, "seen": seen})
    page = " ".join(client.get(office.issue.url).content.decode().split())
    day = date_format(localdate(office.issue.assessments.last().at), "DATE_FORMAT")
    assert f"Partly conforms – {office.head}, {day}: Boats." in page
    assert f"Does not conform – {office.analyst}, {day}: Lamps." in page
