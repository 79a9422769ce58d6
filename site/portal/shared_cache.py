"""The cache that all processes see: its values are signed, and it is not asked for each link of a page."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from threading import Lock
from typing import Any

from cachetools import TTLCache
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import DatabaseError, connections, models, router
from django.utils import timezone

from portal.signed_values import NotOurs, opened, signed
from portal.troubles import takes_no_write

security = logging.getLogger("madda.security")
SITE_ROOTS = "wagtail_site_root_paths"  # Wagtail's name for it; its module cannot be read before the apps are
SECONDS = 1.0  # for which a process may not know that an administrator moved a site to another page or host
_kept: TTLCache[Any, Any] = TTLCache(maxsize=8, ttl=SECONDS)
_lock = Lock()
_MISSING = object()


class SharedCache(DatabaseCache):
    """A table. Where the sites stand in the tree of pages, which Wagtail asks for every link, is kept for a moment."""

    _table: str  # the stubs of Django leave out what it has for itself

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        """The value in the table, or the one that was read a moment ago."""
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

    def get_or_set(self, key: Any, default: Any, timeout: Any = DEFAULT_TIMEOUT, version: Any = None) -> Any:
        """Where nothing can be written, the value is made anew for each reader: a page goes on without the cache."""
        found = self.get(key, _MISSING, version)
        if found is not _MISSING:
            return found
        made = default() if callable(default) else default
        try:
            self.add(key, made, timeout, version)
        except DatabaseError as error:
            if not takes_no_write(error):
                raise
            return made
        return self.get(key, made, version)

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

    def get_many(self, keys: Iterable[str], version: Any = None) -> dict[str, Any]:
        """The values that are not over and that the site has written. Django reads whatever stands there."""
        wanted = {self.make_and_validate_key(key, version=version): key for key in keys}
        found, now = {}, timezone.now()
        for made, stored, expires in self._rows(list(wanted)):
            if expires < now:
                continue  # who writes next removes or replaces it: a page is read from a database that takes no write
            try:
                found[wanted[made]] = opened(made, stored)
            except NotOurs:
                security.warning("The cache holds a value that this site did not write, for %s", made)
        return found

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT) -> Any:
        """Django says of a failed write that nothing was added, as where it is there already: limits need to know."""
        failed: list[DatabaseError] = []
        with connections[router.db_for_write(self.cache_model_class)].execute_wrapper(
            partial(_noted, failed)
        ):
            is_set = super()._base_set(mode, key, signed(key, value), timeout)  # type: ignore[misc] # as above
        if mode == "add" and failed and takes_no_write(failed[-1]):
            raise failed[-1]
        return is_set

    def _rows(self, made: list[str]) -> list[tuple[str, str, datetime]]:
        """Key, value and end of the rows with these keys."""
        if not made:
            return []
        connection = connections[router.db_for_read(self.cache_model_class)]
        name = connection.ops.quote_name
        marks = ", ".join(["%s"] * len(made))
        columns = ", ".join(map(name, ("cache_key", "value", "expires")))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {columns} FROM {name(self._table)} WHERE {name('cache_key')} IN ({marks})",  # noqa: S608 - names of ours
                made,
            )
            rows = cursor.fetchall()
        moment = models.Expression(output_field=models.DateTimeField())
        readers = [*connection.ops.get_db_converters(moment), *moment.get_db_converters(connection)]
        return [(key, value, _read(expires, moment, readers, connection)) for key, value, expires in rows]


def _noted(failed: list[DatabaseError], execute: Callable[..., Any], *asked: Any) -> Any:
    """Carry out a statement (Any: as Django hands it on), and note its failure."""
    try:
        return execute(*asked)
    except DatabaseError as error:
        failed.append(error)
        raise


def _read(value: Any, moment: models.Expression, readers: list[Any], connection: Any) -> datetime:
    """A moment as the database gives it."""
    for reader in readers:
        value = reader(value, moment, connection)
    read: datetime = value
    return read
