"""What the actions on rows of the concordance share: who may write, and how a row is followed."""

from typing import TypeVar

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.models import Version
from rights.actions.following.follow_text import ROWS, follow
from rights.models import ConcordanceRow, Judgement, RowText
from rights.powers import may_write_rows

R = TypeVar("R")


class RowAction(BaseAction[R]):
    """A step on a row that the person may read."""

    instance: ConcordanceRow

    def user_has_permission(self) -> bool:
        """Whether the person writes rows, or rows that name rights, and reads the text on which this one was written."""
        row = self.instance
        readable = Version.objects.visible_to(self.user)
        return may_write_rows(self.user, row.rights.all()) and readable.contains(row.written_on)

    def readable_judgements(self) -> list[Judgement]:
        """The judgements that stand on texts which the person may read, the oldest first."""
        return list(Judgement.objects.standing().visible_to(self.user).filter(row=self.instance))

    def save(self, row: ConcordanceRow) -> ConcordanceRow:
        """Save the row with the actor in its history, and announce it."""
        attribute(row, self.actor)
        row.save()
        self.touched(ConcordanceRow._meta.label_lower, [row.pk])
        return row


def follow_everywhere(row: ConcordanceRow) -> None:
    """Note the words of a row in every text of the act: in earlier ones its degree is that of the same words."""
    if row.anchors.exists():
        texts = Version.objects.filter(instrument=row.instrument_id)
        follow(ROWS, [row], texts.select_related("instrument", "draft", "parent__instrument"))


def words_judged(row: ConcordanceRow, version: Version) -> str:
    """The hash of the words of a row in a text; "" for a row that names no provision."""
    found = RowText.objects.filter(row=row, version=version).values_list("text_hash", flat=True).first()
    return found or ""
