"""Makes anchors of chosen words: of a comment, or of what another app writes about the law."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import F

from amendments.models import EntryText, Version
from consultations.errors import NotOnThisVersion
from consultations.models.anchored import AnchoredPassage
from consultations.rules.passages import Field, passage_of

Kind = TypeVar("Kind", bound=AnchoredPassage)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words chosen in the draft, or in its base if the draft strikes them out. An empty range means the whole text."""

    provision: str
    start: int = 0
    end: int = 0
    field: Field = Field.BODY
    in_base: bool = False


def anchored(kind: type[Kind], versions: Iterable[Version], chosen: Iterable[Chosen]) -> list[Kind]:
    """Unsaved anchors with quote, context and hash. Raises `NotOnThisVersion` if none of the texts has the words.

    Words in the base are looked for in the parents of the texts.
    """
    chosen = list(chosen)
    if not chosen:
        return []
    versions = list(versions)
    texts = _texts(versions, [c.provision for c in chosen if not c.in_base])
    bases = [version.parent for version in versions if version.parent is not None]
    base_texts = _texts(bases, [c.provision for c in chosen if c.in_base])
    return [_anchor(kind, c, (base_texts if c.in_base else texts).get(c.provision)) for c in chosen]


def _anchor(kind: type[Kind], chosen: Chosen, row: EntryText | None) -> Kind:
    if row is None:
        raise NotOnThisVersion
    text = row.text.heading if chosen.field is Field.HEADING else row.text.body
    try:
        passage = passage_of(chosen.provision, chosen.field, text, chosen.start, chosen.end)
    except ValueError:
        raise NotOnThisVersion from None
    anchor = kind(
        version=row.entry.version,
        field=passage.field,
        start=passage.start,
        end=passage.end,
        quote=passage.quote,
        prefix=passage.prefix,
        suffix=passage.suffix,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    anchor.provision_id = chosen.provision
    return anchor


def _texts(versions: Iterable[Version], provisions: list[str]) -> dict[str, EntryText]:
    """The wordings by provision. Each provision belongs to one act and is in one of the versions."""
    if not provisions:
        return {}
    rows = EntryText.objects.filter(
        entry__version__in=[version.pk for version in versions],
        entry__provision__in=[UUID(pk) for pk in provisions],
        language=F("entry__version__instrument__language"),
    ).select_related("entry__version", "text")
    return {str(row.entry.provision_id): row for row in rows}
