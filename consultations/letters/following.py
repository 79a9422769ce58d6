"""What people follow: who follows what, its name for the person, and letters about it that nobody else gets."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from amendments.audit.actor import Actor
from amendments.models import Draft, Provision, Version, VersionTarget
from amendments.queries.law.acts import visible_instruments
from amendments.queries.law.provision_page import cited_for
from amendments.queries.law.readable import readable_draft
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.models import Comment, Follow, Letter, Right, Round
from consultations.models.letter import FollowKind, LetterGroup
from consultations.values import CommentState


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be followed, as the person may read of it."""

    name: str
    url: str


def subject_of(user: Any, kind: str, key: str) -> Subject | None:
    """The subject, if the person may know of it."""
    return subjects_of(user, [(kind, key)]).get((kind, key))


def subjects_of(user: Any, named: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Subject]:
    """The subjects of which the person may know, by kind and key. The number of queries depends on the kinds alone."""
    keys: dict[str, list[str]] = defaultdict(list)
    for kind, key in named:
        keys[kind].append(key)
    return {
        (kind, key): subject for kind, some in keys.items() for key, subject in _SUBJECTS[kind](user, some)
    }


def _acts(user: Any, keys: Sequence[str]) -> Iterator[tuple[str, Subject]]:
    for act in visible_instruments(user).filter(pk__in=[key for key in keys if key.isdecimal()]):
        yield str(act.pk), Subject(act.shown_title, str(act.url))


def _rights(user: Any, keys: Sequence[str]) -> Iterator[tuple[str, Subject]]:
    for right in Right.objects.filter(code__in=keys):
        yield right.code, Subject(str(right), reverse("consultations:list"))


def _rounds(user: Any, keys: Sequence[str]) -> Iterator[tuple[str, Subject]]:
    rounds = Round.objects.visible_to(user).filter(pk__in=_uuids(keys))
    for round_ in rounds.select_related("draft__amendment", "consultation"):
        yield str(round_.pk), Subject(f"{round_.amendment.shown_title}, {round_}", round_.url)


def _provisions(user: Any, keys: Sequence[str]) -> Iterator[tuple[str, Subject]]:
    cited = cited_for(user, _uuids(keys))
    rows = Provision.objects.filter(pk__in=cited).select_related("instrument")
    for row in rows:  # many acts have an Article 1.2
        name = f"{cited[row.pk]}, {row.instrument.shown_title}"
        yield str(row.pk), Subject(name, reverse("amendments:provision", args=[row.pk]))


_SUBJECTS: Mapping[str, Callable[[Any, Sequence[str]], Iterator[tuple[str, Subject]]]] = {
    FollowKind.ACT: _acts,
    FollowKind.RIGHT: _rights,
    FollowKind.ROUND: _rounds,
    FollowKind.PROVISION: _provisions,
}


def _uuids(keys: Iterable[str]) -> list[UUID]:
    """The keys that are of rows at all: a person may have typed them."""
    found = []
    for key in keys:
        with suppress(ValueError):
            found.append(UUID(key))
    return found


def followers(kind: FollowKind, keys: Collection[object]) -> QuerySet[Follow]:
    """Who follows any of these rows."""
    return Follow.objects.filter(kind=kind, key__in=[str(key) for key in keys], person__is_active=True)


def of_round(round_: Round) -> Iterator[Follow]:
    """Who follows a round, or one of the acts that its draft changes."""
    yield from followers(FollowKind.ROUND, [round_.pk])
    acts = Version.objects.filter(draft=round_.draft_id).values_list("instrument", flat=True)
    yield from followers(FollowKind.ACT, list(acts))


class ProvisionTouched(LetterKind[Draft]):
    """A draft that the person may read changes a provision that the person follows."""

    slug = "provision_touched"
    label = gettext_lazy("Followed provision changed in a draft")
    group = LetterGroup.TEXTS
    kind = "amendments.version"
    steps = ("amendments.release_version",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        touched = VersionTarget.objects.filter(sealed__version__in=keys, sealed__version__draft__isnull=False)
        drafts = dict(touched.values_list("provision", "sealed__version__draft"))
        for follow in followers(FollowKind.PROVISION, list(drafts)):
            draft = next(pk for provision, pk in drafts.items() if str(provision) == follow.key)
            occasion = f"{follow.pk}/{actor.at:%Y%m%d%H%M%S%f}"
            yield Owed(follow.person_id, draft, occasion, follow=follow.pk)

    def readable(self, letter: Letter, at: datetime) -> Draft | None:
        """The draft is told once, however often it is released."""
        told = Letter.objects.filter(
            person=letter.person_id, kind=self.slug, about=letter.about, follow=letter.follow_id
        ).filter(state=Letter.State.WRITTEN)
        if letter.follow_id is None or told.exclude(pk=letter.pk).exists():
            return None
        return readable_draft(letter.person, letter.about)

    def once(self, letter: Letter) -> tuple[object, ...]:
        return letter.about, letter.follow_id

    def subject(self, rows: Sequence[Draft]) -> str:
        said = _("%(draft)s changes a provision that you follow: %(title)s")
        return said % {"draft": rows[0], "title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Draft], letter: Letter) -> list[str]:
        subject = letter.follow and subject_of(letter.person, letter.follow.kind, letter.follow.key)
        said = _("%(draft)s of “%(title)s” changes %(provision)s.")
        provision = subject.name if subject else _("a provision that you follow")
        return [said % {"draft": rows[0], "title": rows[0].amendment.shown_title, "provision": provision}]

    def url(self, rows: Sequence[Draft]) -> str:
        return rows[0].redline_url


class RightNamed(LetterKind[Comment]):
    """A comment that the person may read names a right that the person follows."""

    slug = "right_named"
    label = gettext_lazy("Followed right named")
    group = LetterGroup.TEXTS
    kind = "consultations.comment"
    steps = ("consultations.submit", "consultations.enter_on_behalf")
    merged_by = "round_id"

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = Comment.objects.filter(pk__in=keys, state=CommentState.SUBMITTED, rights__isnull=False)
        for key, round_, code in rows.values_list("pk", "submission__round", "rights__code"):
            for follow in followers(FollowKind.RIGHT, [code]):
                yield Owed(follow.person_id, key, str(follow.pk), round_, follow=follow.pk)

    def readable(self, letter: Letter, at: datetime) -> Comment | None:
        rows = Comment.objects.visible_to(letter.person).sent()
        row = rows.select_related("submission__round__draft__amendment").filter(pk=letter.about).first()
        return row if letter.follow_id else None

    def subject(self, rows: Sequence[Comment]) -> str:
        said = ngettext(
            "%(count)s comment names a right that you follow: %(title)s",
            "%(count)s comments name a right that you follow: %(title)s",
            len(rows),
        )
        return said % {"count": len(rows), "title": rows[0].submission.round.amendment.shown_title}

    def lines(self, rows: Sequence[Comment], letter: Letter) -> list[str]:
        right = letter.follow and subject_of(letter.person, letter.follow.kind, letter.follow.key)
        numbers = ", ".join(row.reference for row in rows)
        return [
            _("Right: %(name)s") % {"name": right.name if right else "–"},
            _("Comments: %(numbers)s") % {"numbers": numbers},
        ]

    def url(self, rows: Sequence[Comment]) -> str:
        return rows[0].url if len(rows) == 1 else rows[0].submission.round.url


KINDS: tuple[LetterKind[Any], ...] = (ProvisionTouched(), RightNamed())
