"""What the Ombudsman's office of the demo did: as its data end it. With `-m whole`."""

from datetime import datetime
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from portal.demo.story import ZONE, read
from portal.users.models import User
from rights.models import InternationalRecommendation, Opinion, ReplyRequest, RightsIssue
from rights.queries.annual_report import annual_report, years_of
from rights.queries.follow_up import stories
from rights.values import FollowUpValue

pytestmark = pytest.mark.whole
BACKEND = "django.contrib.auth.backends.ModelBackend"
AS_DRAWN = datetime(
    2025, 4, 14, 12, tzinfo=ZONE
)  # the day of `home-ombudsman.png`: draft 2 was released in the morning


def person(name):
    return User.objects.get(email__startswith=f"{name}@")


def signed_in(name):
    client = Client()
    client.force_login(person(name), backend=BACKEND)
    return client


def test_the_issues_end_as_the_data_say(told):
    wanted = {row["id"]: row["status"] for row in read("rights_issues")}
    assert len(wanted) == 12
    assert dict(RightsIssue.objects.values_list("reference", "state")) == wanted


def test_the_ministry_replied_and_is_asked_once_more(told):
    requests = ReplyRequest.objects.order_by("asked_at")
    found = {str(row.issue): row.replied_at is not None for row in requests}
    assert found == {"HR-02": True, "HR-10": True, "HR-09": False}


def test_the_follow_up_of_the_opinion_closes_with_the_adopted_law(told):
    opinion = Opinion.objects.get()
    rows = list(opinion.recommendations.select_related("version__instrument", "issue", "addressee"))
    assert len(rows) == 12
    for reader in ("ombud1", "drafter"):
        found = stories(person(reader), opinion, rows)
        assert all(story.is_closed for story in found.values())
        newest = {str(row.issue): found[row.pk].newest.value for row in rows}
        given = read("rights_particulars")["opinion"]["follow_up"]
        assert newest == {one["issue"]: one["value"] for one in given if one["text"] == "in-force"}
        assert set(newest.values()) == {
            FollowUpValue.ACCEPTED,
            FollowUpValue.IN_PART,
            FollowUpValue.NOT_ACCEPTED,
        }
        replied = [row for row in rows if found[row.pk].reply is not None]
        assert len(replied) == 9


def test_the_annual_export_equals_the_screen(told):
    analyst = signed_in("ombud1")
    for year in years_of(person("ombud1")):
        shown = analyst.get(reverse("rights:annual", args=[year])).content.decode()
        book = load_workbook(
            BytesIO(analyst.get(reverse("rights:annual_file", args=[year, "annual-xlsx"])).content)
        )
        report = annual_report(person("ombud1"), year)
        assert len(book.worksheets) == len(report.tables) == shown.count('<table class="table">')
        for sheet, table in zip(book.worksheets, report.tables, strict=True):
            cells = [
                tuple(cell for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)
            ]
            listed = cells[cells.index(table.columns) + 1 :]
            assert [tuple(map(str, row)) for row in listed] == [tuple(map(str, row)) for row in table.rows]
            assert table.title in shown


def test_the_issues_rest_on_recommendations_of_fictional_bodies(told):
    rows = InternationalRecommendation.objects.prefetch_related("issues")
    assert {row.annotation: [str(issue) for issue in row.issues.all()] for row in rows} == {
        "CASPIA-1": ["HR-03"],
        "CASPIA-2": ["HR-04"],
        "CASPIA-3": ["HR-07"],
        "CASPIA-4": ["HR-08"],
        "CASPIA-5": [],
    }
    assert all(row.body.endswith("(fictional)") and row.countries == ["Caspia"] for row in rows)
    page = signed_in("ombud1").get(reverse("rights:international")).content.decode()
    assert page.count('class="international-row"') == 5
