"""Lets Elasticsearch's client talk to OpenSearch, which it refuses by default. Sites choose this in the settings."""

from dataclasses import replace
from typing import Any

from elastic_transport import HttpHeaders, Urllib3HttpNode
from elastic_transport.client_utils import DEFAULT, DefaultType

_PLAIN = {
    "application/vnd.elasticsearch+json": "application/json",
    "application/vnd.elasticsearch+x-ndjson": "application/x-ndjson",
}


class OpenSearchNode(Urllib3HttpNode):
    """Asks in plain media types, and adds the header by which the client knows its server."""

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: HttpHeaders | None = None,
        request_timeout: DefaultType | float | None = DEFAULT,
    ) -> Any:  # a named tuple that the library keeps to itself
        """One request."""
        plain = HttpHeaders({name: _plain(value) for name, value in (headers or {}).items()})
        answer = super().perform_request(method, target, body, plain, request_timeout)
        known = HttpHeaders({**answer.meta.headers, "x-elastic-product": "Elasticsearch"})
        return answer._replace(meta=replace(answer.meta, headers=known))


def _plain(value: str) -> str:
    return _PLAIN.get(value.partition(";")[0].strip(), value)
