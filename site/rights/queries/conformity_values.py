"""The values that assessments give to issues in a text, read as columns: there may be thousands."""

from collections.abc import Iterable, Mapping
from typing import Any

from amendments.models import Version
from rights.models import Assessment, FollowedText, RightsIssue
from rights.queries.counted_answers import GivenAnswer, counted_answer
from rights.values import Conformity


def hashes_in(version: Version, issues: Iterable[RightsIssue]) -> dict[Any, str]:
    """By issue, the hash of its words in a text. One query."""
    rows = FollowedText.objects.filter(version=version, issue__in=issues)
    return dict(rows.values_list("issue", "text_hash"))


def answers_in(
    version: Version, issues: Iterable[object], readable: Iterable[Version]
) -> Mapping[object, list[GivenAnswer[str]]]:
    """The assessments of issues in readable texts that count in one of them, as columns."""
    given = Assessment.objects.counting(version).told_final()
    told = given.filter(issue__in=issues, version__in=readable).order_by("issue", "place")
    told_of = "version", "version__sealed_at", "text_hash", "is_final", "version__draft__amendment"
    columns = told.values_list("issue", "value", *told_of)
    found: dict[object, list[GivenAnswer[str]]] = {}
    for issue, *answer in columns:
        found.setdefault(issue, []).append(GivenAnswer(*answer))
    return found


def values_in(
    version: Version, issues: Iterable[RightsIssue], readable: Iterable[Version]
) -> Mapping[object, Conformity]:
    """The values of issues in a text. Two queries."""
    hashes = hashes_in(version, issues)
    given = answers_in(version, hashes, readable)
    counted = {key: counted_answer(given.get(key, []), version, told) for key, told in hashes.items()}
    return {key: Conformity(one.answer) for key, one in counted.items() if one}


def left_alone(version: Version, hashes: Mapping[Any, str]) -> set[Any]:
    """The issues whose words a draft leaves as in the law on which it stands, which is not in force any more."""
    if version.draft is None or version.parent is None:
        return set()
    law = FollowedText.objects.filter(version=version.parent, issue__in=hashes)
    return {key for key, told in law.values_list("issue", "text_hash") if told == hashes[key]}
