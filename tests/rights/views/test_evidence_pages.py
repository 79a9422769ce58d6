"""The pages of evidence: the form with its hint, what it refuses, the list on the page of the issue."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import RemoveEvidence
from rights.models import Evidence, InternationalRecommendation, IssueSource
from rights.values import EvidenceKind
from tests.rights.pages import text_of

TYPED = {
    "kind": "visit",
    "summary": "Nobody spoke the language of the three families.",
    "period": "spring 2026",
    "place": "a border crossing",
    "cases": "3",
    "source": "Register of visits",
}


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def new(office):
    return reverse("rights:add_evidence", args=[office.issue.pk])


def test_what_is_written_stands_on_the_page_of_the_issue(office, analyst, new):
    assert "nobody can be recognised" in text_of(analyst.get(new))
    answer = analyst.post(new, TYPED)
    assert answer["Location"] == f"{office.issue.url}#evidence"
    page = text_of(analyst.get(office.issue.url))
    for words in ("Visit", "spring 2026, a border crossing", TYPED["summary"], TYPED["source"]):
        assert words in page


def test_the_form_names_the_field_and_the_words_that_show_somebody(analyst, new):
    answer = analyst.post(new, {**TYPED, "place": "Ask +994 50 123 45 67"})
    assert answer.status_code == 422
    page = text_of(answer)
    assert "Place: “+994 50 123 45 67” would show who somebody is (a telephone number)." in page
    assert TYPED["summary"] in page
    assert not Evidence.objects.exists()


def test_it_is_changed_taken_out_with_a_reason_and_brought_back(office, analyst, new):
    analyst.post(new, TYPED)
    row = Evidence.objects.get()
    shown = text_of(analyst.get(row.url))
    assert 'name="revision" value="1"' in shown
    analyst.post(row.url, {**TYPED, "cases": "4", "revision": "1"})
    stale = analyst.post(row.url, {**TYPED, "cases": "5", "revision": "1"})
    assert (stale.status_code, "Somebody else has changed" in text_of(stale)) == (422, True)
    row.refresh_from_db()
    assert row.cases == 4
    analyst.post(reverse("rights:remove_evidence", args=[row.pk]), {"reason": ""})
    assert Evidence.objects.filter(removed_at=None).exists()
    analyst.post(reverse("rights:remove_evidence", args=[row.pk]), {"reason": "Told twice."})
    assert analyst.get(row.url).status_code == 404
    page = text_of(analyst.get(office.issue.url))
    assert "Taken out" in page
    analyst.post(reverse("rights:bring_back_evidence", args=[row.pk]))
    assert analyst.get(row.url).status_code == 200


def test_it_is_listed_page_by_page_without_more_queries(office, analyst):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            analyst.get(office.issue.url)
        return len(asked)

    write(office, 1)
    before = queries()
    write(office, 24)
    assert queries() <= before + 1  # of the pages
    assert text_of(analyst.get(office.issue.url)).count("Of somebody") == 20
    assert text_of(analyst.get(f"{office.issue.url}?evidence=2")).count("Of somebody") == 5


def test_evidence_what_was_taken_out_and_sources_have_pages_of_their_own(office, analyst):
    write(office, 45)
    for row in Evidence.objects.all()[:22]:
        RemoveEvidence(row, actor=office.act(reason="Twice.")).execute()
    for n in range(22):
        row = InternationalRecommendation.objects.create(
            annotation=f"A{n:02}",
            body="UPR",
            text=f"Source {n:02}.",
            imported_at=office.issue.raised_at,
            imported_by=office.analyst,
        )
        IssueSource.objects.create(
            issue=office.issue, recommendation=row, by=office.analyst, at=office.issue.raised_at
        )
    first = text_of(analyst.get(office.issue.url))
    for link in ("?evidence=2#evidence", "?sources=2#sources", "?removed=2#removed"):
        assert f'href="{link}"' in first
        assert f'id="{link.partition("#")[2]}"' in first
    assert "page=2" not in first
    second = text_of(analyst.get(f"{office.issue.url}?sources=2"))
    assert [f"Source {n:02}." in second for n in (0, 19, 20, 21)].count(True) == 2
    assert second.count("Of somebody") == first.count("Of somebody")
    assert "?sources=2&amp;evidence=2#evidence" in second  # and the other list stays where it is
    assert 'id="removed" open' in text_of(analyst.get(f"{office.issue.url}?removed=2"))


def write(office, count):
    for _each in range(count):
        content = EvidenceContent(EvidenceKind.OTHER, "2026", "Of somebody.")
        AddEvidence(office.issue, content, actor=office.act()).execute()


def test_what_looks_like_a_name_is_saved_with_a_warning(office, analyst, new):
    summary = "Nümunəyev Nümunə Misal oğlu Nümunə küçəsi 12-də yaşayır."
    answer = analyst.post(new, {**TYPED, "summary": summary}, follow=True)
    assert answer.redirect_chain == [(Evidence.objects.get().url, 302)]  # where it can be changed
    page = text_of(answer)
    assert "“Nümunəyev Nümunə Misal oğlu”, “Nümunə küçəsi 12” may be the name" in page
    row = Evidence.objects.get()
    edit = reverse("rights:evidence", args=[row.pk])
    page = text_of(analyst.post(edit, {**TYPED, "revision": row.revision}, follow=True))
    assert "The evidence is saved." in page
    assert "may be the name" not in page
