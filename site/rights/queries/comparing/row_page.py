"""The page of a row: the article of the comparator beside the provisions of the act, and the degree text by text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from amendments.models import Instrument, Version
from amendments.redline.provision_redline import Mark, Span
from amendments.redline.text_redline import diff_text
from consultations.queries.comments.provision_parts import compared_words, wordings_with_parts, words_in
from consultations.queries.comments.provision_texts import Wordings
from rights.models import ConcordanceRow, Judgement, RowAnchor, RowPlacement, RowText
from rights.powers import may_write_rows
from rights.queries.comparing.assessors import name_assessors
from rights.queries.comparing.degrees import RowDegrees, degrees_of, readable_texts
from rights.queries.comparing.row_list import rows_to_judge
from rights.queries.names_of_texts import TextNames, names_of


@dataclass(frozen=True, slots=True)
class RowPassage:
    """A provision of a row in a text, against another text where there is one."""

    provision: str
    called: str
    words: str
    spans: tuple[Span, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the words differ from those of the other text."""
        return any(span.mark is not Mark.KEPT for span in self.spans)


@dataclass(frozen=True, slots=True)
class RowStory:
    """A text in which the row is followed, with its degree."""

    version: Version
    name: str
    judgement: Judgement | None
    is_own: bool  # the degree was given on this very text
    is_changed: bool  # other words than in the text before it in this list


@dataclass(frozen=True, slots=True)
class RowPage:
    """Everything on the page."""

    row: ConcordanceRow
    degrees: RowDegrees
    text: Version  # in which the provisions are shown: the last one that was judged
    passages: tuple[RowPassage, ...]
    stale: Version | None
    changes: tuple[RowPassage, ...]  # in the stale text, against the text that was judged
    story: tuple[RowStory, ...]
    offered: tuple[tuple[Version, str], ...]  # texts to which a degree can be given
    names: TextNames
    may_write: bool

    @property
    def text_name(self) -> str:
        """What the text is called."""
        return self.names.dated(self.text)

    @property
    def stale_name(self) -> str:
        """What the text is called whose words nobody has judged."""
        return self.names.dated(self.stale) if self.stale else ""

    @property
    def may_take_back(self) -> bool:
        """Whether there is a degree before the newest one."""
        return self.may_write and len(self.degrees.judgements) > 1


def row_page(user: Any, row: ConcordanceRow) -> RowPage:
    """The page of a row that the person may read. A bounded number of queries, however many texts there are."""
    readable = readable_texts(user, [row.instrument_id])
    (degrees,) = degrees_of([row], readable)
    name_assessors(user, degrees.judgements)
    newest = degrees.newest
    text = newest.version if newest else row.written_on
    stale = degrees.waiting.version if degrees.waiting else None
    anchors = list(row.anchors.all())
    places = _places(anchors)
    texts = wordings_with_parts(
        [one for one in (text, stale) if one], {*(a.provision_id for a in anchors), *places.values()}
    )
    judged = tuple(_passage(anchor, text, texts, places) for anchor in anchors)
    offered = _offered(row, degrees, readable)
    names = names_of([text, *offered, *(one.version for one in degrees.judgements)])
    return RowPage(
        row,
        degrees,
        text,
        judged,
        stale,
        tuple(_change(anchor, (text, stale), texts, places) for anchor in anchors) if stale else (),
        tuple(_story(degrees, names)),
        tuple((one, names.short(one)) for one in offered),
        names,
        may_write_rows(user, row.rights.all()),
    )


def _places(anchors: Sequence[RowAnchor]) -> dict[tuple[Any, Any], Any]:
    placed = RowPlacement.objects.filter(anchor__in=anchors, provision__isnull=False)
    return {
        (anchor, version): key
        for anchor, version, key in placed.values_list("anchor", "version", "provision")
    }


def _key(anchor: RowAnchor, version: Version, places: dict[tuple[Any, Any], Any]) -> str:
    return str(places.get((anchor.pk, version.pk), anchor.provision_id))


def _passage(
    anchor: RowAnchor, version: Version, texts: Wordings, places: dict[tuple[Any, Any], Any]
) -> RowPassage:
    key = _key(anchor, version, places)
    found = texts.get((version.pk, key))
    return RowPassage(key, found.called if found else "", words_in(texts, version, key))


def _change(
    anchor: RowAnchor, both: tuple[Version, Version], texts: Wordings, places: dict[tuple[Any, Any], Any]
) -> RowPassage:
    before, after = (_passage(anchor, version, texts, places) for version in both)
    keys = (before.provision, after.provision)
    spans = diff_text(*compared_words(texts, zip(both, keys, strict=True)))
    return RowPassage(after.provision, after.called or before.called, after.words, spans)


def _offered(row: ConcordanceRow, degrees: RowDegrees, readable: Sequence[Any]) -> list[Version]:
    """The texts in which it is followed; all texts of the act for a row that names no provision."""
    if degrees.texts:
        return [one.version for one in degrees.texts]
    rows = Version.objects.filter(pk__in=readable).select_related("instrument", "draft__amendment")
    return list(rows.order_by("sealed_at", "number"))


def _story(degrees: RowDegrees, names: TextNames) -> list[RowStory]:
    """A line for each text. A row that names no provision has lines for the texts that were judged."""
    if not degrees.texts:
        return [
            RowStory(one.version, names.dated(one.version), one, True, False) for one in degrees.judgements
        ]
    told, found = "", []
    for one in degrees.texts:
        judgement = degrees.as_of(one.version)
        is_own = judgement is not None and judgement.version_id == one.version_id
        changed = bool(told) and one.text_hash != told
        found.append(RowStory(one.version, names.dated(one.version), judgement, is_own, changed))
        told = one.text_hash
    return found


def stale_rows(user: Any) -> dict[Instrument, int]:
    """By act, how many rows the person may write and whose words changed in a text that they read; in the order of titles."""
    if not may_write_rows(user, ["any"]):
        return {}
    rows = rows_to_judge(user, ConcordanceRow.objects.visible_to(user))
    acts = list(rows.order_by().values_list("instrument", flat=True).distinct())
    if not acts:
        return {}
    waiting = RowText.objects.waiting(readable_texts(user, acts)).filter(row__in=rows.order_by())
    counts = dict(waiting.values_list("row__instrument").annotate(Count("row", distinct=True)))
    named = Instrument.objects.filter(pk__in=counts)
    return {act: counts[act.pk] for act in sorted(named, key=lambda act: act.shown_title)}
