"""The cache that all processes see, without a query for each link of a page."""

from threading import Lock
from typing import Any

from cachetools import TTLCache
from django.core.cache.backends.db import DatabaseCache

SITE_ROOTS = "wagtail_site_root_paths"  # Wagtail's name for it; its module cannot be read before the apps are
SECONDS = 1.0  # for which a process may not know that an administrator moved a site to another page or host
_kept: TTLCache[Any, Any] = TTLCache(maxsize=8, ttl=SECONDS)
_lock = Lock()


class SharedCache(DatabaseCache):
    """A table. Where the sites stand in the tree of pages, which Wagtail asks for every link, is kept for a moment."""

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        """As the table says, or said a moment ago."""
        if key != SITE_ROOTS:
            return super().get(key, default, version)
        with _lock:
            kept = _kept.get(version)
        if kept is not None:
            return kept
        found = super().get(key, default, version)
        if found is not None:
            with _lock:
                _kept[version] = found
        return found

    def delete(self, key: Any, version: Any = None) -> bool:
        """Forget it here at once."""
        with _lock:
            _kept.pop(version, None)
        return super().delete(key, version)

    def clear(self) -> None:
        """Likewise."""
        with _lock:
            _kept.clear()
        super().clear()
