"""The search engine: the embedded one, or the server that MADDA_SEARCH_ENGINE names (deploy/README.md)."""

import os
from typing import Any

from portal.settings.environment import needed, one_of, whole_number
from portal.settings.secrets import secret

_ENGINES = {
    "embedded": "search.backends.embedded.Embedded",
    "elasticsearch": "search.backends.elastic.server_engines.Elasticsearch",
    "opensearch": "search.backends.elastic.server_engines.OpenSearch",
}
_NAME = one_of("MADDA_SEARCH_ENGINE", list(_ENGINES))


def _server() -> dict[str, Any] | None:
    if _NAME == "embedded":
        return None
    return {
        "product": _NAME,
        "urls": needed("MADDA_SEARCH_URL").split(","),
        "api_key": secret("MADDA_SEARCH_API_KEY"),
        "user": os.environ.get("MADDA_SEARCH_USER", ""),
        "password": secret("MADDA_SEARCH_PASSWORD"),
        "ca_file": os.environ.get("MADDA_SEARCH_CA", ""),
        "prefix": os.environ.get("MADDA_SEARCH_PREFIX", "madda"),
        "shards": whole_number("MADDA_SEARCH_SHARDS", 1),
        "replicas": whole_number("MADDA_SEARCH_REPLICAS", 1),
    }


SEARCH_ENGINE = _ENGINES[_NAME]
SEARCH_SERVER = _server()
