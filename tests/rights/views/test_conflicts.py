"""Forms of rows with a revision: after a conflict they show what is saved now beside what was typed, and both are kept."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from django import forms as django_forms
from django.test import Client
from django.urls import reverse

import rights
from rights import forms
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.row_content import Judged
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.issues.move_issue import MoveIssue
from rights.forms.revised_form import RevisedForm
from rights.values import Degree, EvidenceKind, IssueState
from tests.rights.concordance_rows import write

BACKEND = "django.contrib.auth.backends.ModelBackend"
THEIRS, OWN = "What the other one wrote.", "What I typed."


def signed_in(person):
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def _issue(office, _opinion):
    told = {"title": "Fares", "severity": "high", "rights": ["B01"]}
    return reverse("rights:edit", args=[office.issue.pk]), told, "analysis"


def _opinion(_office, opinion):
    told = {"title": "Fares and rights", "language": "en"}
    return reverse("rights:edit_opinion", args=[opinion.pk]), told, "text"


def _recommendation(office, opinion):
    told = {"title": "Harsh fares", "wording": "The fare is five coins.", "addressee": office.world.body.pk}
    return reverse("rights:recommendation", args=[opinion.recommendations.get().pk]), told, "reasons"


def _evidence(office, _opinion):
    words = EvidenceContent(EvidenceKind.VISIT, "2026", "Three families.")
    row = AddEvidence(office.issue, words, actor=office.act()).execute()
    return row.url, {"kind": "visit", "period": "2026", "cases": "1"}, "summary"


def _row(office, _opinion):
    row = write(office, office.world.text, "2.1", rights=("B01",))
    told = {"treaty": "CRC", "articles": "3(1)", "summary": "Best interests", "rights": ["B01"]}
    return reverse("concordance:change_row", args=[row.pk]), told, "completion"


@pytest.mark.parametrize("form", [_issue, _opinion, _recommendation, _evidence, _row])
def test_what_the_other_one_saved_stands_beside_what_was_typed_and_the_next_save_replaces_it(
    office, opinion, form
):
    url, told, field = form(office, opinion)
    analyst = signed_in(office.analyst)
    shown = analyst.get(url).context["form"]
    seen = str(shown["revision"].value())
    assert signed_in(office.analyst).post(url, {**told, field: THEIRS, "revision": seen}).status_code == 302
    refused = analyst.post(url, {**told, field: OWN, "revision": seen})
    assert refused.status_code == 422
    form = refused.context["form"]
    (differing,) = form.saved_meanwhile.fields
    assert (differing.label, differing.saved, differing.typed) == (str(form[field].label), THEIRS, OWN)
    page = refused.content.decode()
    assert f'<td data-label="Saved now">{THEIRS}</td>' in page
    assert f"Saved by {office.analyst}," in page
    assert form[field].value() == OWN
    again = {**told, field: OWN, "revision": form["revision"].value()}
    assert analyst.post(url, again).status_code == 302
    assert analyst.get(url).context["form"][field].value() == OWN


def test_names_choices_and_days_are_told_as_people_read_them(office):
    url = reverse("rights:edit", args=[office.issue.pk])
    told = {"title": "Fares", "severity": "high", "rights": ["B01"]}
    analyst = signed_in(office.analyst)
    theirs = {"severity": "low", "rights": ["B01", "B02"], "due": "2027-03-01", "lead": office.world.body.pk}
    analyst.post(url, {**told, **theirs, "treaties": ["CRC"], "treaties-CRC": "3", "revision": "1"})
    refused = analyst.post(url, {**told, "analysis": OWN, "revision": "1"})
    rows = {row.label: (row.saved, row.typed) for row in refused.context["form"].saved_meanwhile.fields}
    assert rows["Severity"] == ("Low: drafting or terminology", rows["Severity"][1])
    assert rows["Due"] == ("1 March 2027", "")
    assert rows["Lead institution"] == (str(office.world.body), "")
    assert rows["Rights"][0].count("; ") == 1 + rows["Rights"][1].count("; ")
    assert rows["Treaties"] == ("CRC 3", "")


def test_whoever_moved_the_issue_since_is_not_said_to_have_saved_it(office):
    url, told, field = _issue(office, None)
    analyst = signed_in(office.analyst)
    analyst.post(url, {**told, field: THEIRS, "revision": "1"})
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act(office.head)).execute()
    refused = analyst.post(url, {**told, field: OWN, "revision": "1"})
    assert refused.context["form"].saved_meanwhile.by == str(office.analyst)


def test_after_another_degree_the_page_shows_it_and_the_own_one_can_be_given(office):
    row = write(office, office.world.text, "2.1")
    first = row.judgements.get()
    drafter = signed_in(office.world.drafter)
    JudgeRow(
        row, office.world.text, Judged(Degree.NONE, THEIRS), actor=office.act(office.world.drafter)
    ).execute()
    url = reverse("concordance:judge_row", args=[row.pk])
    told = {"text": office.world.text.pk, "degree": "full", "comment": OWN}
    refused = drafter.post(url, {**told, "seen": first.pk})
    page = refused.content.decode()
    assert (refused.status_code, THEIRS in page, OWN in page) == (422, True, True)
    newest = row.judgements.exclude(pk=first.pk).get().pk
    assert f'name="seen" value="{newest}"' in page
    assert drafter.post(url, {**told, "seen": newest}).status_code == 302


def test_every_form_with_a_revision_shows_it():
    found = []
    for module in pkgutil.iter_modules(forms.__path__):
        for kind in vars(importlib.import_module(f"rights.forms.{module.name}")).values():
            if (
                isinstance(kind, type)
                and issubclass(kind, django_forms.Form)
                and "revision" in kind.base_fields
            ):
                found.append(kind)
    assert len(set(found)) == 7
    assert all(issubclass(kind, RevisedForm) for kind in found)
    pages = list((Path(rights.__file__).parent / "templates/madda/rights").glob("*.html"))
    asking = [page for page in pages if "{{ form.revision }}" in page.read_text(encoding="utf-8")]
    assert len(asking) == 5
    assert all("madda/rights/saved_meanwhile.html" in page.read_text(encoding="utf-8") for page in asking)
