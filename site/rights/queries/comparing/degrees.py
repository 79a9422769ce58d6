"""The degrees of rows, text by text, as far as a person may read them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from amendments.models import Version
from rights.models import ConcordanceRow, Judgement, RowText


@dataclass(frozen=True, slots=True)
class RowDegrees:
    """A row with its judgements and the texts in which it is followed, both the oldest first."""

    row: ConcordanceRow
    judgements: tuple[Judgement, ...]
    texts: tuple[RowText, ...]
    waiting: RowText | None  # the newest text whose other words nobody has judged

    @property
    def newest(self) -> Judgement | None:
        """The judgement that counts now."""
        return self.judgements[-1] if self.judgements else None

    def as_of(self, version: Version) -> Judgement | None:
        """The judgement of a text: its own, else that of a text with the same words.

        For a row that names no provision, the newest one of this text and the texts before it.
        """
        own = [one for one in self.judgements if one.version_id == version.pk]
        if own:
            return own[-1]
        if not self.texts:
            same = [one for one in self.judgements if one.version.sealed_at <= version.sealed_at]
        else:
            told = next((one.text_hash for one in self.texts if one.version_id == version.pk), None)
            same = [one for one in self.judgements if told is not None and one.text_hash == told]
        return same[-1] if same else None


def readable_texts(user: Any, acts: Iterable[Any]) -> list[Any]:
    """The keys of the texts of acts that the person may read. They are few, and are read before what stands on them."""
    rows = Version.objects.visible_to(user).filter(instrument__in=list(acts))
    return list(rows.values_list("pk", flat=True))


def degrees_of(rows: Sequence[ConcordanceRow], readable: Sequence[Any]) -> list[RowDegrees]:
    """The degrees of rows in the texts with these keys. Three queries."""
    judged = Judgement.objects.standing().filter(row__in=rows, version__in=readable)
    followed = RowText.objects.filter(row__in=rows, version__in=readable)
    by_row = _by_row(
        judged.select_related("by", "version__instrument", "version__draft__amendment").order_by("place")
    )
    texts = _by_row(_of_texts(followed))
    waiting = _by_row(_of_texts(followed.waiting(readable)))
    return [
        RowDegrees(
            row,
            tuple(by_row.get(row.pk, ())),
            tuple(texts.get(row.pk, ())),
            next(reversed(waiting.get(row.pk, [])), None),
        )
        for row in rows
    ]


def _of_texts(rows: Any) -> Any:
    joined = rows.select_related("version__instrument", "version__draft__amendment", "version__parent")
    return joined.order_by("version__sealed_at", "version__number")


def _by_row(rows: Iterable[Any]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = {}
    for row in rows:
        found.setdefault(row.row_id, []).append(row)
    return found
