"""Writes where passages stand in a version: for comments, and for what another app writes about the law."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from amendments.audit.actor import Actor
from amendments.models import EntryText, Version
from amendments.provisions.tree import Tree
from amendments.queries.showing.trees import tree_of
from consultations.errors import NotOnThisVersion
from consultations.models.anchored import PlacedPassage
from consultations.rules.passages import Field, Place, ProvisionWords
from consultations.rules.placement import Method, Placement, Status

Words = Mapping[str, ProvisionWords]
Placed = TypeVar("Placed", bound=PlacedPassage)


def words_of(version: Version) -> Words:
    """The wording of every provision of a version, without repealed ones."""
    return words_in(tree_of(version))


def words_in(tree: Tree) -> Words:
    """The words of the provisions of a parsed text."""
    return {
        element.key: ProvisionWords(element.heading, element.text) for element in tree if not element.repealed
    }


def put(row: Placed, found: Placement, text_of: Version) -> Placed:
    """Put a placement that was found into an unsaved row. The offsets count in the text `text_of`."""
    row.text_of = text_of
    row.status, row.method, row.similarity = found.status, found.method, round(found.similarity, 3)
    row.field = Field.BODY
    if found.places:
        first, *rest = found.places
        row.provision_id, row.field, row.start, row.end = first.provision, first.field, first.start, first.end
        row.further = _written(rest)
    return row


def _written(places: Iterable[Place]) -> list[list[Any]]:
    return [[place.provision, place.field, place.start, place.end] for place in places]


def is_confirmed(row: Any, found: Place | None, actor: Actor) -> bool:
    """Whether the person said the same of the row already. Any: placements of each model."""
    if (row.method, row.decided_by) != (Method.PERSON, actor.user):
        return False
    if found is None:
        return bool(row.status == Status.DELETED)
    standing = (str(row.provision_id), row.field, row.start, row.end)
    return standing == (found.provision, found.field, found.start, found.end) and row.status != Status.DELETED


def confirm(row: Any, found: Place | None, actor: Actor) -> None:
    """Write the place and the person who confirmed it. Raises `NotOnThisVersion` if no such words are there.

    The other places stay, so that the person can choose again.
    """
    row.method, row.decided_by, row.decided_at = Method.PERSON, actor.user, actor.at
    row.further = _written(place for place in row.places if place != found)
    if found is None:
        row.status, row.provision, row.start, row.end = Status.DELETED, None, 0, 0
    else:
        _require(row.version, found)
        here = found.provision == str(row.anchor.provision_id)
        row.status = Status.EDITED if here else Status.MOVED
        row.provision_id, row.field = found.provision, found.field
        row.start, row.end, row.text_of = found.start, found.end, row.version
    row.save()


def _require(version: Version, found: Place) -> None:
    text = EntryText.objects.filter(
        entry__version=version,
        entry__provision=UUID(found.provision),
        language=version.instrument.language,
    ).first()
    words = getattr(text.text, found.field) if text else ""
    if text is None or not 0 <= found.start <= found.end <= len(words):
        raise NotOnThisVersion
