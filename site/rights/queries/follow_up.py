"""What became of recommendations, text by text: computed from the words, and as the office answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.models import Version
from amendments.permissions import holds
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.access.memberships import sends_for
from consultations.queries.comments.provision_parts import (
    compared_words,
    replaced_by,
    unnumbered,
    wordings_with_parts,
    words_in,
)
from consultations.queries.comments.provision_texts import Wordings
from consultations.rules.outcome import Outcome, outcome_of
from rights.models import FollowUp, Opinion, Recommendation, RecommendationReply, TakenBackReply
from rights.models.unanswered import OVER
from rights.powers import Power
from rights.queries.inserted_anew import with_inserted_anew
from rights.queries.later_texts import later_texts
from rights.queries.names_of_texts import text_name
from rights.queries.taken import Taken, may_take, take_url, taken
from rights.values import FollowUpValue


@dataclass(frozen=True, slots=True)
class FollowedUpText:
    """One later text. `spans` lead to its words from the recommended ones, or from those on which the recommendation stands.

    `outcome` is None where no wording was recommended. `told` goes before it: the provision is gone, or has the words still on
    which the recommendation stands.
    """

    version: Version
    name: str
    told: str
    outcome: Outcome | None
    spans: tuple[Span, ...]
    answer: FollowUp | None
    taken_back: tuple[FollowUp, ...]  # answers for it


@dataclass(frozen=True, slots=True)
class RecommendationStory:
    """What followed from one recommendation."""

    texts: tuple[FollowedUpText, ...]
    reply: RecommendationReply | None
    is_closed: bool
    may_reply: bool
    asks: FollowedUpText | None  # the newest text, if the office has not answered for it
    seen: int  # how many answers there are, on texts that the reader may read
    taken: Taken | None  # into an instruction
    taken_back: tuple[TakenBackReply, ...]
    may_take_back: FollowUp | None  # the newest answer, for the office
    may_take_reply_back: bool
    take_url: str  # where drafters and the secretariat take the wording; "" for others

    @property
    def newest(self) -> FollowUp | None:
        """The answer that counts."""
        answers = [text.answer for text in self.texts if text.answer is not None]
        return answers[-1] if answers else None

    @property
    def reply_stands(self) -> bool:
        """Whether the office has gone on from the reply that the person could take back."""
        answers = (text.answer for text in self.texts if self.reply is not None)
        later = any(one is not None and one.at > self.reply.at for one in answers)  # type: ignore[union-attr]
        return self.may_take_reply_back and later

    @property
    def answer_stands(self) -> bool:
        """Whether the addressee has replied since the answer that the person could take back."""
        answer, reply = self.may_take_back, self.reply
        return answer is not None and reply is not None and reply.at > answer.at


def stories(
    user: Any, opinion: Opinion, rows: Iterable[Recommendation]
) -> Mapping[object, RecommendationStory]:
    """By the key of the recommendation; a bounded number of queries. None of an opinion that is not issued."""
    rows = list(rows)
    if not opinion.is_issued or not rows:
        return {}
    versions = list(later_texts(user, opinion))
    bases = Version.objects.visible_to(user).filter(pk__in={row.version_id for row in rows})
    texts = wordings_with_parts([*versions, *bases], {row.provision_id for row in rows})
    texts = with_inserted_anew(texts, rows, versions)
    said = _said(rows, versions)
    became = taken(user, rows)
    read = FollowUpRead(
        texts, versions, _is_over(opinion), holds(user, Power.READ) and holds(user, Power.WRITE)
    )
    amendment = opinion.amendment
    takes = amendment is not None and may_take(user, amendment)
    bodies = set(sends_for(user, timezone.now()))
    return {
        row.pk: _story(
            row,
            read,
            said[row.pk],
            may_reply=row.addressee_id in bodies,
            became=became.get(row.pk),
            take=take_url(row, became.get(row.pk), may=takes),
        )
        for row in rows
    }


@dataclass(slots=True)
class Said:
    """What the office and the addressee said of a recommendation; `back` are replies that were taken back."""

    answers: list[FollowUp] = field(default_factory=list)
    reply: RecommendationReply | None = None
    back: list[TakenBackReply] = field(default_factory=list)


def _said(rows: list[Recommendation], versions: list[Version]) -> Mapping[object, Said]:
    """Three queries."""
    found: dict[object, Said] = {row.pk: Said() for row in rows}
    given = FollowUp.objects.filter(recommendation__in=rows, version__in=[one.pk for one in versions])
    for answer in given.select_related("by"):
        found[answer.recommendation_id].answers.append(answer)
    for reply in RecommendationReply.objects.filter(recommendation__in=rows).select_related("by"):
        found[reply.recommendation_id].reply = reply
    for kept in TakenBackReply.objects.filter(recommendation__in=rows):
        found[kept.recommendation_id].back.append(kept)
    return found


@dataclass(frozen=True, slots=True)
class FollowUpRead:
    """What was read for all recommendations of an opinion."""

    texts: Wordings
    versions: list[Version]
    is_over: bool
    may_answer: bool


def _is_over(opinion: Opinion) -> bool:
    return opinion.amendment is not None and opinion.amendment.state in OVER


def _story(
    row: Recommendation,
    read: FollowUpRead,
    said: Said,
    *,
    may_reply: bool,
    became: Taken | None,
    take: str,
) -> RecommendationStory:
    own = [
        version
        for version in read.versions
        if version.instrument_id == row.version.instrument_id and version.sealed_at > row.version.sealed_at
    ]
    answers, reply = said.answers, said.reply
    found = tuple(_text(row, version, read.texts, answers) for version in own)
    newest = found[-1] if found else None
    standing = [answer for answer in answers if answer.taken_back_at is None]
    is_closed = _closes(row, standing[-1], newest, read) if standing else False
    waits = newest is not None and newest.answer is None and not is_closed
    return RecommendationStory(
        found,
        reply,
        is_closed,
        may_reply and reply is None,
        newest if waits and read.may_answer else None,
        len(answers),
        became,
        tuple(said.back),
        standing[-1] if standing and read.may_answer else None,
        may_reply and reply is not None,
        take,
    )


def _closes(row: Recommendation, answer: FollowUp, newest: FollowedUpText | None, read: FollowUpRead) -> bool:
    """Whether nothing more is to be said: it is overtaken, or answered for the last text of an amendment that is over.

    What was overtaken because its provision went is asked about again when the provision stands in a newer text.
    """
    if newest is None:
        return answer.value == FollowUpValue.OVERTAKEN
    if answer.value == FollowUpValue.OVERTAKEN:
        return _stands(row, answer.version_id, read.texts) or not _stands(row, newest.version.pk, read.texts)
    return newest.answer is not None and (read.is_over or not newest.version.is_draft)


def _stands(row: Recommendation, version: object, texts: Wordings) -> bool:
    """Whether the provision of a recommendation stands in a text."""
    wording = texts.get((version, str(row.provision_id)))
    return wording is not None and not wording.is_repealed


def _text(row: Recommendation, version: Version, texts: Wordings, answers: list[FollowUp]) -> FollowedUpText:
    given = [answer for answer in answers if answer.version_id == version.pk]
    own = [answer for answer in given if answer.taken_back_at is None]
    taken_back = tuple(answer for answer in given if answer.taken_back_at is not None)
    outcome, spans = None, ()  # type: tuple[Outcome | None, tuple[Span, ...]]
    if row.wording:
        wanted = unnumbered(row.wording, texts.get((row.version_id, str(row.provision_id))))
        before, now = (
            replaced_by(wanted, words_in(texts, text, row.provision_id)) for text in (row.version, version)
        )
        outcome = outcome_of(before, wanted, now)
        spans = diff_text(wanted, now) if outcome is Outcome.MODIFIED else ()
    elif (row.version_id, str(row.provision_id)) in texts:
        before, now = compared_words(texts, ((text, row.provision_id) for text in (row.version, version)))
        spans = diff_text(before, now) if before != now else ()
    answer = own[-1] if own else None
    told = _told(row, version, texts)
    return FollowedUpText(version, text_name(version), told, outcome, spans, answer, taken_back)


def _told(row: Recommendation, version: Version, texts: Wordings) -> str:
    """What there is to say before any words are compared with the recommended ones."""
    now, is_known = (
        texts.get((version.pk, str(row.provision_id))),
        (row.version_id, str(row.provision_id)) in texts,
    )
    if now is None:
        return _("not in the text") if row.provision_id else ""
    if now.is_repealed:
        return _("repealed")
    if row.wording or not is_known:
        return ""
    before, after = (words_in(texts, text, row.provision_id) for text in (row.version, version))
    return _("same words as in %(earlier)s") % {"earlier": text_name(row.version)} if before == after else ""


def is_overdue(opinion: Opinion, now: datetime) -> bool:
    """Whether the day by which the addressees reply is over."""
    return opinion.reply_by is not None and opinion.reply_by < timezone.localdate(now)
