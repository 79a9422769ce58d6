"""The pages of the office over an act with two thousand issues."""

from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.models import VersionEntry
from azerbaijan import benchmarks
from consultations.models import Right
from rights.models import FollowedText, IssueAnchor, RightsIssue
from rights.values import IssueState, Severity
from tests.factories import law, vocabulary

BACKEND = "django.contrib.auth.backends.ModelBackend"
ISSUES, CHANGED = 2_000, 200


@pytest.fixture
def issues(office):
    """One on each provision of an act, of which a draft changes every tenth."""
    world = office.world
    vocabulary.load(benchmarks.read(), actor=office.act(world.admin))
    lines = [
        f"Article {n}. Heading\n" + "\n".join(f"{n}.{m}. Words number {m} of it." for m in range(1, 41))
        for n in range(1, 51)
    ]
    version = law.make_act(world.section, world.drafter, text="\n".join(lines), number="2000-L")
    law.release(version, "public", world.drafter, world.secretary)
    rights = list(Right.objects.all())
    entries = VersionEntry.objects.filter(version=version, number__contains=".").order_by("order")
    keys = list(entries.values_list("provision", flat=True))
    common = {"instrument": version.instrument, "raised_on": version, "severity": Severity.LOW}
    common |= {"owner": office.analyst, "raised_by": office.analyst, "raised_at": version.sealed_at}
    made = RightsIssue.objects.bulk_create(
        RightsIssue(reference=f"HR-{n}", title=f"Issue {n}", state=IssueState.FLAGGED, **common)
        for n in range(len(keys))
    )
    RightsIssue.rights.through.objects.bulk_create(
        RightsIssue.rights.through(rightsissue=issue, right=rights[n % len(rights)])
        for n, issue in enumerate(made)
    )
    IssueAnchor.objects.bulk_create(
        IssueAnchor(issue=issue, provision_id=key, version=version, sha256="0" * 64)
        for issue, key in zip(made, keys, strict=True)
    )
    FollowedText.objects.bulk_create(
        FollowedText(issue=issue, version=version, text_hash="0" * 64) for issue in made
    )
    amendment = law.make_amendment(world.section, version, world.drafter)
    for n in range(CHANGED):
        number = f"{n * 10 // 40 + 1}.{n * 10 % 40 + 1}"
        law.add(amendment, world.drafter, "restate", number, new=f"Other words, {n} of them.")
    draft = law.seal(amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    assert FollowedText.objects.filter(version=law.text_in(draft)).count() == ISSUES
    return made


@pytest.mark.whole
def test_the_pages_of_the_office_take_no_query_an_issue(office, issues, client):
    client.force_login(office.analyst, backend=BACKEND)
    listed = reverse("rights:issues")
    pages = {}
    for url in ("/en/", listed, f"{listed}?only=waiting", f"{listed}?page=40", issues[0].url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            start = process_time()
            shown = client.get(url)
            took = process_time() - start
        assert shown.status_code == 200, url
        pages[url] = len(queries)
        print(f"\n{url}: {len(queries)} queries, {1000 * took:.0f} ms of CPU")  # asked: 300 ms
    assert max(pages.values()) <= 80, pages
