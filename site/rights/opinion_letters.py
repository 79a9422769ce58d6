"""Letters about an opinion: that it is issued, that replies are due, that one was given. They quote no recommendation."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from amendments.audit.actor import Actor
from amendments.permissions import holds
from consultations.letters.kinds import Keys, LetterKind, Owed, Row
from consultations.letters.pacing import MORNING
from consultations.letters.readers import members
from consultations.letters.texts import drafters
from consultations.letters.wording import absolute
from consultations.models import Letter, Office
from consultations.models.institution import standing
from consultations.models.letter import LetterGroup
from consultations.values import OfficeKind
from rights.models import Opinion, Recommendation, RecommendationReply
from rights.powers import Power
from rights.queries.opinion_lists import replied_in_words

_LEADING = (OfficeKind.CHAIR, OfficeKind.SECRETARY)


class AboutOpinion(LetterKind[Row]):
    """A letter to somebody whose work an opinion is, on one side or the other."""

    group = LetterGroup.WORK
    kind = "rights.opinion"
    is_duty = True


class OpinionIssued(AboutOpinion[Opinion]):
    """An opinion is issued: to those who send for the addressees, who draft the amendment, and who lead its committees."""

    slug = "opinion_issued"
    label = gettext_lazy("Opinion of the Ombudsman's office")
    steps = ("rights.issue_opinion",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in Opinion.objects.filter(pk__in=keys).select_related("amendment"):
            bodies = row.recommendations.values_list("addressee", flat=True)
            told = members(set(bodies), actor.at, senders_only=True)
            for person, body in told:
                yield Owed(person, row.pk, institution=body)
            known = {person for person, _body in told}
            if row.amendment is not None:
                others = {*drafters(row.amendment), *_leading(row.amendment.pk, actor.at)}
                yield from (Owed(person, row.pk) for person in sorted(others - known))

    def readable(self, letter: Letter, at: datetime) -> Opinion | None:
        rows = Opinion.objects.issued().visible_to(letter.person)
        return rows.select_related("amendment", "instrument").filter(pk=letter.about).first()

    def subject(self, rows: Sequence[Opinion]) -> str:
        words = _("Opinion %(number)s of the Ombudsman's office: %(about)s")
        return words % {"number": rows[0].number, "about": rows[0].about}

    def lines(self, rows: Sequence[Opinion], letter: Letter) -> list[str]:
        own = rows[0].recommendations.all()
        if letter.institution is not None:
            own = own.filter(addressee=letter.institution)
        count = own.count()
        said = ngettext(
            "It has %(count)d recommendation for you. It stands on the site.",
            "It has %(count)d recommendations for you. They stand on the site.",
            count,
        )
        if letter.institution is None:
            said = ngettext(
                "It has %(count)d recommendation on this amendment. It stands on the site.",
                "It has %(count)d recommendations on this amendment. They stand on the site.",
                count,
            )
        return [said % {"count": count}]

    def url(self, rows: Sequence[Opinion]) -> str:
        return rows[0].url

    def why(self, letter: Letter) -> str:
        if letter.institution is not None:
            return super().why(letter)
        amendment = Opinion.objects.values_list("amendment", flat=True).get(pk=letter.about)
        if letter.person_id in _leading(amendment, letter.at):
            return _("You receive this because your committee deals with this amendment.")
        return _("You receive this because you draft this amendment.")


def _leading(amendment: Any, at: datetime) -> set[Any]:
    """The chairs and secretaries of the committees that deal with the amendment with this key."""
    rows = Office.objects.filter(standing(at), user__is_active=True, kind__in=_LEADING)
    return set(rows.filter(committee__referrals__amendment=amendment).values_list("user", flat=True))


class ReplyOverdue(AboutOpinion[Opinion]):
    """The day of the replies is over: to those who send for an addressee that has not replied to all."""

    slug = "recommendation_overdue"
    label = gettext_lazy("Reply to recommendations is overdue")

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        """No step owes it; the calendar does."""
        return ()

    def owed_on(self, row: Opinion, at: datetime) -> Iterable[Owed]:
        """The reminders of one opinion."""
        bodies = set(row.recommendations.filter(reply=None).values_list("addressee", flat=True))
        told = members(bodies, at, senders_only=True)
        people = get_user_model()._default_manager.in_bulk([person for person, _body in told])
        for person, body in told:
            if unreplied(row, people[person], body).exists():
                yield Owed(person, row.pk, f"{row.reply_by:%Y%m%d}", institution=body)

    def readable(self, letter: Letter, at: datetime) -> Opinion | None:
        rows = Opinion.objects.issued().visible_to(letter.person).select_related("amendment", "instrument")
        row = rows.filter(pk=letter.about).first()
        return row if row and unreplied(row, letter.person, letter.institution).exists() else None

    def subject(self, rows: Sequence[Opinion]) -> str:
        words = _("Your reply to %(number)s is overdue: %(about)s")
        return words % {"number": rows[0].number, "about": rows[0].about}

    def lines(self, rows: Sequence[Opinion], letter: Letter) -> list[str]:
        count = unreplied(rows[0], letter.person, letter.institution).count()
        said = ngettext(
            "%(count)d recommendation waits for the reply of your institution. The day was %(day)s.",
            "%(count)d recommendations wait for the reply of your institution. The day was %(day)s.",
            count,
        )
        return [
            said
            % {
                "count": count,
                "day": date_format(rows[0].reply_by, "DATE_FORMAT") if rows[0].reply_by else "",
            }
        ]

    def url(self, rows: Sequence[Opinion]) -> str:
        return rows[0].url


class RecommendationReplied(AboutOpinion[RecommendationReply]):
    """To the analyst to whom the issue belongs, to whoever drafted the opinion, and to the head who issued it.

    The replies to one opinion in a quarter of an hour go in one mail.
    """

    slug = "recommendation_replied"
    label = gettext_lazy("Reply to a recommendation")
    steps = ("rights.reply_to_recommendation",)
    delay = timedelta(minutes=15)
    merged_by = "occasion"  # the opinion

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        given = RecommendationReply.objects.filter(
            recommendation__opinion__in=keys, by=actor.user, at=actor.at
        )
        for row in given.select_related("recommendation__opinion", "recommendation__issue"):
            opinion, issue = row.recommendation.opinion, row.recommendation.issue
            told = {opinion.drafted_by_id, opinion.issued_by_id, issue.owner_id if issue else None}
            yield from (Owed(person, row.pk, str(opinion.pk)) for person in told if person is not None)

    def readable(self, letter: Letter, at: datetime) -> RecommendationReply | None:
        """For the office alone, until the reply is taken back."""
        if not holds(letter.person, Power.READ):
            return None
        joined = ("recommendation__opinion__amendment", "recommendation__opinion__instrument")
        rows = RecommendationReply.objects.select_related(*joined, "recommendation__addressee")
        return rows.filter(pk=letter.about).first()

    def subject(self, rows: Sequence[RecommendationReply]) -> str:
        if len(rows) == 1:
            return replied_in_words(rows[0].recommendation)
        opinion = rows[0].recommendation.opinion
        words = ngettext(
            "%(count)d reply to the recommendations of %(number)s: %(about)s",
            "%(count)d replies to the recommendations of %(number)s: %(about)s",
            len(rows),
        )
        return words % {"count": len(rows), "number": opinion.number, "about": opinion.about}

    def lines(self, rows: Sequence[RecommendationReply], letter: Letter) -> list[str]:
        if len(rows) == 1:
            return [_("The reply stands on the page of the opinion.")]
        return [f"{replied_in_words(one)}: {absolute(one.url)}" for one in _in_order(rows)]

    def url(self, rows: Sequence[RecommendationReply]) -> str:
        own = rows[0].recommendation
        return own.url if len(rows) == 1 else own.opinion.url

    def why(self, letter: Letter) -> str:
        return _("You receive this because you work on the opinion.")


def _in_order(rows: Sequence[RecommendationReply]) -> list[Recommendation]:
    return sorted((row.recommendation for row in rows), key=lambda one: one.place)


def unreplied(row: Opinion, person: Any, institution: Any) -> QuerySet[Recommendation]:
    """The recommendations that wait for the reply of the institution, as far as the person may know."""
    return Recommendation.objects.waiting_for_reply(person).filter(opinion=row, addressee=institution)


class RemindReplies:
    """The job of the periodic runner. Each reminder is a letter that exists once, however often it looks."""

    slug = "recommendation_reminders"
    every = timedelta(hours=1)

    def run(self, now: datetime) -> None:
        """Write the reminders of opinions whose day is over, from eight in the morning of the country."""
        if localtime(now).time() < MORNING:
            return
        waiting = Recommendation.objects.filter(reply=None).order_by().values("opinion")
        for row in Opinion.objects.issued().filter(reply_by__lt=localdate(now), pk__in=waiting):
            owed = OVERDUE.owed_on(row, now)
            Letter.objects.bulk_create((OVERDUE.row(one, now) for one in owed), ignore_conflicts=True)


OVERDUE = ReplyOverdue()
KINDS: tuple[LetterKind[Any], ...] = (OpinionIssued(), OVERDUE, RecommendationReplied())
