"""An act with an issue on each of its provisions, written without the actions, for what is measured."""

from typing import Any

from amendments.models import Version, VersionEntry
from azerbaijan import benchmarks
from consultations.models import Right
from rights.models import FollowedText, IssueAnchor, RightsIssue
from rights.values import IssueState, Severity
from tests.factories import law, vocabulary

HASH = "0" * 64


def big_act(office: Any, articles: int, parts: int) -> Version:
    """A released act with so many articles of so many parts each, beside the whole vocabulary."""
    world = office.world
    vocabulary.load(benchmarks.read(), actor=office.act(world.admin))
    lines = (
        f"Article {n}. Heading\n"
        + "\n".join(f"{n}.{m}. Words number {m} of it." for m in range(1, parts + 1))
        for n in range(1, articles + 1)
    )
    version = law.make_act(world.section, world.drafter, text="\n".join(lines), number="2000-L")
    law.release(version, "public", world.drafter, world.secretary)
    return version


def issue_on_each(office: Any, version: Version) -> list[RightsIssue]:
    """One on each part, with the rights of the vocabulary in turn."""
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
        IssueAnchor(issue=issue, provision_id=key, version=version, sha256=HASH)
        for issue, key in zip(made, keys, strict=True)
    )
    FollowedText.objects.bulk_create(
        FollowedText(issue=issue, version=version, text_hash=HASH) for issue in made
    )
    return made
