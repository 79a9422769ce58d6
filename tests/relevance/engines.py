"""The engines that are measured: ours, Wagtail's search and Elasticsearch, both with default settings."""

import os
import secrets
import sqlite3
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

from search.query.analysis import words
from tests.relevance.corpus import Source
from tests.relevance.measures import DEPTH

SERVER_ENGINES = {
    "elasticsearch": "search.backends.elastic.server_engines.Elasticsearch",
    "opensearch": "search.backends.elastic.server_engines.OpenSearch",
}


class Engine(Protocol):
    """One that is measured; of what is held out in a set it is asked at most so many queries, fewer where it is slow."""

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
        indexing.settle()

    def ask(self, text: str, user: Any = None) -> list[str]:
        """As the page asks."""
        from search.queries import search
        from search.request import Request

        return [card.hit.id for card in search(Request(text=text), user).cards[:DEPTH]]


@contextmanager
def searching_on(node: Any) -> Iterator[None]:
    """The site asks this server, which has every entry; the embedded engine answers for it nowhere."""
    from django.test import override_settings

    from search.backends.store import store
    from search.reindexing import reindex

    server = {
        "product": node.engine,
        "urls": [node.url],
        "api_key": node.key,
        "ca_file": node.ca,
        "prefix": f"madda-{secrets.token_hex(4)}",
        "replicas": 0,
        "timeout": 180.0,
        "patience": 60.0,
    }
    with override_settings(SEARCH_ENGINE=SERVER_ENGINES[node.engine], SEARCH_SERVER=server):
        reindex(store(), lambda what, done: None)
        yield


class Bm25:
    """BM25 of SQLite over parts of folded words, any of which is enough: forty lines that a search must be better than."""

    most_asked = 300

    def __init__(self, name: str, parts: Callable[[str], Iterable[str]]) -> None:
        self.name, self.parts = name, parts
        self.database = sqlite3.connect(":memory:")

    def index(self, source: Source) -> None:
        """Headings and bodies alike."""
        self.database.executescript(
            "DROP TABLE IF EXISTS laws; CREATE VIRTUAL TABLE laws USING fts5(key UNINDEXED, parts)"
        )
        said = (
            (entry.id, entry.texts[0].heading + " " + entry.texts[0].body) for entry in source.entries(None)
        )
        self.database.executemany(
            "INSERT INTO laws VALUES (?, ?)", ((key, " ".join(self._parts(text))) for key, text in said)
        )

    def ask(self, text: str) -> list[str]:
        """The best by BM25."""
        wanted = " OR ".join(f'"{part}"' for part in dict.fromkeys(self._parts(text)))
        best = "SELECT key FROM laws WHERE laws MATCH ? ORDER BY bm25(laws) LIMIT ?"
        return [key for (key,) in self.database.execute(best, (wanted, DEPTH))]

    def _parts(self, text: str) -> list[str]:
        return [part for word in words(text) for part in self.parts(word)]


def grams(word: str) -> Iterable[str]:
    """Every four letters of a word, of which its edges are two."""
    edged = f"x{word}x"
    return (edged[at : at + 4] for at in range(max(1, len(edged) - 3)))


def bm25() -> list[Bm25]:
    """Plain folded 4-grams, the first five letters, and whole words."""
    return [
        Bm25("4-grams", grams),
        Bm25("5 letters", lambda word: [word[:5]]),
        Bm25("words", lambda word: [word]),
    ]


class Wagtail:
    """Wagtail's database backend over a model with a title and a text."""

    most_asked = 40

    def __init__(self, model: Any, operator: str | None = None) -> None:
        self.model, self.operator = model, operator
        self.name = f"Wagtail, {operator}" if operator else "Wagtail"

    def index(self, source: Source) -> None:
        """As `update_index` does."""
        from wagtail.search.backends import get_search_backend

        self.model.objects.all().delete()
        self.model.objects.bulk_create(
            self.model(key=entry.id, title=entry.texts[0].heading, body=entry.texts[0].body)
            for entry in source.entries(None)
        )
        backend = get_search_backend("default")
        rebuilder = backend.rebuilder_class(backend.get_index_for_model(self.model))
        index = rebuilder.start()
        index.add_model(self.model)
        index.add_items(self.model, self.model.objects.all())
        rebuilder.finish()

    def ask(self, text: str) -> list[str]:
        """As `Page.objects.search(text)`: all words must occur, unless the operator is "or"."""
        return [row.key for row in self.model.objects.search(text, operator=self.operator)[:DEPTH]]


@contextmanager
def wagtail() -> Iterator[list[Wagtail]]:
    """Wagtail's search with a table of its own: by default, and with the operator that is kinder to long queries."""
    from django.db import connection, models
    from wagtail.search import index
    from wagtail.search.queryset import SearchableQuerySetMixin

    class Laws(SearchableQuerySetMixin, models.QuerySet[Any]):
        pass

    class Law(index.Indexed, models.Model):  # noqa: DJ008 - nobody sees it
        key = models.CharField(max_length=300)
        title = models.TextField()  # the backend ranks a field of this name apart, as that of a page
        body = models.TextField()
        search_fields = (index.SearchField("title", boost=2), index.SearchField("body"))
        objects = Laws.as_manager()

        class Meta:
            app_label = "home"

    with connection.schema_editor() as editor:
        editor.create_model(Law)
    yield [Wagtail(Law), Wagtail(Law, "or")]


class Elasticsearch:
    """An index without mappings, asked by `multi_match`."""

    name = "Elasticsearch"
    most_asked = 300

    def __init__(self, client: Any) -> None:
        self.client, self.made = client, ""

    def index(self, source: Source) -> None:
        """Nothing but the texts; an entry that is refused is an error."""
        from elasticsearch.helpers import bulk

        self.drop()
        self.made = f"madda-{secrets.token_hex(4)}-law"  # the API key is limited to `madda-*`
        self.client.indices.create(index=self.made)
        bulk(self.client, _actions(source), index=self.made, refresh=True)

    def ask(self, text: str) -> list[str]:
        """Both fields, with the query as it is."""
        query = {"multi_match": {"query": text, "fields": ["heading", "body"]}}
        answer = self.client.search(index=self.made, query=query, size=DEPTH, source=False)
        return [hit["_id"] for hit in answer["hits"]["hits"]]

    def drop(self) -> None:
        """Delete the index."""
        if self.made:
            self.client.indices.delete(index=self.made)
            self.made = ""


def _actions(source: Source) -> Iterator[dict[str, Any]]:
    for entry in source.entries(None):
        yield {"_id": entry.id, "heading": entry.texts[0].heading, "body": entry.texts[0].body}


@contextmanager
def elasticsearch() -> Iterator[list[Elasticsearch]]:
    """On the server that MADDA_TEST_NODES tells of, else on one started for this; none where it cannot be had."""
    import elasticsearch as client

    from tests.search.nodes import kinds
    from tests.search.nodes.node import load
    from tests.search.nodes.running import VARIABLE, running

    with ExitStack() as stack:
        try:
            described = os.environ.get(VARIABLE) or stack.enter_context(running(kinds.elasticsearch))
        except (OSError, RuntimeError, subprocess.SubprocessError) as reason:
            print(f"Without Elasticsearch, which could not be started (JDK 17, Maven, openssl): {reason}")
            yield []
            return
        node = next(node for node in load(Path(described)) if node.engine == "elasticsearch")
        engine = Elasticsearch(
            client.Elasticsearch(
                node.url, api_key=node.key or None, ca_certs=node.ca or None, request_timeout=60
            )
        )
        stack.callback(engine.drop)
        yield [engine]
