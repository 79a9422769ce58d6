"""No method on any address tells whether there is an object that the person may not read."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rights import concordance_urls, urls
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.notes.add_note import AddNote
from rights.actions.replies.ask_reply import AskReply
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.models import IssuePlacement
from rights.values import EvidenceKind
from tests.factories import law
from tests.rights.concordance_rows import write
from tests.rights.conftest import content

BACKEND = "django.contrib.auth.backends.ModelBackend"
METHODS = ("get", "post", "put")
PEOPLE = ("citizen", "secretary")


@pytest.fixture
def keys(office, opinion):
    """Keys of hidden objects of every kind."""
    words = content(lead=office.world.body)
    EditIssue(office.issue, words, 1, actor=office.act()).execute()
    behind = EvidenceContent(EvidenceKind.COMPLAINT, "2026", "Somebody waited.")
    tagged = TagTarget(office.issue.anchors.get().provision, office.world.base)
    law.add(office.world.amendment, office.world.drafter, "repeal", "1.2.1")
    hidden = law.text_in(law.seal(office.world.amendment, office.world.drafter))
    return [
        office.issue.pk,
        opinion.pk,
        opinion.recommendations.get().pk,
        AddNote(office.issue, "A note.", actor=office.act()).execute().pk,
        AddEvidence(office.issue, behind, actor=office.act()).execute().pk,
        TagRights(tagged, ["E03"], actor=office.act()).execute()[0].pk,
        AskReply(office.issue, "Why?", timezone.localdate(), actor=office.act()).execute().pk,
        office.issue.assessments.first().pk,
        IssuePlacement.objects.first().pk,
        write(office, hidden, "2.1").pk,
    ]


def addresses():
    for module, prefix in ((urls, "rights"), (concordance_urls, "concordance")):
        for pattern in module.urlpatterns:
            route = str(pattern.pattern)
            if "<uuid:" in route and route.count("<") == 1:
                yield f"{prefix}:{pattern.name}"


@pytest.mark.whole
@pytest.mark.parametrize("role", PEOPLE)
def test_what_is_hidden_answers_like_what_is_missing(office, keys, role):
    client = Client()
    client.force_login(office.world.people[role], backend=BACKEND)
    told = []
    for name in addresses():
        for method in METHODS:
            missing = getattr(client, method)(reverse(name, args=[uuid4()])).status_code
            for number, key in enumerate(keys):
                status = getattr(client, method)(reverse(name, args=[key])).status_code
                if status != missing:
                    told.append((name, method, number, missing, status))
    assert told == []
