"""Letters to people who follow a right: an opinion names it, a draft touches it, and inside the office a tag names it.

Also to those who follow an act on which an opinion is issued. They quote nothing.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from amendments.audit.actor import Actor
from amendments.models import Draft
from amendments.permissions import holds
from amendments.queries.law.readable import readable_draft
from consultations.letters.following import followers, subject_of
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.models import Follow, Letter
from consultations.models.letter import FollowKind, LetterGroup, Pace
from rights.models import Opinion, RightTag
from rights.opinion_letters import OpinionIssued
from rights.powers import Power
from rights.queries.touched_rights import rights_touched, rights_touched_for_anybody

# Before it is looked again whether a person may read an opinion by now: at first in time for the summary of the next morning
_PATIENCE = timedelta(hours=20)
_MOST_PATIENCE = timedelta(days=30)
_OF_AGE = 10  # the part of the age of a letter: about 50 looks in its first year


class RightInOpinion(LetterKind[Opinion]):
    """An issued opinion names a right that the person follows, who is not told of it as a duty already."""

    slug = "right_in_opinion"
    label = gettext_lazy("Followed right named in an opinion")
    group = LetterGroup.TEXTS
    kind = "rights.opinion"
    steps = ("rights.issue_opinion",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        on_duty = {one.person for one in OpinionIssued().owed(keys, actor)}
        for row in Opinion.objects.issued().filter(pk__in=keys).prefetch_related("recommendations"):
            named = {code for one in row.recommendations.all() for code in one.rights}
            for follow in followers(FollowKind.RIGHT, named).exclude(person__in=on_duty):
                yield Owed(follow.person_id, row.pk, str(follow.pk), follow=follow.pk)

    def readable(self, letter: Letter, at: datetime) -> Opinion | None:
        """The opinion, once: not again for a second right."""
        return OpinionIssued().readable(letter, at) if _is_news(letter) else None

    def again_at(self, letter: Letter, at: datetime) -> datetime | None:
        """A membership may open the opinion to the person; a release does not wait for this (`look_again`)."""
        patience = min(max(_PATIENCE, (at - letter.at) / _OF_AGE), _MOST_PATIENCE)
        return at + patience if _is_news(letter) else None

    def once(self, letter: Letter) -> tuple[object, ...]:
        return (letter.about,)

    def subject(self, rows: Sequence[Opinion]) -> str:
        words = _("Opinion %(number)s names a right that you follow: %(about)s")
        return words % {"number": rows[0].number, "about": rows[0].about}

    def lines(self, rows: Sequence[Opinion], letter: Letter) -> list[str]:
        return [_right_of(letter)]

    def url(self, rows: Sequence[Opinion]) -> str:
        return rows[0].url


class OpinionOnAct(RightInOpinion):
    """An opinion is issued on an act that the person follows, or on an amendment of it.

    Whoever is told of it as a duty, or because of a right, is not told again.
    """

    slug = "opinion_on_act"
    label = gettext_lazy("Opinion on a followed act")

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        on_duty = {one.person for one in OpinionIssued().owed(keys, actor)}
        for row in Opinion.objects.issued().filter(pk__in=keys).select_related("amendment"):
            acts = [row.instrument_id]
            if row.amendment is not None:
                acts = list(row.amendment.amended_acts.values_list("instrument", flat=True))
            for follow in followers(FollowKind.ACT, acts).exclude(person__in=on_duty):
                yield Owed(follow.person_id, row.pk, str(follow.pk), follow=follow.pk)

    def readable(self, letter: Letter, at: datetime) -> Opinion | None:
        """The opinion, unless the person is told because of a right; a right can be given up before that."""
        return None if _because_of_right(letter).exists() else super().readable(letter, at)

    def again_at(self, letter: Letter, at: datetime) -> datetime | None:
        """Not again once the person was told because of a right."""
        told = _because_of_right(letter).filter(state=Letter.State.WRITTEN)
        return None if told.exists() else super().again_at(letter, at)

    def subject(self, rows: Sequence[Opinion]) -> str:
        return OpinionIssued().subject(rows)

    def lines(self, rows: Sequence[Opinion], letter: Letter) -> list[str]:
        act = letter.follow and subject_of(letter.person, letter.follow.kind, letter.follow.key)
        return [_("Act: %(name)s") % {"name": act.name if act else "–"}]


class RightTouched(LetterKind[Draft]):
    """New instructions of a draft touch a right that the person follows, as what the person may read says."""

    slug = "right_touched"
    label = gettext_lazy("Followed right touched by a draft")
    group = LetterGroup.TEXTS
    kind = "amendments.version"
    steps = ("amendments.release_version",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        """What the office alone reads leaves no trace with others: their letters are not even dropped."""
        for draft in Draft.objects.filter(versions__in=keys, releases__isnull=False).distinct():
            outside, inside = rights_touched_for_anybody(draft)
            occasion = f"{actor.at:%Y%m%d%H%M%S%f}"
            for follow in (*followers(FollowKind.RIGHT, outside), *_of_office(inside)):
                yield Owed(follow.person_id, draft.pk, f"{follow.pk}/{occasion}", follow=follow.pk)

    def readable(self, letter: Letter, at: datetime) -> Draft | None:
        """The draft is told once for each right, however often it is released."""
        told = Letter.objects.filter(
            person=letter.person_id, kind=self.slug, about=letter.about, follow=letter.follow_id
        ).filter(state=Letter.State.WRITTEN)
        if letter.follow is None or told.exclude(pk=letter.pk).exists():
            return None
        draft: Draft | None = readable_draft(letter.person, letter.about)
        return draft if draft and letter.follow.key in rights_touched(letter.person, draft) else None

    def once(self, letter: Letter) -> tuple[object, ...]:
        return letter.about, letter.follow_id

    def subject(self, rows: Sequence[Draft]) -> str:
        said = _("%(draft)s touches a right that you follow: %(title)s")
        return said % {"draft": rows[0], "title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[Draft], letter: Letter) -> list[str]:
        return [_right_of(letter), _("New instructions change a provision on which this right is named.")]

    def url(self, rows: Sequence[Draft]) -> str:
        return rows[0].redline_url


class RightTagged(LetterKind[RightTag]):
    """Somebody of the office tagged an instruction with a right that a colleague follows."""

    slug = "right_tagged"
    label = gettext_lazy("Followed right tagged on an instruction")
    group = LetterGroup.TEXTS
    kind = "rights.righttag"
    steps = ("rights.tag_rights",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        tags = RightTag.objects.filter(pk__in=keys, instruction__isnull=False, removed_at=None)
        for tag, code in tags.values_list("pk", "right__code"):
            for follow in _of_office([code]):
                yield Owed(follow.person_id, tag, follow=follow.pk)

    def readable(self, letter: Letter, at: datetime) -> RightTag | None:
        rows = RightTag.objects.visible_to(letter.person).filter(version__draft__isnull=False)
        row = rows.select_related("version__draft__amendment").filter(pk=letter.about).first()
        return row if letter.follow_id else None

    def subject(self, rows: Sequence[RightTag]) -> str:
        words = _("An instruction of %(draft)s is tagged with a right that you follow: %(title)s")
        draft = _draft_of(rows[0])
        return words % {"draft": draft, "title": draft.amendment.shown_title}

    def lines(self, rows: Sequence[RightTag], letter: Letter) -> list[str]:
        return [_right_of(letter)]

    def url(self, rows: Sequence[RightTag]) -> str:
        return reverse("rights:instructions", args=[_draft_of(rows[0]).pk])


def _draft_of(tag: RightTag) -> Any:  # Any: `readable` chooses tags in drafts
    return tag.version and tag.version.draft


def _of_office(codes: Iterable[str]) -> list[Follow]:
    """Who follows one of the rights and reads what the office has."""
    power = {"person__groups__permissions__codename": Power.READ.partition(".")[2]}
    rows: QuerySet[Follow] = followers(FollowKind.RIGHT, list(codes)).filter(**power).distinct()
    return [row for row in rows.select_related("person") if holds(row.person, Power.READ)]


def _right_of(letter: Letter) -> str:
    right = letter.follow and subject_of(letter.person, letter.follow.kind, letter.follow.key)
    return _("Right: %(name)s") % {"name": right.name if right else "–"}


def _because_of_right(letter: Letter) -> QuerySet[Letter]:
    """The letters that tell the person of the same opinion because of a right that it names: sent, or still to be sent."""
    rows = Letter.objects.filter(person=letter.person_id, kind=RightInOpinion.slug, about=letter.about)
    will_go = Q(state=Letter.State.WAITING, follow__isnull=False) & ~Q(follow__pace=Pace.OFF)
    return rows.filter(Q(state=Letter.State.WRITTEN) | will_go)


def _is_news(letter: Letter) -> bool:
    """Whether the person still follows the right or act, and has no letter of the same kind on the opinion yet."""
    told = Letter.objects.filter(
        person=letter.person_id, kind=letter.kind, about=letter.about, state=Letter.State.WRITTEN
    )
    return letter.follow_id is not None and not told.exclude(pk=letter.pk).exists()


def look_again(kind: str, ids: Collection[object], actor: Actor, **_: object) -> None:
    """Receives `amendments.signals.changed`: letters on opinions that a text may have opened do not wait for tomorrow."""
    if kind != "amendments.version":
        return
    on_it = Q(amendment__drafts__versions__in=ids) | Q(instrument__versions__in=ids)
    opened = Opinion.objects.issued().filter(on_it).values_list("pk", flat=True).distinct()
    kinds = (RightInOpinion.slug, OpinionOnAct.slug)
    waiting = Letter.objects.filter(kind__in=kinds, state=Letter.State.WAITING, in_digest=False)
    waiting.filter(about__in=[str(pk) for pk in opened], due_at__gt=actor.at).update(due_at=actor.at)


KINDS: tuple[LetterKind[Any], ...] = (RightInOpinion(), OpinionOnAct(), RightTouched(), RightTagged())
