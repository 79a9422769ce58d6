"""Letters about what others ask of the secretariat and the chair: a release, a late acceptance."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from amendments.audit.actor import Actor
from amendments.models import Amendment, ReleaseRequest
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.models import LateAcceptance, Letter, Office
from consultations.models.institution import standing
from consultations.models.letter import LetterGroup
from consultations.values import OfficeKind

DECIDING = (OfficeKind.SECRETARY, OfficeKind.CHAIR)


def officers(amendment: Amendment | None, at: datetime) -> Iterator[Any]:
    """The secretaries and chairs of the committee of an amendment; without an amendment, of every committee."""
    offices = Office.objects.filter(standing(at), kind__in=DECIDING, user__is_active=True)
    if amendment is not None:
        offices = offices.filter(committee__referrals__amendment=amendment.pk)
    yield from sorted(set(offices.values_list("user", flat=True)))


class AboutRequest(LetterKind[Any]):
    """A letter to those who decide about a request, as long as it waits for them."""

    is_duty = True
    group = LetterGroup.WORK

    def why(self, letter: Letter) -> str:
        return _("You receive this because you hold an office of the committee.")


class ReleaseAsked(AboutRequest):
    """The drafters ask for a release: to those who approve it where the site wants that, then to those who release."""

    slug = "release_asked"
    label = gettext_lazy("Release asked for")
    kind = "amendments.releaserequest"
    steps = ("amendments.request_release", "amendments.approve_release")

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in ReleaseRequest.objects.filter(pk__in=keys):
            step = "approved" if row.approved_by_id else "asked"
            for person in officers(row.text.from_amendment, actor.at):
                yield Owed(person, row.pk, step)

    def readable(self, letter: Letter, at: datetime) -> ReleaseRequest | None:
        """The request, if it waits for this person."""
        rows = ReleaseRequest.objects.select_related("draft__amendment", "version__instrument")
        row = rows.filter(pk=letter.about, release=None).first()
        if row is None or row.requested_by_id == letter.person.pk:
            return None
        power = "amendments.approve_release" if needs_approval(row) else "amendments.release_version"
        return row if holds_on(letter.person, power, row.text.from_amendment) else None

    def subject(self, rows: Sequence[ReleaseRequest]) -> str:
        said = _("To be approved: %(title)s") if needs_approval(rows[0]) else _("To be released: %(title)s")
        return said % {"title": _page(rows[0]).shown_title}

    def lines(self, rows: Sequence[ReleaseRequest], letter: Letter) -> list[str]:
        row = rows[0]
        said = _("The drafters of “%(title)s” ask for a release. Text: %(text)s. Readers: %(audience)s.")
        words = {"title": _page(row).shown_title, "text": row.text.label, "audience": row.audience_label}
        todo = _("Read the text and release it.")
        if needs_approval(row):
            todo = _("Read the text and approve the release, so that the secretariat can release it.")
        return [said % words, todo]

    def url(self, rows: Sequence[ReleaseRequest]) -> str:
        return str(_page(rows[0]).url)


def needs_approval(row: ReleaseRequest) -> bool:
    """Whether the chair approves it first."""
    return getattr(settings, "MADDA_RELEASE_NEEDS_APPROVAL", False) and row.approved_by_id is None


def _page(row: ReleaseRequest) -> Any:
    """The page of the amendment, or of the act."""
    return row.text.page


class LateAsked(AboutRequest):
    """Somebody asks to be accepted after the closing time. The reason stands on the site."""

    slug = "late_asked"
    label = gettext_lazy("Late acceptance asked for")
    steps = ("consultations.ask_late",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = LateAcceptance.objects.filter(round__in=keys, asked_at=actor.at, asked_by=actor.user)
        for row in rows.select_related("round__draft__amendment"):
            for person in officers(row.round.amendment, actor.at):
                yield Owed(person, row.pk, f"{actor.at:%Y%m%d%H%M%S%f}", row.round_id)

    def readable(self, letter: Letter, at: datetime) -> LateAcceptance | None:
        rows = LateAcceptance.objects.select_related("round__draft__amendment", "institution")
        row = rows.filter(pk=letter.about).first()
        return (
            row
            if row and row.is_waiting and holds_on(letter.person, Power.ACCEPT_LATE, row.round.amendment)
            else None
        )

    def once(self, letter: Letter) -> tuple[object, ...]:
        return (letter.about,)

    def subject(self, rows: Sequence[LateAcceptance]) -> str:
        return _("Late acceptance asked for: %(title)s") % {"title": rows[0].round.amendment.shown_title}

    def lines(self, rows: Sequence[LateAcceptance], letter: Letter) -> list[str]:
        row, title = rows[0], rows[0].round.amendment.shown_title
        said = _("Somebody asks to send an individual view on “%(title)s” after the closing time.")
        if row.institution is not None:
            said = _("%(name)s asks to send comments on “%(title)s” after the closing time.")
        todo = _("The reason stands on the site. Accept it until a time that you choose, or decline it.")
        return [said % {"name": row.institution, "title": title}, todo]

    def url(self, rows: Sequence[LateAcceptance]) -> str:
        return reverse("consultations:manage_round", args=[rows[0].round_id])


KINDS: tuple[AboutRequest, ...] = (ReleaseAsked(), LateAsked())
