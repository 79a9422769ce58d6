"""The list of issues: its filters, and a line for each issue."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from amendments.models import Instrument
from consultations.models import Right
from consultations.queries.comments.provision_texts import wordings
from rights.models import Assessment, Evidence, FollowedText, IssueAnchor, IssueNote, RightsIssue
from rights.models.issue import worst_first
from rights.queries.closed_issues import changed_after_closing
from rights.queries.office_texts import office_texts
from rights.values import STATE_OF, IssueState, Severity

MINE, WAITING = "mine", "waiting"
OUTDATED = "newer-text"  # beside the states
SEARCHED = ("reference", "title", "analysis", "recommended_text", "extract")
SEARCHED_EVIDENCE = ("summary", "period", "place", "source")
MOST_WORDS = 8  # of what is sought


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue in a list, with the provision on which it was raised."""

    issue: RightsIssue
    called: str
    more: int  # further provisions
    is_waiting: bool  # whether a text waits for an answer
    is_outdated: bool  # whether that text has other words than the one whose answer gave the state


def waiting_texts(user: Any) -> QuerySet[FollowedText]:
    """The texts that the person may read and that nobody has assessed yet; of closed issues those that change their words."""
    readable = readable_texts(user)
    return FollowedText.objects.waiting(readable, changed_after_closing(readable).keys())


def readable_texts(user: Any) -> list[Any]:
    """The keys of the texts, under issues, on which the office works.

    They are read first: there are few of them, and asking for each of many issues which ones these are is slow.
    """
    acts = RightsIssue.objects.order_by().values("instrument").distinct()
    return list(office_texts(user).filter(instrument__in=acts).values_list("pk", flat=True))


def outdated(user: Any, issues: QuerySet[RightsIssue] | Iterable[RightsIssue]) -> set[Any]:
    """The keys of issues that were closed or whose state an answer gave, while the newest text that waits is newer and has
    other words. Two queries, and those of `waiting_texts`.
    """
    columns = "issue", "text_hash", "version__sealed_at", "issue__state"
    told = [*STATE_OF.values(), IssueState.CLOSED]
    waiting = waiting_texts(user).filter(issue__in=issues, issue__state__in=told)
    newest = {key: told for key, *told in waiting.order_by("version__sealed_at").values_list(*columns)}
    given = Assessment.objects.moving().filter(issue__in=list(newest)).order_by("place")
    answered = {key: told for key, *told in given.values_list(*columns[:3])}
    return {
        key
        for key, (*told, state) in newest.items()
        if state == IssueState.CLOSED or key not in answered or _is_newer(told, answered[key])
    }


def _is_newer(text: list[Any], answered: list[Any]) -> bool:
    """Whether a text has other words than the one that was answered, and was sealed after it; of both hash and moment."""
    return text[0] != answered[0] and text[1] > answered[1]


def for_lines(user: Any) -> QuerySet[RightsIssue]:
    """The issues that the person may read, the worst first, with what a line shows."""
    return (
        RightsIssue.objects.visible_to(user)
        .annotate(rank=worst_first())
        .select_related("instrument", "owner")
        .prefetch_related("rights", "anchors__version")
        .order_by("rank", "reference")
    )


_DOT = "\N{COMBINING DOT ABOVE}"


def filtered(rows: QuerySet[RightsIssue], user: Any, chosen: Mapping[str, str]) -> QuerySet[RightsIssue]:
    """The issues that match the filters. Values that no filter offers are ignored.

    An issue with a newer text is found under its state, which its line names too, and under `OUTDATED`.
    """
    if (state := chosen.get("state")) in IssueState.values:
        rows = rows.filter(state=state)
    elif state == OUTDATED:
        rows = rows.filter(pk__in=outdated(user, RightsIssue.objects.visible_to(user)))
    if chosen.get("severity") in Severity.values:
        rows = rows.filter(severity=chosen["severity"])
    if right := chosen.get("right"):
        rows = rows.filter(rights__code=right)
    if act := _act(user, chosen.get("act", "")):
        rows = rows.filter(instrument=act)
    if key := _key(chosen.get("provision", "")):
        rows = rows.filter(pk__in=IssueAnchor.objects.filter(provision=key).values("issue"))
    for word in chosen.get("words", "").split()[:MOST_WORDS]:
        rows = rows.filter(_says(user, word))
    if chosen.get("only") == MINE:
        rows = rows.filter(owner=user)
    if chosen.get("only") == WAITING:
        rows = rows.filter(pk__in=waiting_texts(user).values("issue"))
    return rows


def not_sought(chosen: Mapping[str, str]) -> str:
    """The words beyond those that are sought."""
    return " ".join(chosen.get("words", "").split()[MOST_WORDS:])


def said_as(word: str) -> str:
    """The pattern that finds a word in any case, for `iregex`.

    SQLite compares only Latin letters without their case unless it is asked for a pattern; PostgreSQL knows no case of İ
    and ı; programs write İ in small letters as i with a dot.
    """
    return re.sub(f"[iİıI]{_DOT}?", f"[iİıI]{_DOT}?", re.escape(word))


def _says(user: Any, word: str) -> Q:
    """Whether the words of an issue, or of notes and evidence on it that the person may read, have this one in them."""
    said = said_as(word)
    notes = IssueNote.objects.visible_to(user).standing().filter(text__iregex=said)
    evidence = Evidence.objects.visible_to(user).filter(one_of(SEARCHED_EVIDENCE, said))
    beside = Q(pk__in=notes.values("issue")) | Q(pk__in=evidence.values("issue"))
    return one_of(SEARCHED, said) | beside


def one_of(names: Iterable[str], said: str) -> Q:
    """Whether one of these fields has the pattern."""
    return reduce(or_, (Q(**{f"{name}__iregex": said}) for name in names))


def _key(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def _act(user: Any, key: str) -> Instrument | None:
    """The act with this key, if the filters offer it."""
    return (
        next((act for act in _acts(RightsIssue.objects.visible_to(user)) if str(act.pk) == key), None)
        if key
        else None
    )


def _acts(issues: QuerySet[RightsIssue]) -> QuerySet[Instrument]:
    return Instrument.objects.filter(pk__in=issues.order_by().values("instrument"))


def lines(user: Any, issues: Iterable[RightsIssue]) -> list[IssueLine]:
    """A line for each; a bounded number of queries."""
    issues = list(issues)
    if not issues:
        return []
    anchors = {issue.pk: list(issue.anchors.all()) for issue in issues}
    firsts = {pk: rows[0] for pk, rows in anchors.items()}
    texts = wordings([row.version for row in firsts.values()], [row.provision_id for row in firsts.values()])
    waiting = set(waiting_texts(user).filter(issue__in=issues).values_list("issue", flat=True))
    behind = outdated(user, issues)
    found = []
    for issue in issues:
        first = firsts[issue.pk]
        wording = texts.get((first.version_id, str(first.provision_id)))
        called = wording.called if wording else ""
        more = len(anchors[issue.pk]) - 1
        found.append(IssueLine(issue, called, more, issue.pk in waiting, issue.pk in behind))
    return found


@dataclass(frozen=True, slots=True)
class IssueFilters:
    """What the filters of the list offer."""

    rights: list[Right]
    acts: list[Instrument]

    def unknown_act(self, key: str) -> str:
        """The key if it is that of none of the acts, and is therefore ignored."""
        return "" if any(str(act.pk) == key for act in self.acts) else key


def filters_for(user: Any) -> IssueFilters:
    """The rights and acts of the issues that the person may read."""
    issues = RightsIssue.objects.visible_to(user)
    rights = Right.objects.filter(issues__in=issues).distinct()
    return IssueFilters(list(rights), sorted(_acts(issues), key=lambda act: act.shown_title))
