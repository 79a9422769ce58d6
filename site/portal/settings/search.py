"""The search engine: the embedded one, or the server that MADDA_SEARCH_ENGINE names (deploy/README.md)."""

import os
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from portal.settings.secrets import secret

_ENGINES = {
    "embedded": "search.backends.embedded.Embedded",
    "elasticsearch": "search.backends.elastic.server_engines.Elasticsearch",
    "opensearch": "search.backends.elastic.server_engines.OpenSearch",
}
_NAME = os.environ.get("MADDA_SEARCH_ENGINE", "embedded")


def _engine() -> str:
    try:
        return _ENGINES[_NAME]
    except KeyError:
        raise ImproperlyConfigured(
            f"MADDA_SEARCH_ENGINE is one of {', '.join(_ENGINES)}, not {_NAME!r}."
        ) from None


def _server() -> dict[str, Any] | None:
    if _NAME == "embedded":
        return None
    return {
        "product": _NAME,
        "urls": os.environ["MADDA_SEARCH_URL"].split(","),
        "api_key": secret("MADDA_SEARCH_API_KEY"),
        "user": os.environ.get("MADDA_SEARCH_USER", ""),
        "password": secret("MADDA_SEARCH_PASSWORD"),
        "ca_file": os.environ.get("MADDA_SEARCH_CA", ""),
        "prefix": os.environ.get("MADDA_SEARCH_PREFIX", "madda"),
        "shards": int(os.environ.get("MADDA_SEARCH_SHARDS", "1")),
        "replicas": int(os.environ.get("MADDA_SEARCH_REPLICAS", "1")),
    }


SEARCH_ENGINE = _engine()
SEARCH_SERVER = _server()
