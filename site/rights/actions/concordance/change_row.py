"""Changes what a row of the concordance says of the comparator and of its completion."""

from amendments.audit.actor import Actor
from rights.actions.concordance.row_action import RowAction
from rights.actions.concordance.row_content import RowContent, fill_row, write_rights
from rights.errors import RowChangedMeanwhile
from rights.models import ConcordanceRow
from rights.powers import may_write_rows


class ChangeRow(RowAction[ConcordanceRow]):
    """Somebody saves the form of a row. `revision` is that of the row which the form showed."""

    action_name = "rights.change_row"

    def __init__(self, row: ConcordanceRow, content: RowContent, revision: int, *, actor: Actor) -> None:
        super().__init__(row, actor=actor)
        self.content, self.revision = content, revision

    def user_has_permission(self) -> bool:
        """Whether the person writes such rows, as the row is and as it will be."""
        return super().user_has_permission() and may_write_rows(self.user, self.content.rights)

    def done(self) -> ConcordanceRow | None:
        """The row, if it has this content already."""
        row = ConcordanceRow.objects.select_related("treaty", "authority").get(pk=self.instance.pk)
        self.stored = row.revision
        changed = fill_row(row, self.content)
        self.instance = row
        return None if changed else row

    def perform(self) -> ConcordanceRow:
        """Save what `done` has put into the row."""
        if self.stored != self.revision:
            raise RowChangedMeanwhile
        self.instance.revision = self.stored + 1  # the row is locked
        row = self.save(self.instance)
        write_rights(row)
        return row
