"""Gives a degree to a row on a text: the same again, or a new one."""

from collections.abc import Sequence
from uuid import UUID

from amendments.audit.actor import Actor
from amendments.models import Version
from consultations.actions.comments.anchoring import Chosen, anchored
from consultations.errors import NotOnThisVersion
from rights.actions.base import is_own
from rights.actions.concordance.row_action import RowAction, follow_everywhere, words_judged
from rights.actions.concordance.row_content import Judged
from rights.errors import JudgedMeanwhile, LessPublic, OfAnotherAct
from rights.models import Judgement, RowAnchor, RowText
from rights.queries.comparing.audiences_of_texts import is_read_wherever
from rights.shown_people import refuse_identifiers


class JudgeRow(RowAction[Judgement]):
    """Somebody says which degree a text gives. `provisions` names other provisions of that text for the row.

    `seen` is the newest judgement that the person's page showed; a newer one is not overridden unseen, unless it
    is of a text that the person may not read.
    """

    action_name = "rights.judge_row"

    def __init__(
        self,
        row: object,
        version: Version,
        judged: Judged,
        *,
        actor: Actor,
        provisions: Sequence[str] | None = None,
        seen: UUID | None = None,
    ) -> None:
        super().__init__(row, actor=actor)  # type: ignore[arg-type] # a `ConcordanceRow`
        self.version, self.judged, self.provisions, self.seen = version, judged, provisions, seen

    def user_has_permission(self) -> bool:
        """Whether the person writes such rows and reads the text."""
        readable = Version.objects.visible_to(self.user)
        return super().user_has_permission() and readable.contains(self.version)

    def done(self) -> Judgement | None:
        """The same judgement of the same text, if it is the newest one."""
        newest = next(reversed(self.readable_judgements()), None)
        if newest is None or (newest.version_id, newest.by_id) != (self.version.pk, self.user.pk):
            return None
        is_same = (newest.degree, newest.comment) == (self.judged.degree, self.judged.words)
        return newest if is_same and not self._other_provisions else None

    @property
    def _other_provisions(self) -> bool:
        """Whether the row gets other provisions."""
        standing = {str(key) for key in self.instance.anchors.values_list("provision", flat=True)}
        return self.provisions is not None and set(self.provisions) != standing

    def perform(self) -> Judgement:
        """Write the degree, and the provisions where they are other ones."""
        row = self.instance
        if self.version.instrument_id != row.instrument_id:
            raise OfAnotherAct
        refuse_identifiers(self.judged.words)
        newest = next(reversed(self.readable_judgements()), None)
        if self.seen is not None and (newest is None or newest.pk != self.seen):
            given = Judgement.objects.visible_to(self.user).filter(row=row)
            raise JudgedMeanwhile(is_own=is_own(given.order_by("place").last(), self.actor))
        if self._other_provisions:
            self._name_provisions()
        judgement = Judgement.objects.create(
            row=row,
            version=self.version,
            text_hash=words_judged(row, self.version),
            degree=self.judged.degree.value,
            comment=self.judged.words,
            at=self.actor.at,
            by=self.user,
            place=row.judgements.count() + 1,  # the row is locked
        )
        self.save(row)
        return judgement

    def _name_provisions(self) -> None:
        """Put other provisions into the place of those that the row named, and note their words in every text."""
        row = self.instance
        anchors = self._anchors([Chosen(key) for key in self.provisions or ()])
        row.anchors.all().delete()
        RowText.objects.filter(row=row).delete()
        for anchor in anchors:
            anchor.row = row
        RowAnchor.objects.bulk_create(anchors)
        follow_everywhere(row)

    def _anchors(self, chosen: list[Chosen]) -> list[RowAnchor]:
        """The provisions in the text; where fewer people read it than the row, in the text on which the row was written."""
        written_on = self.instance.written_on
        if is_read_wherever(self.version, written_on):
            return anchored(RowAnchor, [self.version], chosen)
        try:
            return anchored(RowAnchor, [written_on], chosen)
        except NotOnThisVersion:
            raise LessPublic from None
