"""The list of international recommendations, its files, the import with its dry run, and the links with issues."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.models import ConfidentialLogEntry
from consultations.spreadsheets import read, written
from rights.actions.sources.import_recommendations import ImportRecommendations
from rights.international_table import GivenRecommendation, read_recommendations, table_of
from rights.models import InternationalRecommendation
from rights.queries.international_rights import language_of
from tests.rights.pages import text_of

LIST, IMPORT = reverse("rights:international"), reverse("rights:import_international")
WORKERS = GivenRecommendation(
    annotation="a-1",
    symbol="CMW/C/XXX/CO/3",
    published_on=date(2021, 5, 4),
    body="Committee on Migrant Workers",
    themes=("=Migrants",),
    text="Let children go to school.",
    rights=("B01",),
)
WOMEN = GivenRecommendation(
    annotation="a-2", body="CEDAW", published_on=date(2019, 1, 2), text="Look at pay."
)


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def imported(office):
    ImportRecommendations(table_of([WORKERS, WOMEN]), actor=office.act(reason="New.")).execute()


def a_file(rows, suffix="csv"):
    return SimpleUploadedFile(f"uhri.{suffix}", written(table_of(rows), suffix))


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_file_is_looked_at_first_and_imported_with_a_reason(analyst, suffix):
    answer = analyst.post(IMPORT, {"file": a_file([WORKERS, WOMEN], suffix)})
    assert answer.status_code == 200
    assert "Lines: 2. Added: 2. Changed: 0." in text_of(answer)
    assert not InternationalRecommendation.objects.exists()
    table = answer.context["form"].initial["table"] if answer.context else ""
    assert analyst.post(IMPORT, {"table": table, "reason": ""}).status_code == 422
    assert analyst.post(IMPORT, {"table": table, "reason": "New."})["Location"] == LIST
    assert InternationalRecommendation.objects.count() == 2
    assert "The file changes nothing." in text_of(analyst.post(IMPORT, {"file": a_file([WORKERS, WOMEN])}))


def test_a_dry_run_names_each_line_and_what_it_changes(analyst, imported):
    paid = replace(WOMEN, text="Look at equal pay.", rights=("B01",))
    new = replace(WOMEN, annotation="a-3")
    page = text_of(analyst.post(IMPORT, {"file": a_file([WORKERS, paid, new])}))
    assert 'data-label="Line">2</th>' not in page
    assert 'data-label="Line">3</th> <td data-label="Recommendation">a-2 – CEDAW</td>' in page
    assert re.search(r"Look at.{,9}<ins>.{,60}equal", page)
    assert re.search(r"Rights</span> <span class=.law-lines.><ins>.{,60}B01", page)
    assert 'data-label="Line">4</th>' in page
    assert "It is added." in page


def test_what_is_wrong_is_named_by_line_and_column_and_nothing_is_imported(analyst):
    table = table_of([WORKERS, WOMEN])
    table[2][2] = "2 January"
    answer = analyst.post(IMPORT, {"file": SimpleUploadedFile("uhri.csv", written(table, "csv"))})
    assert answer.status_code == 422
    page = text_of(answer)
    assert '<th scope="row" data-label="Line">3</th>' in page
    assert "Document Publication Date</td>" in page
    assert "is not written as 2026-11-28" in page
    assert 'name="table"' not in page


def test_the_list_is_narrowed_by_body_right_and_year(analyst, imported):
    for query, found in (
        ("", (True, True)),
        ("?body=CEDAW", (False, True)),
        ("?right=B01", (True, False)),
        ("?year=2019", (False, True)),
        ("?year=1999", (False, False)),
        ("?year=²", (True, True)),
    ):
        page = text_of(analyst.get(LIST + query))
        assert (WORKERS.text in page, WOMEN.text in page) == found, query


MANY = [
    GivenRecommendation(
        annotation="uhri-17",
        body="UPR",
        text="Respect the right to life of children. İnsan.",
        themes=("Liberty", "Rights of the child"),
        affected=("Children",),
        countries=("Caspia",),
        position="Supported",
        states=("Spain",),
    ),
    GivenRecommendation(
        annotation="uhri-18",
        body="UPR",
        text="Pay what is owed.",
        themes=("Rights of the child",),
        affected=("Migrants", "Children"),
        countries=("Caspia", "Elsewhere"),
        position="Noted",
    ),
]


@pytest.fixture
def many(office):
    ImportRecommendations(table_of(MANY), actor=office.act(reason="New.")).execute()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("words=RESPECT", {"uhri-17"}),
        ("words=insan+children", {"uhri-17"}),
        ("words=uhri-18", {"uhri-18"}),
        ("theme=Liberty", {"uhri-17"}),
        ("theme=Rights+of+the+child", {"uhri-17", "uhri-18"}),
        ("theme=Rights", set()),
        ("affected=Migrants", {"uhri-18"}),
        ("affected=Children&position=Noted", {"uhri-18"}),
        ("country=Elsewhere", {"uhri-18"}),
        ("theme=Liberty&affected=Migrants", set()),
        ("right=B01", {"uhri-17"}),
        ("right=B01&words=pay", set()),
    ],
)
def test_the_list_is_narrowed_by_words_theme_persons_position_country_and_suggested_right(
    office, analyst, many, query, found
):
    for path in (f"{LIST}?{query}", f"{LIST}?{query}&issue={office.issue.pk}"):
        page = text_of(analyst.get(path))
        assert {given.annotation for given in MANY if given.text in page} == found
        assert ("No recommendation fits these filters." in page) == (not found)
        if not found and "issue=" in path:
            assert f'href="?issue={office.issue.pk}"' in page
    url = reverse("rights:international_file", args=["recommendations-csv"])
    table = read("file.csv", analyst.get(f"{url}?{query}").content)
    assert {line[0] for line in table[1:]} == found


def test_filters_stay_chosen_in_the_form_and_on_the_next_page(office, analyst, many):
    rows = [replace(MANY[0], annotation=f"b-{n}") for n in range(25)]
    ImportRecommendations(table_of(rows), actor=office.act(reason="New.")).execute()
    query = "words=children&theme=Liberty&position=Supported"
    page = text_of(analyst.get(f"{LIST}?{query}&issue={office.issue.pk}"))
    assert "<option selected>Liberty</option>" in page
    assert "<option selected>Supported</option>" in page
    assert 'value="children"' in page
    assert f'name="issue" value="{office.issue.pk}"' in page
    assert "words=children&amp;theme=Liberty&amp;position=Supported&amp;issue=" in page
    assert "<option selected>Gone</option>" in text_of(analyst.get(f"{LIST}?theme=Gone"))


def test_a_row_shows_its_number_and_what_its_words_suggest_and_none_of_it_is_set(analyst, many, imported):
    page = text_of(analyst.get(LIST))
    assert "No. uhri-17" in page
    assert page.count("Suggested by its words, not set") == 1
    assert "“right to life”" in page
    assert 'name="rights" value="B01"' in page
    assert "checked" not in page
    assert not InternationalRecommendation.objects.get(annotation="uhri-17").rights.exists()


def test_somebody_of_the_office_sets_a_suggested_right_and_nobody_replaces_what_a_file_named(
    office, analyst, many, imported
):
    row = InternationalRecommendation.objects.get(annotation="uhri-17")
    url = f"{reverse('rights:name_rights', args=[row.pk])}?theme=Liberty"
    none = analyst.post(url, {}, follow=True)
    assert "Choose at least one right." in text_of(none)
    answer = analyst.post(url, {"rights": ["B01"]})
    assert answer["Location"] == f"{LIST}?theme=Liberty#{row.pk}"
    assert [right.code for right in row.rights.all()] == ["B01"]
    assert "uhri-17 names B01." in text_of(analyst.get(answer["Location"]))
    assert ConfidentialLogEntry.objects.filter(action="rights.name_rights").count() == 1
    again = analyst.post(url, {"rights": ["B01"]}, follow=True)
    assert "uhri-17 names rights already." in text_of(again)
    other = InternationalRecommendation.objects.get(annotation="uhri-18")
    unknown = analyst.post(reverse("rights:name_rights", args=[other.pk]), {"rights": ["Z99", "G07"]})
    assert unknown.status_code == 302
    assert not other.rights.exists()


def test_somebody_of_the_office_chooses_and_takes_off_rights_by_hand(office, analyst, many, imported):
    row = InternationalRecommendation.objects.get(annotation="uhri-17")
    url = f"{reverse('rights:choose_rights', args=[row.pk])}?theme=Liberty"
    assert url in text_of(analyst.get(f"{LIST}?theme=Liberty"))
    page = text_of(analyst.get(url))
    assert "Suggested by its words, not set" in page
    assert "checked" not in page
    found = text_of(analyst.post(url, {"look": "1", "sought": "liberty"}))
    assert row.text[:20] in found
    assert not row.rights.exists()
    answer = analyst.post(url, {"rights": ["F02", "B01"], "seen": ""})
    assert answer["Location"] == f"{LIST}?theme=Liberty#{row.pk}"
    assert sorted(right.code for right in row.rights.all()) == ["B01", "F02"]
    refused = analyst.post(url, {"rights": ["B01"], "seen": ""})
    assert refused.status_code == 422
    assert "It names other rights by now: B01 Right to life" in text_of(refused)
    assert 'name="seen" value="B01 F02"' in refused.content.decode()
    unknown = analyst.post(url, {"rights": ["Z99"], "seen": "B01 F02"})
    assert unknown.status_code == 422
    analyst.post(url, {"seen": "B01 F02"})
    assert not row.rights.exists()
    assert "uhri-17 names no right now." in text_of(analyst.get(LIST))


def test_a_text_is_read_in_its_own_language():
    assert language_of("Прекратить содержание детей") == "ru"
    assert language_of("Uşaqların həbsinə son qoyulsun") == "az"
    assert language_of("Roma Statutunu ratifikasiya etsin və qanunvericiliyi ona uyğunlaşdırsın") == "az"
    assert language_of("İşgəncəyə qarşı Konvensiyanın Fakultativ Protokolunu tam icra etsin") == "az"
    assert language_of("End the detention by the Dövlət Miqrasiya Xidməti") == "en"
    assert language_of("End the detention") == "en"
    assert (
        language_of("End the detention in the centres of the service (Dövlət Miqrasiya Xidməti, Qəbul)")
        == "en"
    )
    assert language_of("End the detention by the “ФМС” and its bodies in all regions") == "en"


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_file_that_leaves_comes_in_unchanged_and_is_logged(analyst, imported, suffix):
    url = reverse("rights:international_file", args=[f"recommendations-{suffix}"])
    table = read(f"file.{suffix}", analyst.get(url).content)
    assert read_recommendations(table, {"B01"}).given == [WORKERS, WOMEN]
    narrowed = read(f"file.{suffix}", analyst.get(f"{url}?body=CEDAW").content)
    assert read_recommendations(narrowed, {"B01"}).given == [WOMEN]
    assert analyst.get(reverse("rights:international_file", args=["pdf"])).status_code == 404
    assert "The file changes nothing." in text_of(
        analyst.post(IMPORT, {"file": a_file([WORKERS, WOMEN], suffix)})
    )


def test_an_issue_names_the_recommendations_on_which_it_rests(office, analyst, imported):
    row = InternationalRecommendation.objects.get(annotation="a-1")
    choose = text_of(analyst.get(f"{LIST}?issue={office.issue.pk}"))
    assert f"Link with {office.issue.reference}" in choose
    analyst.post(reverse("rights:link_international", args=[row.pk]), {"issue": office.issue.pk})
    assert WORKERS.text in text_of(analyst.get(office.issue.url))
    assert office.issue.url in text_of(analyst.get(LIST))
    analyst.post(reverse("rights:unlink_international", args=[row.pk]), {"issue": office.issue.pk})
    assert WORKERS.text not in text_of(analyst.get(office.issue.url))
    assert (
        ConfidentialLogEntry.objects.filter(action__in=["rights.link_source", "rights.unlink_source"]).count()
        == 2
    )


@pytest.mark.parametrize("role", ["drafter", "secretary", "admin", "body_focal", "citizen"])
def test_nobody_else_sees_any_of_it(office, imported, client, role):
    client.force_login(office.world.people[role], backend="django.contrib.auth.backends.ModelBackend")
    for url in (LIST, IMPORT, reverse("rights:international_file", args=["recommendations-csv"])):
        assert client.get(url).status_code == 403


def test_it_is_listed_page_by_page_without_more_queries(
    office, analyst, imported, django_assert_max_num_queries
):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            analyst.get(LIST)
        return len(asked)

    queries()
    before = queries()
    rows = [
        GivenRecommendation(
            annotation=f"b-{n}",
            body="CERD",
            text="Of somebody.",
            themes=(f"Theme {n}",),
            rights=("B01",) if n % 2 else (),
        )
        for n in range(25)
    ]
    ImportRecommendations(table_of(rows), actor=office.act(reason="New.")).execute()
    assert queries() <= before
    with django_assert_max_num_queries(before + 3):
        analyst.get(f"{LIST}?body=CERD&right=B01&theme=Theme+3&words=of")
    assert text_of(analyst.get(f"{LIST}?body=CERD&page=2")).count("Of somebody.") == 5
