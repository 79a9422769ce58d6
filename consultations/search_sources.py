"""Lets people find the comments that they may read, and the answers."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext, gettext_lazy as _, override

from amendments.models import EntryText, Instrument, Version
from amendments.queries.law.provision_names import cite
from amendments.signals import changed
from consultations.access.memberships import institutions_of
from consultations.models import Anchor, Comment, CommentTranslation, Disposition, Right, Round
from consultations.models.visibility import rounds_read
from consultations.queries.vocabulary.right_names import forget_right_names, right_names
from consultations.values import ANSWER_LABELS, CommentState, Visibility
from search.sources import PUBLIC, Entry, Text, refresh, register, register_reader, register_rights

_FINDABLE = (CommentState.DRAFT, CommentState.SUBMITTED)  # withdrawn and replaced comments are not found
_BATCH = 500


class CommentSource:
    """Gives the search one entry for each comment. Only its own institution finds a draft."""

    name = "comment"
    label = _("Comments")
    statuses = {
        **dict(CommentState.choices),
        **{answer.value: label for answer, label in ANSWER_LABELS.items()},
    }

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """The comments with these keys."""
        findable = Comment.objects.filter(state__in=_FINDABLE)
        keys = list(
            (findable if ids is None else findable.filter(pk__in=_keys(ids))).values_list("pk", flat=True)
        )
        for start in range(0, len(keys), _BATCH):
            for _comment, entry in _with_entries(keys[start : start + _BATCH]):
                yield entry

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The comments that the person may read."""
        rows = Comment.objects.visible_to(user).filter(state__in=_FINDABLE, pk__in=_keys(ids))
        return {str(pk) for pk in rows.values_list("pk", flat=True)}


class AnswerSource:
    """Gives the search one entry for each decided answer. Whoever may read a comment may read its answer."""

    name = "answer"
    label = _("Answers")
    statuses = {answer.value: label for answer, label in ANSWER_LABELS.items()}

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """The answers to the comments with these keys."""
        answered = Comment.objects.filter(state__in=_FINDABLE, disposition__decided_at__isnull=False)
        keys = list(
            (answered if ids is None else answered.filter(pk__in=_keys(ids))).values_list("pk", flat=True)
        )
        for start in range(0, len(keys), _BATCH):
            for comment, entry in _with_entries(keys[start : start + _BATCH]):
                yield _answer(comment, entry)

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The answers to comments that the person may read."""
        rows = Comment.objects.visible_to(user).filter(
            state__in=_FINDABLE, disposition__decided_at__isnull=False, pk__in=_keys(ids)
        )
        return {str(pk) for pk in rows.values_list("pk", flat=True)}


def _keys(ids: Collection[object]) -> list[UUID]:
    return [UUID(str(key)) for key in ids]


def _with_entries(keys: list[UUID]) -> Iterator[tuple[Comment, Entry]]:
    comments = (
        Comment.objects.filter(pk__in=keys)
        .select_related(
            "submission__institution",
            "submission__round__draft__amendment",
            "disposition",
            "question",
        )
        .prefetch_related(
            "rights",
            Prefetch("anchors", Anchor.objects.select_related("version__instrument")),
            Prefetch("submission__round__draft__versions", Version.objects.select_related("instrument")),
        )
    )
    public = set(comments.visible_to(AnonymousUser()).values_list("pk", flat=True))
    places, translations = _places(keys), _translations(keys)
    for comment in comments:
        entry = _entry(comment, places.get(comment.pk, []), is_public=comment.pk in public)
        further = (
            Text(language, entry.texts[0].heading, rationale, is_translation=True)
            for language, rationale in translations[comment.pk].items()
        )
        yield comment, replace(entry, texts=(*entry.texts, *further))


@dataclass(frozen=True, slots=True)
class _Place:
    """A provision that a comment points at: its citation and its place in the text."""

    cited: str
    order: int


def _places(keys: list[UUID]) -> dict[UUID, list[_Place]]:
    """The provisions that comments point at."""
    found: dict[UUID, list[_Place]] = {}
    anchors = list(Anchor.objects.filter(comment__in=keys).values_list("comment", "version", "provision"))
    rows = EntryText.objects.filter(
        entry__provision__in={provision for *_, provision in anchors},
        entry__version__in={version for _, version, _ in anchors},
    ).select_related("entry__version__instrument", "entry__provision", "text")
    standing = {
        (row.entry.version_id, row.entry.provision_id): _Place(cite(row), row.entry.order) for row in rows
    }
    for comment, version, provision in anchors:
        if place := standing.get((version, provision)):
            found.setdefault(comment, []).append(place)
    return found


def _entry(comment: Comment, places: list[_Place], *, is_public: bool) -> Entry:
    submission = comment.submission
    draft, act = submission.round.draft, _act_of(comment)
    asked = [comment.question.text] if comment.question else []
    heading = ", ".join(
        [comment.reference, *asked, *dict.fromkeys(place.cited for place in places if place.cited)]
    )
    body = "\n".join(words for words in (comment.reasons_shown, comment.proposal_shown) if words)
    return Entry(
        id=str(comment.pk),
        url=comment.url,
        texts=(Text(comment.language, heading, body),),
        audience=frozenset({PUBLIC} if is_public else _tokens(comment)),
        names=tuple(_names(comment)),
        instrument=act.number,
        instrument_title=act.title,
        context=draft.amendment.title,
        status=_status(comment),
        institution=submission.institution.name if submission.institution and not comment.is_withheld else "",
        rights=tuple(right.code for right in comment.rights.all()),
        date=localdate(_moment(comment)),
        place=min((place.order for place in places), default=0),
    )


def _translations(keys: list[UUID]) -> dict[UUID, dict[str, str]]:
    """The newest translation of the reasons of each comment into each language, for the readers of the comment."""
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    rows = CommentTranslation.objects.shown().filter(comment__in=keys).order_by("written_at", "pk")
    for comment, language, rationale in rows.values_list("comment", "language", "rationale"):
        found[comment][language] = rationale
    return found


def _names(comment: Comment) -> Iterator[Text]:
    """What it is found by besides: its number and that of its submission, its institution, the names of its rights.

    If the identity is withheld, nothing that it shares with other comments of the sender.
    """
    numbers = [comment.reference]
    if not comment.is_withheld:
        numbers.append(comment.submission.reference)
        if comment.submission.institution:
            yield Text(comment.language, body=comment.submission.institution.name)
    yield Text("", body=" ".join(word for number in numbers for word in (number, number.replace("-", ""))))
    for language in comment.rights.all()[0].labels if comment.rights.all() else ():
        yield Text(language, body="; ".join(right.labels.get(language, "") for right in comment.rights.all()))


def _moment(comment: Comment) -> datetime:
    """When the comment was sent. If the identity is withheld, when its round opened, so that the time tells nothing."""
    if comment.is_withheld:
        return comment.submission.round.opens
    return comment.submitted_at or comment.saved_at


def _act_of(comment: Comment) -> Instrument:
    """The act that the comment points at; for a comment on the whole document, the first act of the draft."""
    anchors = [anchor.version for anchor in comment.anchors.all()]
    versions = anchors or list(comment.submission.round.draft.versions.all())
    return versions[0].instrument


def _answer(comment: Comment, entry: Entry) -> Entry:
    """The entry of an answer, with the tokens of the comment and without its institution."""
    answer = comment.disposition
    text = entry.texts[0]
    with override(comment.language):
        heading = gettext("Answer to %(comment)s") % {"comment": text.heading}
        body = "\n".join(filter(None, (str(answer.get_value_display()), answer.reason)))
    return replace(
        entry,
        texts=(Text(comment.language, heading, body),),
        institution="",
        names=(),
        date=localdate(answer.decided_at),
    )


def _status(comment: Comment) -> str:
    """The answer if it is decided, which all readers of the comment may know."""
    answer: Disposition | None = getattr(comment, "disposition", None)
    return str(answer.value if answer and answer.is_decided else comment.state)


def _tokens(comment: Comment) -> set[str]:
    """The tokens of its institution or person and, once it is sent, of those who read this visibility in the round."""
    submission = comment.submission
    own = (
        _of_institution(submission.institution_id)
        if submission.institution_id
        else _of_person(submission.person_id)
    )
    return {own} | ({_in_round(submission.round_id, comment.visibility)} if comment.submitted_at else set())


def _of_institution(institution: UUID) -> str:
    return f"comments-of:institution:{institution}"


def _of_person(person: Any) -> str:
    return f"comments-of:person:{person}"


def _in_round(round_: UUID, visibility: Visibility | str) -> str:
    return f"comments-in:{round_}:{visibility}"


def readable_comments(user: Any) -> list[str]:
    """The tokens of a person, by the same rule as on pages: comments of others by round and visibility."""
    if user is None or not user.is_authenticated or not user.is_active:
        return []
    return [
        *(_of_institution(institution) for institution in institutions_of(user)),
        _of_person(user.pk),
        *(
            _in_round(round_, visibility)
            for visibility, read in rounds_read(user).items()
            for round_ in Round.objects.filter(read).order_by().values_list("pk", flat=True)
        ),
    ]


def follow(kind: str, ids: Collection[object], **_: object) -> None:
    """Index the comments that a change concerns."""
    if kind == "consultations.comment":
        _index(ids)
    elif kind == "amendments.version":  # a release may make the comments on it visible
        _refresh(Q(submission__round__draft__versions__in=[str(pk) for pk in ids]))
    elif kind == "consultations.institution":  # its name may have changed
        _refresh(Q(submission__institution__in=_keys(ids)))
    elif kind == Right._meta.label_lower:  # likewise
        _refresh(Q(rights__in=ids))


def _refresh(which: Q) -> None:
    _index(list(Comment.objects.filter(which).values_list("pk", flat=True).distinct()))


def _index(ids: Collection[object]) -> None:
    refresh("comment", ids)
    refresh("answer", ids)


register(AnswerSource())
register(CommentSource())
register_rights(right_names)
register_reader(readable_comments)
changed.connect(forget_right_names, dispatch_uid="consultations.right_names")
changed.connect(follow, dispatch_uid="consultations.search_sources")
