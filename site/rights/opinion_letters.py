"""The letter about an opinion: to the institutions that it addresses and to the drafters. It quotes no recommendation."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _, gettext_lazy, ngettext

from amendments.audit.actor import Actor
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.readers import members
from consultations.letters.texts import drafters
from consultations.models import Letter
from consultations.models.letter import LetterGroup
from rights.models import Opinion


class OpinionIssued(LetterKind[Opinion]):
    """An opinion is issued: to those who send for the addressees, and to those who draft the amendment."""

    slug = "opinion_issued"
    label = gettext_lazy("Opinion of the Ombudsman's office")
    group = LetterGroup.WORK
    kind = "rights.opinion"
    steps = ("rights.issue_opinion",)
    is_duty = True

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in Opinion.objects.filter(pk__in=keys).select_related("amendment"):
            bodies = row.recommendations.values_list("addressee", flat=True)
            told = members(set(bodies), actor.at, senders_only=True)
            for person, body in told:
                yield Owed(person, row.pk, institution=body)
            known = {person for person, _body in told}
            for person in drafters(row.amendment) if row.amendment is not None else ():
                if person not in known:
                    yield Owed(person, row.pk)

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
        return _("You receive this because you draft this amendment.")


KINDS: tuple[OpinionIssued, ...] = (OpinionIssued(),)
