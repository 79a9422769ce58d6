"""The degrees of rows, text by text, as far as a person may read them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils.timezone import localdate

from amendments.models import Version
from rights.models import ConcordanceRow, Judgement, RowText
from rights.queries.counted_answers import GivenAnswer
from rights.values import UNDONE, Degree

Given = TypeVar("Given")


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

    @property
    def is_overdue(self) -> bool:
        """Whether the day of its plan is over and the degree that counts now leaves something to be done."""
        return is_overdue(self.row, self.newest)

    def as_of(self, version: Version) -> Judgement | None:
        """The judgement that counts for a text."""
        given = [
            GivenAnswer(one, one.version_id, one.version.sealed_at, one.text_hash, is_final=False)
            for one in self.judgements
        ]
        told = next((one.text_hash for one in self.texts if one.version_id == version.pk), None)
        return _counted(given, version, told, is_followed=bool(self.texts))


def is_overdue(row: ConcordanceRow, judgement: Judgement | None) -> bool:
    """Whether the day of the plan is over and a degree, or that there is none, leaves something to be done."""
    day = row.deadline
    return day is not None and day < localdate() and (judgement is None or judgement.degree in UNDONE)


def _counted(
    given: Iterable[GivenAnswer[Given]], version: Version, told: str | None, *, is_followed: bool
) -> Given | None:
    """The newest judgement of the text itself; if there is none, the newest of a text with the same words.

    `given` has the oldest first, `told` is the hash of the words in the text. One of a later text counts only where no earlier
    one has the same words: it is no answer to what stood before. A row that names no provision is followed in no text. Its
    newest judgement of this text or an earlier one counts.
    """
    given = list(given)
    own = [one for one in given if one.version == version.pk]
    earlier = [one for one in given if one.sealed_at <= version.sealed_at]
    same = [one for one in given if one.text_hash == told]
    before = [one for one in earlier if one.text_hash == told] or same if is_followed else earlier
    counted = own or before
    return counted[-1].answer if counted else None


def degrees_as_of(
    rows: QuerySet[ConcordanceRow], version: Version, readable: Sequence[Any]
) -> dict[Any, Degree | None]:
    """By the keys of rows, the degrees that count for a text, as `RowDegrees.as_of` gives them.

    Four queries of columns: there may be thousands of rows, each followed in every text of the act.
    """
    keys = rows.order_by().values("pk")
    judged = Judgement.objects.standing().filter(row__in=keys, version__in=readable).order_by("place")
    followed = RowText.objects.filter(row__in=keys, version__in=readable)
    given: dict[Any, list[GivenAnswer[Degree]]] = defaultdict(list)
    columns = ("row", "degree", "version", "version__sealed_at", "text_hash")
    for row, degree, key, sealed_at, told in judged.values_list(*columns):
        given[row].append(GivenAnswer(Degree(degree), key, sealed_at, told, is_final=False))
    hashes = dict(followed.filter(version=version).values_list("row", "text_hash"))
    anywhere = set(followed.values_list("row", flat=True).distinct())
    return {
        row: _counted(given[row], version, hashes.get(row), is_followed=row in anywhere)
        for (row,) in keys.values_list("pk")
    }


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
