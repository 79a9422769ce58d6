"""Reader by secret, before and after the opinion: pages, their source, search, feeds, files, mails, logs, hub and board.

Before the head issues the opinion nobody outside the office meets any of it. Afterwards everybody meets what it says, and
nothing else of the office.
"""

from datetime import timedelta
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from consultations.letters.due_letters import write_due
from rights.actions.answers.assess_text import AssessText
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.notes.add_note import AddNote
from rights.models import Opinion
from rights.opinion_letters import RemindReplies
from rights.values import Conformity, EvidenceKind, IssueState
from tests.rights.conftest import content, issue
from tests.shares import telling

INTERNAL = {
    "note": "alabaster",
    "private note": "basalt",
    "issue": "chalcedony",
    "analysis": "dolomite",
    "quotation": "epidote",
    "wording of the issue": "feldspar",
    "assessment": "garnet",
    "evidence": "magnetite",
    "its place": "nepheline",
    "its source": "olivine",
    "reason for closing": "peridot",
    "reason for opening again": "quartz",
}
ISSUED = {"opinion": "hematite", "text": "iolite", "recommendation": "jasper", "reasons": "kyanite"}
ISSUED["wording"] = "lazurite"
READERS = (
    "anonymous",
    "citizen",
    "ngo_focal",
    "body_focal",
    "stranger_focal",
    "drafter",
    "secretary",
    "chair",
    "member",
    "legal_reader",
    "admin",
    "auditor",
)


@pytest.fixture
def drafted(office):
    """An issue with a secret of every kind, gathered into an opinion that is written."""
    words = content(
        title=f"A {INTERNAL['issue']}",
        analysis=f"A {INTERNAL['analysis']}.",
        extract=f"A {INTERNAL['quotation']}.",
        recommended_text=f"A {INTERNAL['wording of the issue']}.",
    )
    EditIssue(office.issue, words, 1, actor=office.act()).execute()
    for state, why in ((IssueState.CLOSED, "closing"), (IssueState.UNDER_ANALYSIS, "opening again")):
        told = f"A {INTERNAL[f'reason for {why}']}."
        MoveIssue(office.issue, state, actor=office.act(reason=told)).execute()
    AddNote(office.issue, f"A {INTERNAL['note']}.", actor=office.act()).execute()
    AddNote(office.issue, f"A {INTERNAL['private note']}.", actor=office.act(), is_private=True).execute()
    behind = EvidenceContent(
        EvidenceKind.COMPLAINT,
        "2026",
        f"A {INTERNAL['evidence']}.",
        INTERNAL["its place"],
        source=INTERNAL["its source"],
    )
    AddEvidence(office.issue, behind, actor=office.act()).execute()
    told = f"A {INTERNAL['assessment']}."
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act(), note=told).execute()
    written = OpinionContent(f"A {ISSUED['opinion']}", "en", f"A {ISSUED['text']}.", timezone.localdate())
    row = DraftOpinion(office.world.amendment, written, actor=office.act()).execute()
    GatherIssues(row, [office.issue], actor=office.act()).execute()
    said = RecommendationContent(
        f"A {ISSUED['recommendation']}",
        f"A {ISSUED['reasons']}.",
        f"The fare is a {ISSUED['wording']}.",
        office.world.body,
    )
    EditRecommendation(row.recommendations.get(), said, 2, actor=office.act()).execute()
    return Opinion.objects.get(pk=row.pk)


def places(office, opinion):
    """Every address at which something of it could stand."""
    world, provision = office.world, office.issue.anchors.get().provision
    search = reverse("search:search")
    found = [f"{search}?q={word}" for word in (*INTERNAL.values(), *ISSUED.values())]
    found += [f"{reverse(name)}?q=coins" for name in ("search:export_csv", "search:export_json")]
    return [
        *found,
        opinion.url,
        reverse("rights:opinions"),
        reverse("rights:issues"),
        reverse("rights:annual", args=[timezone.localdate().year]),
        *(
            reverse("rights:annual_file", args=[timezone.localdate().year, slug])
            for slug in ("annual-xlsx", "report-docx")
        ),
        office.issue.url,
        office.issue.evidence.get().url,
        reverse("rights:conformity", args=[world.base.instrument_id]),
        world.amendment.url,
        world.base.instrument.url,
        world.draft.redline_url,
        f"{world.draft.redline_url}download/commented/",
        reverse("amendments:provision", args=[provision.pk]),
        reverse("amendments:discussion", args=[provision.pk]),
        reverse("amendments_admin:workspace", args=[world.amendment.pk]),
        reverse("amendments_admin:action_log"),
        reverse("amendments:chain"),
        reverse("amendments:chain_feed"),
        reverse("consultations:board", args=[world.round.pk]),
        reverse("consultations:feed"),
        world.round.url,
        "/en/",
    ]


def met(client, office, opinion, words):
    """The words that the person meets, with where."""
    return {
        (word, url.partition("?")[0])
        for url in places(office, opinion)
        for text in [_text(client.get(url), asked=url)]  # asked once, however many words there are
        for word in words
        if word in text
    }


def _text(answer, asked):
    """What was answered, without the words that were asked for themselves; the parts of a file in one."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    try:
        with ZipFile(BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    except BadZipFile:
        pass
    text = content.decode(errors="replace")
    return text.replace(asked.rpartition("q=")[2], "") if "?q=" in asked else text


def mailed(office):
    mail.outbox.clear()
    RemindReplies().run(timezone.localtime().replace(hour=9) + timedelta(days=1))
    write_due(timezone.now() + timedelta(days=2))
    return " ".join(f"{sent.subject} {sent.message()}" for sent in mail.outbox)


@pytest.mark.parametrize("role", telling(READERS, "anonymous"))
def test_nothing_before_and_exactly_the_opinion_after(office, drafted, client, role):
    person = office.world.people[role]
    if person.is_authenticated:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    every = (*INTERNAL.values(), *ISSUED.values())
    assert met(client, office, drafted, every) == set()
    issue(office, drafted)
    found = met(client, office, drafted, every)
    assert {word for word, _url in found} == set(ISSUED.values())
    read = {url for _word, url in found}
    assert drafted.url in read
    assert reverse("search:search") not in read


def test_no_mail_quotes_any_of_it(office, drafted):
    every = (*INTERNAL.values(), *(word for name, word in ISSUED.items() if name != "opinion"))
    assert not [word for word in every if word in mailed(office)]
    issue(office, drafted)
    sent = mailed(office)
    assert "HRO-" in sent
    assert not [word for word in every if word in sent]


@pytest.mark.whole
def test_the_office_meets_all_of_it_and_a_private_note_is_met_by_its_author_alone(office, drafted, client):
    every = {*INTERNAL.values(), *ISSUED.values()}
    for person, hidden in ((office.analyst, set()), (office.head, {INTERNAL["private note"]})):
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        assert {word for word, _url in met(client, office, drafted, every)} == every - hidden


def test_the_annual_report_counts_evidence_and_tells_nothing_of_it(office, drafted, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    year = timezone.localdate().year
    urls = [reverse("rights:annual_file", args=[year, slug]) for slug in ("annual-xlsx", "report-docx")]
    for url in (reverse("rights:annual", args=[year]), *urls):
        text = _text(client.get(url), asked=url)
        assert "Individual complaint" in text
        assert not [name for name, word in INTERNAL.items() if word in text]
