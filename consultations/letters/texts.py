"""Letters about drafts and laws: released, proposed instruction, decided, adopted."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from amendments.audit.actor import Actor
from amendments.models import Amendment, Draft, Instruction, StateChange, Version
from amendments.permissions import may_draft
from amendments.queries.law.in_force_now import in_force_from, is_coming
from amendments.queries.law.readable import readable_amendment, readable_draft, readable_text
from amendments.states import State
from consultations.letters.following import followers
from consultations.letters.kinds import Keys, LetterKind, Owed
from consultations.letters.readers import concerned
from consultations.models import Letter
from consultations.models.letter import FollowKind, LetterGroup

OUTCOMES = frozenset({State.SIGNED, State.REJECTED, State.RETURNED, State.WITHDRAWN})
"""The states in which it is decided what becomes of an amendment."""


class Released(LetterKind[Draft]):
    """A draft is released to people who could not read it before."""

    slug = "released"
    label = gettext_lazy("Draft released to you")
    group = LetterGroup.TEXTS
    kind = "amendments.version"
    steps = ("amendments.release_version",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        drafts = Draft.objects.filter(versions__in=keys, releases__isnull=False).distinct()
        for draft in drafts.select_related("amendment"):
            newest = draft.releases.order_by("-at", "-pk")[0]
            for person, body in concerned(draft.amendment, actor.at):
                yield Owed(person, draft.pk, newest.audience, None, body)
            acts = draft.versions.values_list("instrument", flat=True)
            for follow in followers(FollowKind.ACT, list(acts)):
                yield Owed(follow.person_id, draft.pk, newest.audience, follow=follow.pk)

    def readable(self, letter: Letter, at: datetime) -> Draft | None:
        """Nobody is told twice of a draft that is released to wider and wider audiences."""
        told = Letter.objects.filter(
            person=letter.person_id, kind=self.slug, about=letter.about, state=Letter.State.WRITTEN
        )
        if told.exclude(pk=letter.pk).exists():
            return None
        return readable_draft(letter.person, letter.about)

    def once(self, letter: Letter) -> tuple[object, ...]:
        return (letter.about,)

    def subject(self, rows: Sequence[Draft]) -> str:
        return _("%(draft)s can be read: %(title)s") % {
            "draft": rows[0],
            "title": rows[0].amendment.shown_title,
        }

    def lines(self, rows: Sequence[Draft], letter: Letter) -> list[str]:
        said = _(
            "%(draft)s of “%(title)s” was released to you. Its redline shows what would change in the law."
        )
        return [said % {"draft": rows[0], "title": rows[0].amendment.shown_title}]

    def url(self, rows: Sequence[Draft]) -> str:
        return rows[0].redline_url


class InstructionProposed(LetterKind[Instruction]):
    """A proposed instruction waits: to the drafters of the body."""

    slug = "instruction_proposed"
    label = gettext_lazy("Proposed instruction waits")
    group = LetterGroup.WORK
    kind = "amendments.instruction"
    steps = ("amendments.propose_instruction",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = Instruction.objects.filter(pk__in=keys, status=Instruction.Status.PROPOSED)
        for row in rows.select_related("amended_act__amendment"):
            for person in drafters(row.amended_act.amendment):
                yield Owed(person, row.pk)

    def readable(self, letter: Letter, at: datetime) -> Instruction | None:
        rows = Instruction.objects.select_related("amended_act__amendment")
        row = rows.filter(pk=letter.about, status=Instruction.Status.PROPOSED).first()
        return row if row and may_draft(letter.person, row.amended_act.amendment) else None

    def subject(self, rows: Sequence[Instruction]) -> str:
        return _("A proposed instruction waits: %(title)s") % {
            "title": rows[0].amended_act.amendment.shown_title
        }

    def lines(self, rows: Sequence[Instruction], letter: Letter) -> list[str]:
        said = _(
            "An instruction was proposed for “%(title)s”. Take it into the draft, or withdraw it with a reason."
        )
        return [said % {"title": rows[0].amended_act.amendment.shown_title}]

    def url(self, rows: Sequence[Instruction]) -> str:
        return reverse("amendments_admin:workspace", args=[rows[0].amended_act.amendment_id])

    def why(self, letter: Letter) -> str:
        return _("You receive this because you draft this amendment.")


class Decided(LetterKind[StateChange]):
    """It is decided what becomes of an amendment: to all who had to do with it.

    The letter says what the step decided, whatever followed since. A step that was taken back decides nothing.
    """

    slug = "decided"
    label = gettext_lazy("Decided")
    group = LetterGroup.TEXTS
    kind = "amendments.amendment"
    steps = ("amendments.change_state",)
    outcomes: ClassVar[frozenset[State]] = OUTCOMES

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = StateChange.objects.filter(amendment__in=keys, at=actor.at, state__in=self.outcomes)
        for row in rows.select_related("amendment"):
            for person, body in concerned(row.amendment, actor.at):
                yield Owed(person, row.amendment_id, str(row.pk), None, body)

    def readable(self, letter: Letter, at: datetime) -> StateChange | None:
        rows = StateChange.objects.filter(pk=letter.occasion, taken_back_by=None)
        row = rows.select_related("amendment").first()
        return row if row and readable_amendment(letter.person, letter.about) else None

    def subject(self, rows: Sequence[StateChange]) -> str:
        said = _("%(state)s: %(title)s")
        return said % {"state": rows[0].get_state_display(), "title": rows[0].amendment.shown_title}

    def lines(self, rows: Sequence[StateChange], letter: Letter) -> list[str]:
        said = _("What becomes of “%(title)s” is decided: %(state)s.")
        return [said % {"title": rows[0].amendment.shown_title, "state": rows[0].get_state_display()}]

    def url(self, rows: Sequence[StateChange]) -> str:
        return str(rows[0].amendment.url)


class Adopted(LetterKind[Version]):
    """The text of a law is released after its adoption: to all who had to do with the amendment and may read the text."""

    slug = "adopted"
    label = gettext_lazy("Adopted")
    group = LetterGroup.TEXTS
    kind = "amendments.version"
    steps = ("amendments.release_version",)

    def owed(self, keys: Keys, actor: Actor) -> Iterable[Owed]:
        rows = Version.objects.filter(pk__in=keys, draft=None, text_of__isnull=False)
        for version in rows:
            amendment = version.from_amendment
            for person, body in concerned(amendment, actor.at) if amendment else ():
                yield Owed(person, version.pk, f"{actor.at:%Y%m%d%H%M%S%f}", None, body)
            for follow in followers(FollowKind.ACT, [version.instrument_id]):
                yield Owed(follow.person_id, version.pk, f"{actor.at:%Y%m%d%H%M%S%f}", follow=follow.pk)

    def readable(self, letter: Letter, at: datetime) -> Version | None:
        told = Letter.objects.filter(
            person=letter.person_id, kind=self.slug, about=letter.about, state=Letter.State.WRITTEN
        )
        if told.exclude(pk=letter.pk).exists():
            return None
        return readable_text(letter.person, letter.about)

    def once(self, letter: Letter) -> tuple[object, ...]:
        return (letter.about,)

    def subject(self, rows: Sequence[Version]) -> str:
        return _("Adopted: %(title)s") % {"title": rows[0].instrument.shown_title}

    def lines(self, rows: Sequence[Version], letter: Letter) -> list[str]:
        said = _("The amendment was adopted. “%(title)s” can be read in its new wording.")
        return [" ".join(filter(None, (said % {"title": rows[0].instrument.shown_title}, _force(rows[0]))))]

    def url(self, rows: Sequence[Version]) -> str:
        return str(rows[0].url)


def _force(text: Version) -> str:
    """When an adopted text enters into force; "" where it is in force."""
    if not is_coming(text):
        return ""
    if (day := in_force_from(text)) is None:
        return _("The day on which it enters into force is not known yet.")
    return _("It enters into force on %(day)s.") % {"day": date_format(day, "DATE_FORMAT")}


def drafters(amendment: Amendment) -> list[int]:
    """The accounts that draft in the section of an amendment."""
    paths = [
        amendment.path[:end] for end in range(amendment.steplen, len(amendment.path) + 1, amendment.steplen)
    ]
    rows = get_user_model()._default_manager.filter(
        is_active=True,
        groups__page_permissions__page__path__in=paths,
        groups__page_permissions__permission__codename="change_page",
        groups__page_permissions__page__content_type__model="section",
    )
    return sorted(set(rows.values_list("pk", flat=True)))


KINDS: tuple[LetterKind[Any], ...] = (Released(), InstructionProposed(), Decided(), Adopted())
