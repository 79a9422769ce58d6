"""Who is measured: ours, Wagtail's search as it comes, and Elasticsearch as it comes."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from tests.relevance.corpus import Source
from tests.relevance.measures import DEPTH


class Engine(Protocol):
    """One that is measured; of a set it is asked the first so many queries, fewer where it is slow."""

    name: str
    most_asked: int

    def index(self, source: Source) -> None:
        """Know these entries and no others."""
        ...

    def ask(self, text: str) -> list[str]:
        """The first hits for everybody."""
        ...


class Ours:
    """The search of the site with the embedded engine."""

    name = "Madda"
    most_asked = 300

    def index(self, source: Source) -> None:
        """As `rebuild_index` does."""
        from search import indexing, sources

        sources._sources.clear()
        sources._readers.clear()
        sources.register(source)
        sources.register_reader(lambda user: getattr(user, "tokens", ()))
        indexing.rebuild(source, lambda done: None)

    def ask(self, text: str, user: Any = None) -> list[str]:
        """As the page asks."""
        from search.queries import search
        from search.request import Request

        return [card.hit.id for card in search(Request(text=text), user).cards[:DEPTH]]


class Wagtail:
    """Wagtail's database backend over a model with a heading and a text."""

    name = "Wagtail"
    most_asked = 60

    def __init__(self, model: Any) -> None:
        self.model = model

    def index(self, source: Source) -> None:
        """As `update_index` does."""
        from wagtail.search.backends import get_search_backend

        self.backend = get_search_backend("default")
        self.model.objects.all().delete()
        self.model.objects.bulk_create(
            self.model(key=entry.id, heading=entry.texts[0].heading, body=entry.texts[0].body)
            for entry in source.entries(None)
        )
        rebuilder = self.backend.rebuilder_class(self.backend.get_index_for_model(self.model))
        index = rebuilder.start()
        index.add_model(self.model)
        index.add_items(self.model, self.model.objects.all())
        rebuilder.finish()

    def ask(self, text: str) -> list[str]:
        """As `Page.objects.search(text)`."""
        return [row.key for row in self.backend.search(text, self.model)[:DEPTH]]


@contextmanager
def wagtail() -> Iterator[Wagtail]:
    """Wagtail's search with a table of its own."""
    from django.db import connection, models
    from wagtail.search import index

    class Law(index.Indexed, models.Model):  # noqa: DJ008 - nobody sees it
        key = models.CharField(max_length=300)
        heading = models.TextField()
        body = models.TextField()
        search_fields = (index.SearchField("heading", boost=2), index.SearchField("body"))

        class Meta:
            app_label = "home"

    with connection.schema_editor() as editor:
        editor.create_model(Law)
    yield Wagtail(Law)


class Elasticsearch:
    """An index without mappings, asked by `multi_match`."""

    name = "Elasticsearch"
    most_asked = 300

    def __init__(self, client: Any) -> None:
        self.client, self.made = client, ""

    def index(self, source: Source) -> None:
        """Nothing but the texts."""
        self.drop()
        self.made = f"madda-{secrets.token_hex(4)}-law"
        self.client.indices.create(index=self.made)
        self.client.bulk(index=self.made, operations=list(_operations(source)), refresh=True)

    def ask(self, text: str) -> list[str]:
        """Both fields, with the query as it is."""
        query = {"multi_match": {"query": text, "fields": ["heading", "body"]}}
        answer = self.client.search(index=self.made, query=query, size=DEPTH, source=False)
        return [hit["_id"] for hit in answer["hits"]["hits"]]

    def drop(self) -> None:
        """Leave nothing there."""
        if self.made:
            self.client.indices.delete(index=self.made)


def _operations(source: Source) -> Iterator[dict[str, Any]]:
    for entry in source.entries(None):
        yield {"index": {"_id": entry.id}}
        yield {"heading": entry.texts[0].heading, "body": entry.texts[0].body}


@contextmanager
def elasticsearch() -> Iterator[Elasticsearch | None]:
    """The server that MADDA_TEST_NODES tells of, if there is one."""
    described = os.environ.get("MADDA_TEST_NODES")
    if not described:
        yield None
        return
    import elasticsearch as client

    from tests.search.nodes.node import load

    node = next(node for node in load(Path(described)) if node.engine == "elasticsearch")
    engine = Elasticsearch(
        client.Elasticsearch(node.url, api_key=node.key or None, ca_certs=node.ca or None, request_timeout=60)
    )
    try:
        yield engine
    finally:
        engine.drop()
