"""Real servers, each test with indexes of its own; see `tests.search.nodes`."""

import os
import secrets
from pathlib import Path

import pytest
from django.utils import timezone

from search.backends.elastic import client, mapping
from search.backends.elastic.names import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE
from search.backends.store import store as configured_store
from search.delivery import deliver
from search.models import Generation
from search.queries import engine_answers
from tests.search.nodes.node import load

ENGINES = {
    "elasticsearch": "search.backends.elastic.server_engines.Elasticsearch",
    "opensearch": "search.backends.elastic.server_engines.OpenSearch",
}

SITE = f"madda-{secrets.token_hex(4)}"  # begins the names of all indexes of this run
MOST_LEFT = 40  # indexes of tests that have ended: a server deletes many at once in the time of one
SIMILARITY = {PUBLIC_SCOPE: mapping.BY_STATISTICS, CONFIDENTIAL_SCOPE: mapping.WITHOUT_STATISTICS}


def pytest_collection_modifyitems(items):
    """Everything here needs a server."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.elastic)


@pytest.fixture(scope="session")
def nodes(request):
    """The servers by engine. Whoever asks for these tests by `-m elastic`, as `.ci/run` does, must have them."""
    described = os.environ.get("MADDA_TEST_NODES")
    if not described:
        absent = pytest.fail if request.config.option.markexpr == "elastic" else pytest.skip
        absent("no search servers: run the tests by `python -m tests.search.nodes pytest -m elastic …`")
    found = {node.engine: node for node in load(Path(described))}
    yield found
    for node in found.values():
        clear(node)


def clear(node, most=0):
    """Delete the indexes of this run, if there are more than so many."""
    left = node.ask("GET", f"/{SITE}-*/_settings?filter_path=*.settings.index.uuid")
    if len(left) > most:
        node.ask("DELETE", f"/{','.join(left)}")


@pytest.fixture(params=ENGINES)
def node(request, nodes):
    """One server after the other."""
    return nodes[request.param]


@pytest.fixture(autouse=True)
def _connections(monkeypatch):
    """Close what a test has opened: a connection that is only forgotten warns in a later test, whichever it is."""
    made, make = [], client.Elasticsearch

    def kept(*addresses, **options):
        made.append(make(*addresses, **options))
        return made[-1]

    monkeypatch.setattr(client, "Elasticsearch", kept)
    yield
    for connection in made:
        connection.close()
    client.connected.cache_clear()


@pytest.fixture
def server(node, settings):
    """The settings of a site with that server."""
    prefix = f"{SITE}-{secrets.token_hex(4)}"
    settings.SEARCH_ENGINE = ENGINES[node.engine]
    settings.SEARCH_SERVER = {
        "product": node.engine,
        "urls": [node.url],
        "api_key": node.key,
        "ca_file": node.ca,
        "prefix": prefix,
        "replicas": 0,
        "timeout": 180.0,  # in .ci/run the servers share two cores with other suites
        "patience": 60.0,
    }
    yield node
    clear(node, MOST_LEFT)


@pytest.fixture
def store(server, db):
    """The indexes of that server."""
    return configured_store()


@pytest.fixture
def live(store, notebook):
    """An empty index that is searched, made with its aliases at once: a third of what `reindex` asks of the server.

    `test_indexes.py` and `test_outage.py` have one that `reindex` made.
    """
    state = Generation.State.LIVE
    generation = Generation.objects.create(state=state, switched_at=timezone.now()).pk
    for scope, similarity in SIMILARITY.items():
        body = mapping.body(similarity, shards=1, replicas=0)
        body["settings"]["refresh_interval"] = "-1"  # `drain` asks for it
        aliases = {store.names.inlet(scope, generation): {}, store.names.alias(scope): {}}
        store.client.indices.create(index=store.names.index(scope, generation), aliases=aliases, **body)
    return store


def drain(store):
    """Deliver all there is and make it findable."""
    while deliver(store):
        pass
    for generation in Generation.objects.filter(state__in=Generation.WRITTEN):
        store.refresh(generation.pk)


class UpToDate:
    """The engine of the settings, which answers only when all that changed has reached it."""

    def __init__(self, engine, store):
        self.engine, self.store, self.name = engine, store, engine.name

    def find(self, question):
        """As the engine."""
        drain(self.store)
        return self.engine.find(question)


@pytest.fixture
def asked(live, monkeypatch):
    """Searches of readers, answered by the server at its best."""
    engine = UpToDate(engine_answers.engine(), live)
    monkeypatch.setattr(engine_answers, "engine", lambda: engine)
    return engine
