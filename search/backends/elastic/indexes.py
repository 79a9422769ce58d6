"""The indexes of a server: made, filled, compared, switched and dropped."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import NotFoundError

from search.backends.elastic import bulk, mapping
from search.backends.elastic.client import Failures, Server, connected
from search.backends.elastic.documents import document_id, documents
from search.backends.elastic.names import (
    CONFIDENTIAL_SCOPE,
    PUBLIC_SCOPE,
    SCOPES,
    Names,
    other_scope,
    scope_of,
)
from search.backends.store import Batch, Place, Refusal
from search.errors import EngineDownError

_SIMILARITY = {PUBLIC_SCOPE: mapping.BY_STATISTICS, CONFIDENTIAL_SCOPE: mapping.WITHOUT_STATISTICS}
_PAGE = 5_000


class ElasticStore:
    """A `Store` on Elasticsearch or OpenSearch."""

    def __init__(self) -> None:
        self.server = Server.configured()
        self.client = connected(self.server)
        self.names = Names(self.server.prefix)

    def create(self, generation: int) -> None:
        """Make the empty indexes of a generation; nothing is copied or findable before `settle`."""
        with _or_down():
            for scope in SCOPES:
                body = mapping.body(_SIMILARITY[scope], shards=self.server.shards, replicas=0)
                body["settings"]["refresh_interval"] = "-1"
                inlet: dict[str, dict[str, Any]] = {self.names.inlet(scope, generation): {}}
                self.client.indices.create(index=self.names.index(scope, generation), aliases=inlet, **body)

    def write(self, generation: int, batch: Batch, version: int) -> list[Refusal]:
        with _or_down():
            return bulk.write(self.client, self.names, generation, batch, version)

    def settle(self, generation: int) -> None:
        usual = {"refresh_interval": None, "number_of_replicas": self.server.replicas}
        with _or_down():
            self.client.indices.put_settings(index=self.names.indexes(generation), settings=usual)
        self.refresh(generation)

    def refresh(self, generation: int) -> None:
        with _or_down():
            self.client.indices.refresh(index=self.names.indexes(generation))

    def places(self, generation: int, *, is_public: bool) -> Iterator[Place]:
        index = self.names.index(PUBLIC_SCOPE if is_public else CONFIDENTIAL_SCOPE, generation)
        after: list[Any] | None = None
        while True:
            with _or_down():
                found = self.client.search(
                    index=index, sort=["source", "key"], size=_PAGE, source=False, search_after=after
                )["hits"]["hits"]
            yield from ((source, key) for source, key in (hit["sort"] for hit in found))
            if len(found) < _PAGE:
                return
            after = found[-1]["sort"]

    def differing(self, generation: int, batch: Batch) -> set[Place]:
        """The places whose entries differ between the server and the database, whether they are findable already or not."""
        wanted: list[tuple[Place, str, str, dict[str, Any] | None]] = []
        for row, document in zip(batch.present, documents(batch.present), strict=True):
            place, own = (row.source, row.key), scope_of(row)
            wanted.append((place, own, document.id, document.fields))
            wanted.append((place, other_scope(own), document.id, None))
        wanted += [(place, scope, document_id(*place), None) for place in batch.gone for scope in SCOPES]
        if not wanted:
            return set()
        with _or_down():
            asked = [
                {"_index": self.names.index(scope, generation), "_id": id_} for _, scope, id_, _ in wanted
            ]
            found = self.client.mget(docs=asked)["docs"]
        return {
            place
            for (place, _, _, fields), there in zip(wanted, found, strict=True)
            if there.get("_source") != fields
        }

    def switch(self, generation: int) -> None:
        with _or_down():
            moves = [move for scope in SCOPES for move in self._moves(scope, generation)]
            self.client.indices.update_aliases(actions=moves)

    def exists(self, generation: int) -> bool:
        with _or_down():
            return bool(self.client.indices.exists(index=self.names.indexes(generation)))

    def live(self) -> int | None:
        with _or_down():
            try:
                patient = self.client.options(request_timeout=self.server.patience)
                standing = patient.indices.get_alias(name=self.names.alias(PUBLIC_SCOPE))
            except NotFoundError:
                return None
            return self.names.generation_of(next(iter(standing)))

    def drop(self, generation: int) -> None:
        with _or_down():
            self.client.indices.delete(index=self.names.indexes(generation), ignore_unavailable=True)

    def _moves(self, scope: str, generation: int) -> list[dict[str, Any]]:
        alias = self.names.alias(scope)
        return [
            {"remove": {"index": f"{alias}-*", "alias": alias, "must_exist": False}},
            {"add": {"index": self.names.index(scope, generation), "alias": alias}},
        ]


@contextmanager
def _or_down() -> Iterator[None]:
    """Whatever goes wrong on the way has to be tried again."""
    try:
        yield
    except Failures as failure:
        raise EngineDownError(str(failure)) from failure
