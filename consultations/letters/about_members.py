"""Letters to the people of an institution about who comes to act for it and who no longer does."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from amendments.audit.actor import Actor
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.models import Letter, Membership
from consultations.models.institution import standing
from consultations.models.letter import LetterGroup


class AboutMember(LetterKind[Membership]):
    """To the person, and to those who were there before, so that nobody reads what they wrote without their knowing."""

    kind = "consultations.membership"
    group = LetterGroup.WORK
    is_duty = True

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        for row in Membership.objects.filter(pk__in=keys):
            others = Membership.objects.filter(standing(actor.at), institution=row.institution_id)
            concerned = Membership.objects.filter(Q(pk=row.pk) | Q(pk__in=others), user__is_active=True)
            for person in sorted(set(concerned.values_list("user", flat=True))):
                yield Owed(person, row.pk, f"{actor.at:%Y%m%d%H%M%S%f}", institution=row.institution_id)

    def readable(self, letter: Letter, at: datetime) -> Membership | None:
        """The row, also for those whose own membership ended meanwhile: they are to know who came after them."""
        row = Membership.objects.select_related("institution", "user").filter(pk=letter.about).first()
        own = Membership.objects.filter(user=letter.person, institution=letter.institution_id)
        return row if own.exists() else None

    def words(self, row: Membership, letter: Letter) -> dict[str, object]:
        """What the lines name."""
        step = row.history.filter(history_date__lte=letter.at).first()
        return {
            "by": step.history_user,
            "name": row.user,
            "role": row.get_role_display(),
            "institution": row.institution,
        }

    def url(self, rows: Sequence[Membership]) -> str:
        return reverse("consultations:mine")

    def why(self, letter: Letter) -> str:
        return _("You receive this because you act for %(name)s, or did so.") % {"name": letter.institution}


class MemberAdded(AboutMember):
    """Somebody acts for the institution from now on."""

    slug = "member_added"
    label = gettext_lazy("Member added")
    steps = ("consultations.add_member",)

    def subject(self, rows: Sequence[Membership]) -> str:
        return _("Member added: %(institution)s") % {"institution": rows[0].institution}

    def lines(self, rows: Sequence[Membership], letter: Letter) -> list[str]:
        return [
            _("%(by)s added %(name)s to those who act for %(institution)s (%(role)s).")
            % self.words(rows[0], letter),
            _(
                "Authors, focal points and heads read all that the institution wrote. If this is not right, tell the "
                "focal point or the administrators."
            ),
        ]


class MembershipEnded(AboutMember):
    """Somebody no longer acts for the institution."""

    slug = "membership_ended"
    label = gettext_lazy("Membership ended")
    steps = ("consultations.end_membership",)

    def subject(self, rows: Sequence[Membership]) -> str:
        return _("Membership ended: %(institution)s") % {"institution": rows[0].institution}

    def lines(self, rows: Sequence[Membership], letter: Letter) -> list[str]:
        return [
            _("%(by)s set the last day on which %(name)s acts for %(institution)s (%(role)s).")
            % self.words(rows[0], letter),
            _("If this is not right, tell the focal point or the administrators."),
        ]


KINDS: tuple[AboutMember, ...] = (MemberAdded(), MembershipEnded())
