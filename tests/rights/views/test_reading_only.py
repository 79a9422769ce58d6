"""Who reads for the office and does not write is offered no form that would then be refused, and is told so."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from consultations.models import ConfidentialLogEntry
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import RemoveEvidence
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.notes.add_note import AddNote
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.models import Opinion
from rights.values import EvidenceKind
from tests.factories.consultation import make_person
from tests.rights.concordance_rows import write
from tests.rights.conftest import content, issue as issue_opinion

BACKEND = "django.contrib.auth.backends.ModelBackend"
TOLD = "You read what the office writes."
NOT_OURS = ("/accounts/logout/", "/i18n/", "/letters/follow/")
"""Forms that stand on every page, and the button that follows a page by mail."""


@pytest.fixture
def full(office, opinion):
    """The office with something of every kind: evidence that stands and that does not, notes, a lead, rows."""
    words = content(lead=office.world.body, analysis="Thoughts.")
    EditIssue(office.issue, words, 1, actor=office.act()).execute()
    AddNote(office.issue, "A note.", actor=office.act()).execute()
    behind = EvidenceContent(EvidenceKind.COMPLAINT, "2026", "Somebody waited.")
    AddEvidence(office.issue, behind, actor=office.act()).execute()
    gone = AddEvidence(office.issue, behind, actor=office.act()).execute()
    RemoveEvidence(gone, actor=office.act(reason="Twice.")).execute()
    tagged = TagTarget(office.issue.anchors.get().provision, office.world.base)
    TagRights(tagged, ["E03"], actor=office.act()).execute()
    return office


def signed_in(person):
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


@pytest.fixture
def reader(full):
    """Somebody of the office who only reads."""
    return signed_in(make_person("intern", "rights_reader"))


def pages(office, opinion):
    """The pages that the reader reads, by what stands on them."""
    world, year = office.world, timezone.localdate().year
    provision = office.issue.anchors.get().provision_id
    return {
        "issues": reverse("rights:issues"),
        "issue": office.issue.url,
        "conformity": reverse("rights:conformity", args=[world.base.instrument_id]),
        "cell": f"{reverse('rights:conformity', args=[world.base.instrument_id])}?cell={provision}:B01",
        "opinions": reverse("rights:opinions"),
        "opinion": opinion.url,
        "international": reverse("rights:international"),
        "linking": f"{reverse('rights:international')}?issue={office.issue.pk}",
        "report": reverse("rights:annual", args=[year]),
        "provision": reverse("amendments:provision", args=[provision]),
        "amendment": world.amendment.url,
        "concordance": reverse("concordance:rows"),
        "row": write(office, world.text, "2.1").url,
        "tags": reverse("rights:by_right"),
        "instructions": reverse("rights:instructions", args=[world.draft.pk]),
        "first page": "/en/",
    }


def forms(office, opinion):
    """The pages that only hold a form of the office."""
    row = opinion.recommendations.get()
    return {
        "find": reverse("rights:find"),
        "open": reverse("rights:open", args=[office.issue.anchors.get().provision_id]),
        "edit": reverse("rights:edit", args=[office.issue.pk]),
        "add evidence": reverse("rights:add_evidence", args=[office.issue.pk]),
        "evidence": office.issue.evidence.filter(removed_at=None).get().url,
        "import": reverse("rights:import_international"),
        "begin an opinion": reverse("rights:begin_opinion"),
        "edit an opinion": reverse("rights:edit_opinion", args=[opinion.pk]),
        "recommend": reverse("rights:write_recommendation", args=[opinion.pk]),
        "recommendation": reverse("rights:recommendation", args=[row.pk]),
        "row": reverse("concordance:write_row", args=[office.world.base.instrument_id]),
        "tag": reverse("rights:tag", args=["provision", office.issue.anchors.get().provision_id]),
    }


def posted_to(page):
    """The addresses to which the forms of a page post."""
    found = re.findall(r'<form[^>]*method="post"[^>]*>', page)
    actions = [re.search(r'action="([^"]*)"', form) for form in found]
    return [one[1] for one in actions if one and not any(part in one[1] for part in NOT_OURS)]


@pytest.mark.parametrize("is_issued", [False, True])
def test_no_page_offers_a_form_or_leads_to_one(full, opinion, reader, is_issued):
    closed = set(forms(full, opinion).values())
    if is_issued:
        issue_opinion(full, opinion)
    for name, url in pages(full, opinion).items():
        answer = reader.get(url)
        assert answer.status_code == 200, name
        page = answer.content.decode()
        assert posted_to(page) == [], name
        assert [url for url in closed if f'"{url}"' in page or f'"{url}?' in page] == [], name


def test_the_amendment_leads_a_reader_to_its_instructions_by_right(full, reader):
    page = reader.get(full.world.amendment.url).content.decode()
    assert reverse("rights:instructions", args=[full.world.draft.pk]) in page
    assert reverse("rights:begin_opinion") not in page


def test_a_form_is_refused_before_it_is_filled_in(full, opinion, reader):
    analyst = signed_in(full.analyst)
    for name, url in forms(full, opinion).items():
        assert reader.get(url).status_code == 403, name
        assert analyst.get(url).status_code == 200, name


@pytest.mark.parametrize("name", ["issues", "issue", "opinion"])
def test_the_page_says_what_the_reader_may_do(full, opinion, reader, name):
    url = pages(full, opinion)[name]
    assert TOLD in " ".join(reader.get(url).content.decode().split())
    for person in (full.analyst, full.head):
        assert TOLD not in " ".join(signed_in(person).get(url).content.decode().split())


def test_an_opinion_gives_no_hints_on_writing_to_a_reader(full, opinion, reader):
    Opinion.objects.filter(pk=opinion.pk).update(text="")
    opinion.recommendations.update(reasons="", title=full.issue.title)
    hints = ("Write the text of the opinion first.", "no reasons or no addressee", "inside your office")
    for person, told in ((reader, 0), (signed_in(full.analyst), 3)):
        page = " ".join(person.get(opinion.url).content.decode().split())
        assert len([hint for hint in hints if hint in page]) == told


def test_no_issue_is_given_to_a_reader(full, reader):
    page = signed_in(full.head).get(reverse("rights:edit", args=[full.issue.pk]))
    offered = page.context["form"].fields["owner"].queryset
    assert {full.analyst, full.head} <= set(offered)
    assert "intern" not in [person.name for person in offered]


def test_an_analyst_has_the_forms_that_a_reader_lacks(full, opinion):
    """The test above would say nothing if these pages had no forms at all."""
    analyst = signed_in(full.analyst)
    found = {name: posted_to(analyst.get(url).content.decode()) for name, url in pages(full, opinion).items()}
    assert {name for name, actions in found.items() if actions} >= {"issue", "opinion", "first page"}


def test_what_the_forms_of_an_analyst_post_is_refused(full, opinion, reader):
    head, steps = signed_in(full.head), set(forms(full, opinion).values())
    for url in pages(full, opinion).values():
        for person in (signed_in(full.analyst), head):
            steps |= set(posted_to(person.get(url).content.decode()))
    before = ConfidentialLogEntry.objects.count(), ModelLogEntry.objects.count()
    said = {
        url: reader.post(url, {"reason": "Because.", "text": "Words."}).status_code for url in sorted(steps)
    }
    assert set(said.values()) == {403}
    assert len(said) > 20
    assert before == (ConfidentialLogEntry.objects.count(), ModelLogEntry.objects.count())
