"""What a summary says is not shown any more once it is taken out, say because it had a name."""

from django.utils import timezone
from django.utils.formats import date_format

from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import RemoveEvidence
from rights.values import EvidenceKind


def test_a_summary_that_was_taken_out_is_named_without_its_words(office, client):
    words = EvidenceContent(
        EvidenceKind.VISIT, "spring 2026", "A Sampleson waited.", "a harbour", source="Letter of A Sampleson"
    )
    row = AddEvidence(office.issue, words, actor=office.act()).execute()
    RemoveEvidence(row, actor=office.act(reason="It has a name.")).execute()
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    page = " ".join(client.get(office.issue.url).content.decode().split())
    day = date_format(timezone.localdate())
    assert f"Visit, spring 2026, taken out on {day}" in page
    assert "Sampleson" not in page
