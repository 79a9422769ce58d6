"""The content of an issue, and how it is written into rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects

from amendments.permissions import holds
from consultations.actions.comments.naming import named_rows
from consultations.models import Comment, Institution, Term, Treaty
from consultations.models.named import Named
from consultations.rules.benchmarks import TreatyArticle
from rights.errors import NoRight, NoTitle, NotOfOffice
from rights.models import IssueArticle, RightsIssue
from rights.powers import Power
from rights.shown_people import refuse_identifiers
from rights.values import Severity

PLAIN = ("title", "analysis", "extract", "extract_source", "extract_language", "recommended_text")
NAMES = ("rights", "terms", "articles__treaty", "comments")
"""What `RightsIssue.named` reads, for `prefetch_related`."""


@dataclass(frozen=True, slots=True)
class IssueContent:
    """Everything that the office writes of an issue. Rights and treaties are given by their codes."""

    title: str
    severity: Severity
    rights: tuple[str, ...]
    articles: tuple[TreatyArticle, ...] = ()
    terms: tuple[Term, ...] = ()
    comments: tuple[Comment, ...] = ()
    analysis: str = ""
    extract: str = ""
    extract_of: Treaty | None = None
    extract_source: str = ""
    extract_language: str = ""
    recommended_text: str = ""
    lead: Institution | None = None
    owner: Any = None  # an account; None: whoever opens the issue, or the standing one
    due: date | None = None


@dataclass(frozen=True, slots=True)
class IssueNames:
    """The rows that the content names."""

    named: Named
    terms: tuple[Term, ...]
    comments: tuple[Comment, ...]

    @property
    def codes(self) -> Mapping[str, object]:
        """The same as `RightsIssue.named`."""
        return {
            "rights": self.named.codes["rights"],
            "terms": sorted(f"{row.kind} {row.code}" for row in self.terms),
            "articles": self.named.codes["treaties"],
            "comments": sorted(row.reference for row in self.comments),
        }


def fill(issue: RightsIssue, content: IssueContent, user: Any) -> IssueNames | None:
    """Put the content into the row; None if nothing changes. `write_names` writes what it names.

    A comment that the person may not read is not linked, but one that is linked already stays.
    """
    if not content.title.strip():
        raise NoTitle
    refuse_identifiers(content.title)
    if not content.rights:
        raise NoRight
    standing = _standing(issue)
    found = named_rows(content.rights, (), content.articles, standing.named)
    readable = set(Comment.objects.visible_to(user).filter(pk__in=[row.pk for row in content.comments]))
    hidden = tuple(row for row in standing.comments if not Comment.objects.visible_to(user).contains(row))
    names = IssueNames(found, content.terms, (*(row for row in content.comments if row in readable), *hidden))
    wanted = _wanted(issue, content)
    changed = names.codes != standing.codes
    changed |= any(getattr(issue, name) != value for name, value in wanted.items())
    for name, value in wanted.items():
        setattr(issue, name, value)
    issue.new_named = names.codes
    return names if changed else None


def _wanted(issue: RightsIssue, content: IssueContent) -> dict[str, Any]:
    wanted: dict[str, Any] = {name: getattr(content, name).replace("\r\n", "\n").strip() for name in PLAIN}
    wanted |= {"severity": content.severity.value, "lead": content.lead, "due": content.due}
    wanted["extract_of"] = content.extract_of
    owner = content.owner or issue.owner
    is_given = issue._state.adding or (content.owner is not None and content.owner.pk != issue.owner_id)
    if is_given and not holds(owner, Power.WRITE):  # an owner who left stays until somebody else gets it
        raise NotOfOffice
    return wanted | {"owner": owner}


def _standing(issue: RightsIssue) -> IssueNames:
    if issue._state.adding:
        return IssueNames(Named(), (), ())
    prefetch_related_objects([issue], *NAMES)
    treaties = tuple((row.treaty, row.articles) for row in issue.articles.all())
    named = Named(tuple(issue.rights.all()), (), treaties)
    return IssueNames(named, tuple(issue.terms.all()), tuple(issue.comments.all()))


def write_names(issue: RightsIssue, names: IssueNames) -> None:
    """Write the rows that the saved issue names; the history has them already."""
    issue.rights.set(names.named.rights)
    issue.terms.set(names.terms)
    issue.comments.set(names.comments)
    issue.articles.all().delete()
    IssueArticle.objects.bulk_create(
        IssueArticle(issue=issue, treaty=row, articles=articles) for row, articles in names.named.treaties
    )
    issue.new_named = None
    getattr(issue, "_prefetched_objects_cache", {}).clear()
