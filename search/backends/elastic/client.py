"""The connection that the settings describe."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from search.backends.elastic.opensearch import OpenSearchNode
from search.errors import NoServerError

Failures = (ApiError, TransportError)
"""Whatever a server or the way to it may raise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Address and credentials of a server: `SEARCH_SERVER` of the settings."""

    urls: tuple[str, ...]
    product: str = "elasticsearch"  # or "opensearch"
    api_key: str = ""
    user: str = ""
    password: str = ""
    ca_file: str = ""
    prefix: str = "madda"
    shards: int = 1
    replicas: int = 1
    patience: float = 3.0  # seconds that a reader waits before the embedded engine answers instead
    timeout: float = 30.0  # seconds that the worker waits for an answer before it tries again later

    @classmethod
    def configured(cls) -> Self:
        """The client that the settings describe."""
        given = settings.SEARCH_SERVER
        if not given:
            raise NoServerError("The settings name no search server.")
        return cls(**given | {"urls": tuple(given["urls"])})


@lru_cache(maxsize=4)
def connected(server: Server) -> Elasticsearch:
    """A connection to a server; one for all who ask for the same."""
    others = len(server.urls) - 1  # number of nodes that are tried when one does not answer
    options: dict[str, Any] = {"request_timeout": server.timeout, "max_retries": others}
    if server.api_key:
        options["api_key"] = server.api_key
    elif server.user:
        options["basic_auth"] = (server.user, server.password)
    if server.ca_file:
        options["ca_certs"] = server.ca_file
    if server.product == "opensearch":
        options["node_class"] = OpenSearchNode
    return Elasticsearch(list(server.urls), **options)
