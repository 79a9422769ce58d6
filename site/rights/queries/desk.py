"""What the first page shows to the Ombudsman's office: texts to assess, how the issues stand, what was answered just now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.utils.translation import ngettext

from amendments.models import Version
from amendments.permissions import holds
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.queries.comments.provision_parts import wordings_with_parts
from rights.models import Assessment, FollowedText, IssueAnchor, IssuePlacement, ReplyRequest, RightsIssue
from rights.powers import Power
from rights.queries.bar_of_states import Share, shares
from rights.queries.closed_issues import changed_after_closing
from rights.queries.counted_answers import alike
from rights.queries.issue_lines import readable_texts
from rights.queries.names_of_texts import TextNames, names_of
from rights.queries.near_changes import shortened
from rights.queries.passage_words import passage_words
from rights.queries.text_before import answered_before, back_to
from rights.values import IssueState, Severity

SHOWN = 8  # issues on the first page
JUST_NOW = timedelta(minutes=30)  # so long an answer can be undone on the first page


@dataclass(frozen=True, slots=True)
class DeskRow:
    """An issue with the newest text that waits for an answer, against the text for which the office answered last.

    A closed issue stands there with a text that changes the words on which it was closed. It is opened again to answer.
    """

    issue: RightsIssue
    version: Version
    name: str
    short: str  # the same, with a long title cut
    before: str  # the name of the text against which it stands; "" if there is none
    short_before: str  # the same, with a long title cut
    called: str
    spans: tuple[Span, ...]
    language: str
    is_gone: bool  # whether the provision is repealed in the newest text, or not there at all
    is_dropped: bool  # the latter, say because the draft before proposed it
    is_changed: bool
    back_to: str  # the name of the first text whose words it has again, if the text before has others
    seen: object  # the newest answer on the issue
    words: str  # the hash of the words that are asked about
    alike: Assessment | None  # of an earlier text with the same words, if the words changed since
    alike_text: str  # the name of that text

    @property
    def is_final(self) -> bool:
        """Whether a yes closes the issue."""
        return not self.version.is_draft


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that the first page shows."""

    rows: tuple[DeskRow, ...]
    waiting: int
    closed: int  # of those that wait, which are opened again before somebody can answer
    total: int
    shares: tuple[Share, ...]
    undoable: tuple[Assessment, ...]
    undoable_names: TextNames
    is_of_all: bool  # of the whole office, for its head

    @property
    def headline(self) -> str:
        """The title of the page while texts wait; "" otherwise."""
        if not self.waiting:
            return ""
        texts = {row.version.pk for row in self.rows}
        words = {"count": self.waiting, "text": self.rows[0].name if self.rows else ""}
        is_all = self.waiting == len(self.rows)  # else the others may be about another text
        if is_all and len(texts) == 1 and all(row.is_changed for row in self.rows):
            return _one_text(self.waiting, is_of_all=self.is_of_all) % words
        if self.waiting == self.closed:
            return _of_closed(self.closed) % words
        count = self.waiting - self.closed
        return _several_texts(count, is_of_all=self.is_of_all) % {"count": count}


def _one_text(count: int, *, is_of_all: bool) -> str:
    if is_of_all:
        return ngettext(
            "%(text)s changes the text under %(count)d issue of your office",
            "%(text)s changes the text under %(count)d issues of your office",
            count,
        )
    return ngettext(
        "%(text)s changes the text under %(count)d of your issues",
        "%(text)s changes the text under %(count)d of your issues",
        count,
    )


def _several_texts(count: int, *, is_of_all: bool) -> str:
    if is_of_all:
        return ngettext(
            "A text under %(count)d issue of your office waits for an assessment",
            "Texts under %(count)d issues of your office wait for an assessment",
            count,
        )
    return ngettext(
        "A text under %(count)d of your issues waits for your assessment",
        "Texts under %(count)d of your issues wait for your assessment",
        count,
    )


def _of_closed(count: int) -> str:
    return ngettext(
        "%(count)d closed issue has other words in a newer text",
        "%(count)d closed issues have other words in newer texts",
        count,
    )


def own_issues(user: Any) -> QuerySet[RightsIssue]:
    """The issues of an analyst; those of the whole office for its head."""
    issues = RightsIssue.objects.visible_to(user)
    return issues if holds(user, Power.ASSIGN) else issues.filter(owner=user)


def desk(user: Any, now: datetime) -> Desk | None:
    """The desk; None for people without the power to write or without an issue. A bounded number of queries."""
    if not holds(user, Power.WRITE):
        return None
    issues = own_issues(user)
    states = dict(issues.order_by().values_list("state").annotate(Count("pk")))
    if not states:
        return None
    readable = readable_texts(user)
    closed = changed_after_closing(readable) if IssueState.CLOSED in states else {}
    waiting = _newest_waiting(issues, FollowedText.objects.waiting(readable, closed.keys()))
    shown = sorted(waiting, key=lambda row: (_WORST.index(row.severity), row.reference))[:SHOWN]
    asked = Exists(ReplyRequest.objects.waiting().filter(issue=OuterRef("pk")))
    chosen = RightsIssue.objects.select_related("owner", "instrument").annotate(is_asking=asked)
    found = chosen.in_bulk([row.reference for row in shown], field_name="reference")
    followed = list(_followed(found.values(), readable))
    undoable = _undoable(user, issues, now)
    asked_about = [row for row in waiting if row.state != IssueState.CLOSED]
    return Desk(
        tuple(_rows([(found[row.reference], row.text) for row in shown], followed, closed)),
        len(waiting),
        len(waiting) - len(asked_about),
        sum(states.values()),
        tuple(shares(states, [row.state for row in asked_about])),
        undoable,
        names_of(row.version for row in undoable),
        holds(user, Power.ASSIGN),
    )


class _Waiting(NamedTuple):
    """The newest text of an issue that waits. There may be thousands, and a reference is read faster than a UUID."""

    reference: str
    text: int
    severity: str
    state: str


_WORST = tuple(reversed(Severity.values))


def _newest_waiting(issues: QuerySet[RightsIssue], texts: QuerySet[FollowedText]) -> list[_Waiting]:
    """One for each issue with a text to assess; one query."""
    rows = texts.filter(issue__in=issues).order_by("version__sealed_at")
    names = ("issue__reference", "pk", "issue__severity", "issue__state")
    return list({row[0]: _Waiting(*row) for row in rows.values_list(*names)}.values())


def _undoable(user: Any, issues: QuerySet[RightsIssue], now: datetime) -> tuple[Assessment, ...]:
    """The answers that the person gave just now and that brought the issue to where it is."""
    given = Assessment.objects.moving()
    own = given.filter(by=user, at__gt=now - JUST_NOW, issue__in=issues, state_after=F("issue__state"))
    rows = own.filter(~Exists(given.filter(issue=OuterRef("issue"), place__gt=OuterRef("place"))))
    told = ("issue", "version__instrument", "version__draft__amendment")
    return tuple(rows.prefetch_related(*told).order_by("-at")[:SHOWN])  # not joined: mostly there is no row


def _rows(
    shown: list[tuple[RightsIssue, int]], followed: list[FollowedText], closed: Mapping[Any, FollowedText]
) -> Iterator[DeskRow]:
    issues = [issue for issue, _text in shown]
    anchors = list(IssueAnchor.objects.filter(issue__in=issues).order_by("pk"))
    placed = IssuePlacement.objects.filter(anchor__in=anchors)
    places = {(row.anchor_id, row.version_id): row.provision_id for row in placed}
    provisions = {*places.values(), *(anchor.provision_id for anchor in anchors)}
    answers = Assessment.objects.standing().filter(issue__in=issues).order_by("place")
    given = list(answers.select_related("version__instrument", "version__draft__amendment"))
    texts = wordings_with_parts({row.version for row in followed}, provisions)
    names = names_of(row.version for row in followed)
    for issue, newest in shown:
        own = [row for row in followed if row.issue_id == issue.pk]
        now = next(row for row in own if row.pk == newest)
        told = [answer for answer in given if answer.issue_id == issue.pk]
        was = _before(now, own, told, closed.get(now.pk)) or now
        anchor = _telling(issue, anchors, places, was, now, texts)
        earlier = own[: own.index(now)][::-1]
        before, after = _last_words(texts, anchor, places, (was, now), earlier)
        back = back_to(now, own[: own.index(now) + 1])
        same = alike(told, now, {row.version_id for row in own}) if now.text_hash != was.text_hash else None
        yield DeskRow(
            issue,
            now.version,
            names.brief(now.version),
            names.briefest(now.version),
            names.in_sentence(was.version) if was is not now else "",
            names.short_in_sentence(was.version) if was is not now else "",
            _called(texts, anchor, places, (now, was, *earlier)),
            tuple(shortened(diff_text(before, after))),
            issue.instrument.language,
            *_gone(_wording(texts, anchor, places, now)),
            now.text_hash != was.text_hash,
            names.short_in_sentence(back.version) if back else "",
            told[-1].pk if told else None,
            now.text_hash,
            same,
            names.short_in_sentence(same.version) if same else "",
        )


def _followed(issues: Iterable[RightsIssue], readable: list[Any]) -> QuerySet[FollowedText]:
    rows = FollowedText.objects.answering().filter(issue__in=issues, version__in=readable)
    joined = "version__instrument", "version__draft__amendment", "version__text_of__draft"
    return rows.select_related(*joined).order_by("version__sealed_at", "version__number")


def _before(
    now: FollowedText, own: list[FollowedText], given: list[Assessment], closing: FollowedText | None
) -> FollowedText | None:
    """The text on which a closed issue was closed; else the one for which the office answered last."""
    answered = {(one.version_id, one.text_hash) for one in given}
    at_closing = next((row for row in own if row == closing), None)
    return at_closing or answered_before(now, own[: own.index(now)], answered)


def _telling(
    issue: RightsIssue, anchors: Any, places: Any, before: FollowedText, after: FollowedText, texts: Any
) -> IssueAnchor:
    """The first provision of the issue whose words changed; the first one if none did."""
    own: list[IssueAnchor] = [anchor for anchor in anchors if anchor.issue_id == issue.pk]
    for anchor in own:
        was, now = _words(texts, anchor, places, (before, after))
        if was != now:
            return anchor
    return own[0]


def _words(texts: Any, anchor: IssueAnchor, places: Any, rows: Iterable[FollowedText]) -> list[str]:
    return passage_words(texts, anchor, [(row.version, _place(anchor, places, row)) for row in rows])


def _last_words(
    texts: Any,
    anchor: IssueAnchor,
    places: Any,
    both: Sequence[FollowedText],
    earlier: Iterable[FollowedText],
) -> tuple[str, str]:
    """The words in two texts; where neither has any, because they are repealed or dropped, the last ones before."""
    before, after = _words(texts, anchor, places, both)
    if not before and not after:
        before = next(filter(None, _words(texts, anchor, places, earlier)), "")
    return before, after


def _called(texts: Any, anchor: IssueAnchor, places: Any, rows: Iterable[FollowedText]) -> str:
    """The name of the provision in the first of the texts that has it."""
    found = (_wording(texts, anchor, places, row) for row in rows)
    return next((wording.called for wording in found if wording), "")


def _gone(wording: Any) -> tuple[bool, bool]:
    """Whether it is repealed or not there at all, and whether it is the latter."""
    return wording is None or wording.is_repealed, wording is None


def _wording(texts: Any, anchor: IssueAnchor, places: Any, row: FollowedText) -> Any:
    return texts.get((row.version_id, str(_place(anchor, places, row))))


def _place(anchor: IssueAnchor, places: Any, row: FollowedText) -> Any:
    return places.get((anchor.pk, row.version_id)) or anchor.provision_id
