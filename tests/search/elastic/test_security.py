"""A server that is reached through TLS by a key that opens our indexes alone."""

import pytest
from elastic_transport import TlsError
from elasticsearch import ApiError

from search.backends.elastic.client import Server, connected
from search.backends.elastic.indexes import ElasticStore
from search.backends.elastic.server_engines import Elasticsearch
from search.backends.question import Question
from search.errors import EngineDownError
from search.query.parse import parse
from tests.search.nodes.node import RefusedError

FOREIGN = "foreign-index"


@pytest.fixture
def node(nodes):
    """The server with a security module."""
    return nodes["elasticsearch"]


@pytest.fixture
def foreign(node):
    """An index of somebody else."""
    node.ask("PUT", f"/{FOREIGN}", {})
    yield FOREIGN
    node.ask("DELETE", f"/{FOREIGN}")


def reached(node, **changes):
    given = {"urls": (node.url,), "api_key": node.key, "ca_file": node.ca} | changes
    return connected(Server(**given))


def test_our_key_opens_our_indexes(node):
    assert reached(node).indices.exists(index="madda-nothing").body is False


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.search(index=FOREIGN),
        lambda client: client.index(index=FOREIGN, document={"a": 1}),
        lambda client: client.indices.delete(index=FOREIGN),
        lambda client: client.indices.get_mapping(index=FOREIGN),
        lambda client: client.security.get_user(),
        lambda client: client.cluster.put_settings(persistent={"cluster.max_shards_per_node": 2000}),
    ],
)
def test_our_key_opens_nothing_else(node, foreign, ask):
    with pytest.raises(ApiError) as refused:
        ask(reached(node))
    assert refused.value.status_code == 403


def test_without_a_key_nothing_is_answered(node):
    with pytest.raises(ApiError) as refused:
        reached(node, api_key="").search(index="madda-*")
    assert refused.value.status_code == 401


def test_a_server_with_an_unknown_certificate_is_not_spoken_with(node):
    with pytest.raises(TlsError):
        reached(node, ca_file="").indices.exists(index="madda-nothing")


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"ca_file": ""}, {"api_key": "bm9ib2R5Om5vYm9keQ=="}])
def test_a_server_that_cannot_be_trusted_or_does_not_trust_is_down_for_readers(
    server, settings, change, caplog
):
    settings.SEARCH_SERVER = {**settings.SEARCH_SERVER, **change}
    question = Question(parse("permit", {}), frozenset({"public"}), ("note",))
    with pytest.raises(EngineDownError):
        Elasticsearch().find(question)
    assert server.key not in caplog.text


def test_the_superuser_of_the_tests_is_refused_with_a_wrong_password(node):
    with pytest.raises(RefusedError):
        node.ask("GET", "/_cluster/health", headers={"Authorization": "Basic d3Jvbmc6d3Jvbmc="})


@pytest.mark.django_db
def test_a_server_that_does_not_know_us_is_down_for_the_outbox(server, settings):
    settings.SEARCH_SERVER = {**settings.SEARCH_SERVER, "api_key": "bm9ib2R5Om5vYm9keQ=="}
    with pytest.raises(EngineDownError, match="401"):
        ElasticStore().live()
