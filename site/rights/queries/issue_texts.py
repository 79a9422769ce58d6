"""An issue in the texts on which the office works: what its provisions say there and how each text was assessed."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from amendments.models import Version
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.queries.comments.provision_parts import wordings_with_parts
from consultations.queries.comments.provision_texts import ProvisionWording, Wordings
from consultations.rules.passages import Field, Place
from consultations.rules.placement import Status
from rights.models import Assessment, FollowedText, IssueAnchor, IssuePlacement, RightsIssue
from rights.models.unanswered import failed
from rights.queries.closed_issues import changed_after_closing
from rights.queries.counted_answers import alike, counted_answer, given_answer
from rights.queries.names_of_texts import TextNames, ended, names_of, text_name
from rights.queries.office_texts import office_texts
from rights.queries.passage_words import passage_words
from rights.queries.text_before import answered_before, back_to, text_before
from rights.values import STATE_OF

_CONTEXT, _LONGEST = 25, 60  # characters of a button that names a place


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place in which the words may be."""

    value: str  # as the form sends it
    called: str


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A provision in a text. On the text as raised its words are marked, elsewhere compared with those as raised."""

    called: str  # its number there; "" if the text does not have it
    language: str
    before: str = ""
    marked: str = ""
    after: str = ""
    spans: tuple[Span, ...] = ()
    placement: IssuePlacement | None = None
    wording: ProvisionWording | None = None  # on the text as raised
    is_gone: bool = False  # repealed, or not there at all
    as_raised: str = ""  # its number in the text on which the issue was raised, if there are several
    places: tuple[PlaceChoice, ...] = ()  # where its words may be; that which stands is the first

    @property
    def is_dropped(self) -> bool:
        """Whether the text does not have it at all, say because an earlier draft proposed it."""
        return self.is_gone and not self.called

    @property
    def needs_review(self) -> bool:
        """Whether a person says where it stands."""
        return self.placement is not None and self.placement.status == Status.NEEDS_REVIEW

    @property
    def stands(self) -> PlaceChoice | None:
        """The place that a person chose; None if the words are gone, or nobody has chosen."""
        has_place = self.is_decided and self.placement is not None and self.placement.provision_id
        return self.places[0] if has_place and self.places else None

    @property
    def choices(self) -> tuple[PlaceChoice, ...]:
        """The places that a person can choose, without the one that stands."""
        return self.places[1:] if self.stands else self.places

    @property
    def is_decided(self) -> bool:
        """Whether a person has said it."""
        return self.placement is not None and self.placement.decided_at is not None


@dataclass(frozen=True, slots=True)
class ChosenText:
    """A text in which a person chose places, and about which is not asked."""

    full_name: str
    passages: tuple[ShownPassage, ...]


@dataclass(frozen=True, slots=True)
class SinceAnswer:
    """A text that waits, against the one for which the office answered last."""

    before: str  # its name; "" if there is none
    is_changed: bool
    changes: tuple[tuple[Span, ...], ...]  # one for each provision of the issue
    alike: Assessment | None = None  # of an earlier text with the same words, if the words changed since
    alike_text: str = ""  # the name of that text


@dataclass(frozen=True, slots=True)
class IssueText:
    """One text in which an issue is followed."""

    version: Version
    name: str
    is_raised: bool
    is_changed: bool  # against `text_before`
    is_waiting: bool
    assessment: Assessment | None  # of this text, or of an earlier one with the same words
    passages: tuple[ShownPassage, ...]
    same_as: str  # the name of the first text with these words; "" if this is the first
    is_back: bool  # whether the text before has other words than that one and this one
    other: str  # the title of the amendment, if drafts of several ones answer the issue
    since: SinceAnswer | None  # of a text that waits
    earlier: tuple[Assessment, ...]  # of this very text, the newest first, without the one that counts
    ended: str  # "Withdrawn" or "Rejected", of a draft of an amendment that failed
    names: TextNames  # of the texts that the person may read
    text_hash: str  # of the words of its provisions

    @property
    def full_name(self) -> str:
        """Its name, with its amendment if drafts of several ones answer the issue."""
        return f"{self.name} ({self.other})" if self.other else self.name

    @property
    def is_gone(self) -> bool:
        """Whether nothing of the issue is left in the law."""
        return all(passage.is_gone for passage in self.passages)

    @property
    def is_dropped(self) -> bool:
        """Whether none of its provisions stands there, and a draft alone had proposed them."""
        return all(passage.is_dropped for passage in self.passages)

    @property
    def is_own_answer(self) -> bool:
        """Whether the answer was given on this very text."""
        return self.assessment is not None and self.assessment.version_id == self.version.pk

    @property
    def carried_from(self) -> str:
        """The name of the text with the same words on which the answer was given; "" if that is this text."""
        if self.assessment is None or self.is_own_answer:
            return ""
        return self.names.in_sentence(self.assessment.version)

    @property
    def state_label(self) -> str | Promise:
        """What the assessment makes of the issue."""
        return STATE_OF[self.assessment.value].label if self.assessment else ""


def issue_texts(user: Any, issue: RightsIssue) -> list[IssueText]:
    """The texts on which the office works, the oldest first. A bounded number of queries, however many there are."""
    rows = list(
        FollowedText.objects.filter(issue=issue, answers_issue=True, version__in=office_texts(user))
        .select_related("version__instrument", "version__draft__amendment", "version__text_of__draft")
        .select_related("version__parent")
        .order_by("version__sealed_at", "version__number")
    )
    anchors = list(issue.anchors.all())
    placed = IssuePlacement.objects.filter(anchor__in=anchors).select_related(
        "anchor", "version", "decided_by"
    )
    places = {(row.anchor_id, row.version_id): row for row in placed}
    provisions = {a.provision_id for a in anchors}
    provisions.update(UUID(place.provision) for row in places.values() for place in row.places)
    keys = [row.version_id for row in rows]
    given = issue.assessments.standing().filter(version__in=keys).told_final()
    answers = list(given.select_related("by", "version__instrument", "version__draft__amendment"))
    texts = wordings_with_parts([row.version for row in rows], provisions)
    closed = changed_after_closing(keys) if issue.is_closed else {}
    asked = FollowedText.objects.waiting(keys, closed.keys()).filter(issue=issue)
    waiting = set(asked.values_list("pk", flat=True))
    read = Read(anchors, places, texts, answers, waiting, names_of(row.version for row in rows))
    return [_text(issue, rows[: at + 1], read) for at in range(len(rows))]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read for all texts of an issue."""

    anchors: list[IssueAnchor]
    places: dict[tuple[Any, Any], IssuePlacement]
    texts: Wordings
    answers: list[Assessment]
    waiting: set[Any]
    names: TextNames


def _text(issue: RightsIssue, so_far: list[FollowedText], read: Read) -> IssueText:
    row, version = so_far[-1], so_far[-1].version
    is_raised = version.pk == issue.raised_on_id
    before = text_before(row, so_far)
    first = next(one for one in so_far if one.text_hash == row.text_hash)
    answer = _answer(row, read.answers)
    given = [one for one in reversed(read.answers) if one.version_id == version.pk and one != answer]
    return IssueText(
        version,
        text_name(version),
        is_raised,
        before is not None and before.text_hash != row.text_hash,
        row.pk in read.waiting,
        answer,
        tuple(_passage(anchor, version, read, is_raised=is_raised) for anchor in read.anchors),
        "" if first is row else read.names.in_sentence(first.version),
        back_to(row, so_far) is not None,
        read.names.title(version),
        _since(so_far, read) if row.pk in read.waiting else None,
        tuple(given),
        ended(version),
        read.names,
        row.text_hash,
    )


def _since(so_far: list[FollowedText], read: Read) -> SinceAnswer:
    row = so_far[-1]
    was = answered_before(row, so_far[:-1], {(one.version_id, one.text_hash) for one in read.answers})
    if was is None:
        return SinceAnswer("", False, ())
    changes = (diff_text(*_words(anchor, (was.version, row.version), read)) for anchor in read.anchors)
    is_changed = was.text_hash != row.text_hash
    same = alike(read.answers, row, {one.version_id for one in so_far}) if is_changed else None
    name = read.names.in_sentence
    return SinceAnswer(
        name(was.version), is_changed, tuple(changes), same, name(same.version) if same else ""
    )


def _answer(row: FollowedText, answers: Iterable[Any]) -> Assessment | None:  # Any: with `is_final`
    counting = (one for one in answers if failed(row.version) or not failed(one.version))
    counted = counted_answer(map(given_answer, counting), row.version, row.text_hash)
    return counted.answer if counted else None


def _passage(anchor: IssueAnchor, version: Version, read: Read, *, is_raised: bool) -> ShownPassage:
    raised = read.texts.get((anchor.version_id, str(anchor.provision_id)))
    language = version.instrument.language
    if is_raised:
        (before,) = _words(anchor, (anchor.version,), read)
        start, end = anchor.start, anchor.end
        called = raised.called if raised else ""
        parts = before[:start], before[start:end], before[end:]
        return ShownPassage(called, language, *parts, wording=raised)
    placement = read.places.get((anchor.pk, version.pk))
    now = read.texts.get((version.pk, _place(anchor, version, read)))
    spans = diff_text(*_words(anchor, (anchor.version, version), read))
    is_gone = now is None or now.is_repealed
    return ShownPassage(
        now.called if now else "",
        language,
        spans=spans,
        placement=placement,
        is_gone=is_gone,
        as_raised=raised.called if raised and len(read.anchors) > 1 else "",
        places=tuple(place_choices(placement, read.texts)),
    )


def place_choices(placement: IssuePlacement | None, texts: Wordings) -> Iterator[PlaceChoice]:
    """The places of a passage in a text, that which stands first."""
    for place in placement.places if placement is not None else ():
        wording = texts.get((placement.version_id, place.provision)) if placement is not None else None
        if wording is not None:
            called = wording.called
            if place.start < place.end:
                words = wording.heading if place.field == Field.HEADING else wording.body
                called = f"{called}: “{_around(words, place)}”"
            yield PlaceChoice(":".join(map(str, astuple(place))), called)


def _around(words: str, place: Place) -> str:
    """The words of a place with a few around them, by which a person tells two places in one provision apart."""
    start, end = max(0, place.start - _CONTEXT), min(place.end, place.start + _LONGEST) + _CONTEXT
    return f"{'…' if start else ''}{words[start:end].strip()}{'…' if end < len(words) else ''}"


def _place(anchor: IssueAnchor, version: Version, read: Read) -> str:
    """The key of the provision in which the passage stands in a text."""
    placement = read.places.get((anchor.pk, version.pk))
    return str(placement.provision_id if placement and placement.provision_id else anchor.provision_id)


def _words(anchor: IssueAnchor, versions: Iterable[Version], read: Read) -> list[str]:
    return passage_words(read.texts, anchor, [(one, _place(anchor, one, read)) for one in versions])
