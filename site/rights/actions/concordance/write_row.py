"""Writes a row of the table of concordance."""

from collections.abc import Sequence
from uuid import UUID

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from amendments.models import Version
from consultations.actions.comments.anchoring import Chosen, anchored
from consultations.actions.references import new_reference
from rights.actions.base import same_places
from rights.actions.concordance.row_action import RowAction, follow_everywhere, words_judged
from rights.actions.concordance.row_content import Judged, RowContent, fill_row, write_rights
from rights.errors.of_writing import ComparedAlready
from rights.models import ConcordanceRow, Judgement, RowAnchor
from rights.powers import may_write_rows
from rights.shown_people import refuse_identifiers


class WriteRow(RowAction[ConcordanceRow]):
    """Somebody sets a provision of a comparator beside provisions of a text that they may read, with a degree.

    `key` is that of the form. `reference` is one of an earlier table.
    """

    action_name = "rights.write_row"

    def __init__(
        self,
        version: Version,
        provisions: Sequence[str],
        content: RowContent,
        judged: Judged,
        *,
        actor: Actor,
        reference: str = "",
        key: UUID | None = None,
    ) -> None:
        super().__init__(ConcordanceRow(instrument=version.instrument, written_on=version), actor=actor)
        self.version, self.provisions, self.content, self.judged = version, provisions, content, judged
        self.reference, self.key = reference, key

    def user_has_permission(self) -> bool:
        """Whether the person writes such rows and reads the text."""
        readable = Version.objects.visible_to(self.user)
        return may_write_rows(self.user, self.content.rights) and readable.contains(self.version)

    def lock(self) -> None:
        """Hold the act as well: a text that somebody seals meanwhile is followed by this step or by that one."""
        super().lock()
        hold(self.version.instrument)

    def done(self) -> ConcordanceRow | None:
        """The row that the same form wrote."""
        return ConcordanceRow.objects.filter(created_key=self.key).first() if self.key else None

    def perform(self) -> ConcordanceRow:
        """Write the row, its provisions and the first degree."""
        row = self.instance
        refuse_identifiers(self.judged.words)
        anchors = anchored(RowAnchor, [self.version], [Chosen(key) for key in self.provisions])
        row.written_by, row.written_at, row.created_key = self.user, self.actor.at, self.key
        row.reference = new_reference(ConcordanceRow, self.reference)
        row.amendment = self.version.draft.amendment if self.version.draft is not None else None
        fill_row(row, self.content)
        if self.key:
            self._refuse_the_same(row)
        self.save(row)
        write_rights(row)
        for anchor in anchors:
            anchor.row = row
        RowAnchor.objects.bulk_create(anchors)
        follow_everywhere(row)
        Judgement.objects.create(
            row=row,
            version=self.version,
            text_hash=words_judged(row, self.version),
            degree=self.judged.degree.value,
            comment=self.judged.words,
            at=self.actor.at,
            by=self.user,
            place=1,
        )
        return row

    def _refuse_the_same(self, row: ConcordanceRow) -> None:
        """A form that the browser brought back has another key than the one that was sent."""
        said = {"treaty": row.treaty, "articles": row.articles, "summary": row.summary}
        alike = ConcordanceRow.objects.filter(written_on=self.version, removed_at=None, **said)
        for other in alike.prefetch_related("anchors"):
            if same_places(other.anchors.all(), self.provisions):
                raise ComparedAlready(other.reference)
