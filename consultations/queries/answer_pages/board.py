"""The consolidation board: provisions in the order of the law, each with its comments."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery, UUIDField

from amendments.models import VersionEntry
from amendments.redline.one_base import Meeting, Piece, Proposal, meetings, merged
from consultations.board_proposals import OtherProposal
from consultations.models import Anchor, Comment, Institution, Round
from consultations.models.visibility import CommentQuerySet
from consultations.queries.answer_pages.whole_wordings import WholeWording, whole_wordings
from consultations.queries.comments.comment_lines import Line, for_lines, lines
from consultations.queries.comments.proposals import proposed_on
from consultations.queries.comments.provision_texts import DraftTexts
from consultations.queries.vocabulary.rights_named import of_right
from consultations.rules.proposed import Proposed, Shape

MOST_PROPOSALS = 6  # no more than six patterns can be told apart; further proposals are shown apart


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters that the reader chose; "" is no filter."""

    institution: str = ""
    status: str = ""  # open, proposed, decided
    stance: str = ""
    kind: str = ""
    visibility: str = ""
    right: str = ""  # its code


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers above the board."""

    comments: int
    bodies: int
    answered: int
    proposed: int

    @property
    def open(self) -> int:
        """The number of comments without an answer."""
        return self.comments - self.answered - self.proposed


@dataclass(frozen=True, slots=True)
class BoardComment:
    """A comment of a row, with the letter of its proposal."""

    line: Line
    letter: str = ""
    apart: Proposed | None = None  # a new provision or a few words: no wording of this provision


@dataclass(frozen=True, slots=True)
class BoardOther:
    """What another app proposes for the provision of a row, with its letter."""

    proposal: OtherProposal
    letter: str = ""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A provision, or the whole document, with all comments on it and what other apps propose. `act` is its title if the draft changes several acts."""

    provision: str
    number: str
    act: str
    language: str
    pieces: tuple[Piece, ...]
    comments: tuple[BoardComment, ...]
    clashes: tuple[Meeting, ...] = field(default=())
    others: tuple[BoardOther, ...] = field(default=())


def board_comments(user: Any, round_: Round, filters: Filters) -> CommentQuerySet[Comment]:
    """The comments that the reader may see and that pass the filters."""
    found = Comment.objects.visible_to(user).filter(submission__round=round_).sent().on_the_draft()
    if filters.institution:
        found = found.with_identity_known_to(user).filter(submission__institution__slug=filters.institution)
    status = {
        "open": Q(disposition=None),
        "proposed": Q(disposition__isnull=False, disposition__decided_at=None),
        "decided": Q(disposition__decided_at__isnull=False),
    }.get(filters.status)
    if status is not None:
        found = found.filter(status)
    for name in ("stance", "kind", "visibility"):
        value = getattr(filters, name)
        if value:
            found = found.filter(**{name: value})
    if filters.right:
        found = found.filter(of_right(user, filters.right))
    return found


def totals(user: Any, round_: Round) -> Totals:
    """The numbers of comments that the reader may see, without the filters."""
    found = Comment.objects.visible_to(user).filter(submission__round=round_).sent().on_the_draft()
    return Totals(
        found.count(),
        found.with_identity_known_to(user)
        .values("submission__institution", "submission__person")
        .distinct()
        .count(),
        found.filter(disposition__decided_at__isnull=False).count(),
        found.filter(disposition__isnull=False, disposition__decided_at=None).count(),
    )


def _first_provision() -> Subquery:
    anchors = Anchor.objects.filter(comment=OuterRef("pk")).order_by("pk")
    return Subquery(anchors.values("provision")[:1], output_field=UUIDField())


def provisions_in_order(
    comments: CommentQuerySet[Comment], round_: Round, others: Iterable[OtherProposal] = ()
) -> list[UUID | None]:
    """The commented provisions by act in the order of the law, with those of other proposals.

    None comes first and means the whole document.
    """
    found = set(comments.annotate(first=_first_provision()).values_list("first", flat=True))
    found |= {UUID(one.provision) for one in others}
    order: dict[UUID | None, tuple[int, int, int]] = {}
    for act, (text, base) in enumerate(round_.draft.versions.values_list("pk", "parent")):
        now, then = _orders(text, found), _orders(base, found)
        order |= {pk: (act, place, 0) for pk, place in now.items()}
        if gone := then.keys() - now.keys():
            beside = _places_of_gone(text, base)
            order |= {pk: (act, beside[pk], then[pk]) for pk in gone}
    return sorted(found, key=lambda pk: (pk is not None, order.get(pk, (0, 0, 0))))


def _orders(version: UUID | None, provisions: Iterable[UUID | None] | None = None) -> dict[UUID, int]:
    """The places of provisions in a text; of all that it has where none are given."""
    rows = VersionEntry.objects.filter(version=version).order_by("order")
    if provisions is not None:
        rows = rows.filter(provision__in=[pk for pk in provisions if pk])
    return dict(rows.values_list("provision", "order"))


def _places_of_gone(text: UUID, base: UUID | None) -> dict[UUID, int]:
    """For what stood in the base, the place of the last provision before it that stands in the draft."""
    now, last, found = _orders(text), -1, {}
    for pk in _orders(base):
        last = now.get(pk, last)
        found[pk] = last
    return found


def board_rows(
    user: Any,
    round_: Round,
    comments: CommentQuerySet[Comment],
    provisions: Iterable[UUID | None],
    others: Iterable[OtherProposal] = (),
) -> list[BoardRow]:
    """The rows of one page, in a bounded number of queries."""
    provisions = list(provisions)
    chosen: CommentQuerySet[Any] = comments.annotate(first=_first_provision()).filter(
        Q(first__in=[pk for pk in provisions if pk]) | (Q(first=None) if None in provisions else Q(pk__in=[]))
    )
    by_provision: dict[object, list[Line]] = defaultdict(list)
    for line in lines(for_lines(chosen), user):
        anchors = list(line.comment.anchors.all())
        by_provision[anchors[0].provision_id if anchors else None].append(line)
    beside: dict[str, list[OtherProposal]] = defaultdict(list)
    for one in others:
        beside[one.provision].append(one)
    texts = DraftTexts.of(round_.draft, [pk for pk in provisions if pk])
    proposed: dict[object, list[str]] = {
        pk: [
            *(line.comment.proposal_shown for line in by_provision[pk]),
            *(one.wording for one in beside[str(pk)]),
        ]
        for pk in provisions
        if pk
    }
    wholes = whole_wordings(texts, proposed)
    return [
        _row(pk, by_provision[pk], beside[str(pk)], texts, wholes.get(pk, WholeWording()))
        for pk in provisions
    ]


def _row(
    pk: object, found: list[Line], beside: list[OtherProposal], texts: DraftTexts, whole: WholeWording
) -> BoardRow:
    if pk is None:
        return BoardRow("", "", "", "", (), tuple(BoardComment(line) for line in found))
    shown, version, words = texts.shown(pk), texts.version_of(pk), whole.words
    proposals: list[Proposal] = []
    comments: list[BoardComment] = []
    for line in found:
        text = line.comment.proposal_shown
        proposed = proposed_on(text, shown, version.instrument) if text and version else None
        if proposed is None or proposed.shape is not Shape.WORDING or len(proposals) == MOST_PROPOSALS:
            comments.append(BoardComment(line, apart=proposed))
            continue
        letter = ascii_uppercase[len(proposals)]
        proposals.append(Proposal(letter, whole.proposed(proposed.text)))
        comments.append(BoardComment(line, letter))
    others = [_other(one, proposals, whole) for one in beside]
    pieces = merged(words, proposals) if words else []
    return BoardRow(
        str(pk),
        shown.called if shown else "",
        version.instrument.shown_title if version and texts.has_several_acts else "",
        version.instrument.language if version else "",
        tuple(piece for piece in pieces if piece.text),
        tuple(comments),
        tuple(meetings(words, proposals)),
        tuple(others),
    )


def _other(one: OtherProposal, proposals: list[Proposal], whole: WholeWording) -> BoardOther:
    """The other proposal with the next free letter, if it has a wording."""
    if not (one.wording and whole.words) or len(proposals) == MOST_PROPOSALS:
        return BoardOther(one)
    letter = ascii_uppercase[len(proposals)]
    proposals.append(Proposal(letter, whole.proposed(one.wording)))
    return BoardOther(one, letter)


def institutions_on(user: Any, round_: Round) -> list[Institution]:
    """The institutions to filter by, without those whose identity is withheld."""
    known = (
        Comment.objects.visible_to(user).filter(submission__round=round_).sent().with_identity_known_to(user)
    )
    return list(Institution.objects.filter(submissions__comments__in=known).distinct())
