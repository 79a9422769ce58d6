"""Writes many entries in one request and reads what the server says of each."""

from collections.abc import Iterable, Iterator
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.backends.elastic.documents import Document, document_id, documents
from search.backends.elastic.names import SCOPES, Names, other_scope, scope_of
from search.backends.store import Batch, Place, Refusal
from search.errors import EngineDownError

# Bytes of one request: a server accepts a hundred million, a proxy before it often less
_CHUNK = 8 * 1024 * 1024
_HAS_NEWER = 409
_HAS_TO_WAIT = frozenset((401, 403, 404, 429, 502, 503, 504))  # nothing is wrong with the entry
_NEVER = frozenset((400, 413))


def write(client: Elasticsearch, names: Names, generation: int, batch: Batch, version: int) -> list[Refusal]:
    """Write a batch, each entry under the same version; `EngineDownError` when the server took not all it could."""
    answers = streaming_bulk(
        client,
        _actions(names, generation, batch, version),
        max_chunk_bytes=_CHUNK,
        raise_on_error=False,
        raise_on_exception=False,
        require_alias=True,
    )
    places = {document_id(*place): place for place in _places(batch)}
    refusals = (_refusal(answer, places) for is_taken, answer in answers if not is_taken)
    return [refusal for refusal in refusals if refusal]


def _actions(names: Names, generation: int, batch: Batch, version: int) -> Iterator[dict[str, Any]]:
    shared = {"version": version, "version_type": "external_gte"}
    for row, document in zip(batch.present, documents(batch.present), strict=True):
        scope = scope_of(row)
        yield shared | _put(names.inlet(scope, generation), document)
        if batch.may_have_moved:
            yield shared | _delete(names.inlet(other_scope(scope), generation), document.id)
    for place in batch.gone:
        for scope in SCOPES:
            yield shared | _delete(names.inlet(scope, generation), document_id(*place))


def _put(inlet: str, document: Document) -> dict[str, Any]:
    return {"_op_type": "index", "_index": inlet, "_id": document.id, "_source": document.fields}


def _delete(inlet: str, id_: str) -> dict[str, Any]:
    return {"_op_type": "delete", "_index": inlet, "_id": id_}


def _places(batch: Batch) -> Iterable[Place]:
    yield from ((row.source, row.key) for row in batch.present)
    yield from batch.gone


def _refusal(answer: dict[str, Any], places: dict[str, Place]) -> Refusal | None:
    """The refusal of an entry. None if nothing is wrong: nothing was there to delete, or the server has a newer version."""
    (told,) = answer.values()
    error, status = told.get("error"), told["status"]
    if not error or status == _HAS_NEWER:
        return None
    reason = _reason(error)
    if status in _HAS_TO_WAIT:
        raise EngineDownError(f"{status}: {reason}")
    return Refusal(places[told["_id"]], reason, is_final=status in _NEVER)


def _reason(error: Any) -> str:
    if not isinstance(error, dict):
        return str(error)
    told = f"{error.get('type')}: {error.get('reason')}"
    cause = error.get("caused_by")
    return f"{told} ({_reason(cause)})" if cause else told
