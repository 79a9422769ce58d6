"""Errors of the database and of the disk that an operator mends, in a sentence that says what to do."""

import re
from collections.abc import Iterator
from errno import EDQUOT, ENOSPC, EROFS

from django.db import DatabaseError, OperationalError

CACHE_TABLE = "madda_cache"  # portal.settings.cache
_NO_CONNECTION = re.compile(
    r"connection (?:failed|refused|timeout|to server|is bad)|could not (?:connect|translate host name)"
    r"|server closed the connection|terminating connection|the connection is (?:closed|lost)"
    r"|unable to open database file|database system is (?:starting|shutting)|too many clients"
)
_NOT_THERE = re.compile(r"relation .* does not exist|column .* does not exist|no such (?:table|column)")
_FULL = re.compile(r"no space left on device|disk is full|could not extend file|could not write init file")
_NO_ROOM = frozenset({ENOSPC, EROFS, EDQUOT})
_READ_ONLY = re.compile(r"read-?only")


def remedy_of(error: BaseException | None) -> str:
    """What is wrong and what to do; "" if it is another error, or one that is for programmers."""
    for each in _chain(error):
        if isinstance(each, DatabaseError):
            return _said(each, " ".join(str(each).split()))
        if isinstance(each, OSError) and _takes_nothing(each):
            return f"A disk takes no file: {each}. Make room, or look at its rights; nothing was saved."
    return ""


def is_of_version(error: BaseException | None) -> bool:
    """Whether a table or column is not there: it may also be a fault of the code, whose place should be told."""
    return any(
        isinstance(each, DatabaseError)
        and _NOT_THERE.search(str(each).lower())
        and CACHE_TABLE not in str(each)
        for each in _chain(error)
    )


def is_away(error: BaseException | None) -> bool:
    """Whether the database did not answer."""
    return any(
        isinstance(each, OperationalError) and _NO_CONNECTION.search(str(each).lower())
        for each in _chain(error)
    )


def takes_no_write(error: BaseException | None) -> bool:
    """Whether the database or the disk of the uploads refused to write: it is full, or can only be read."""
    return any(isinstance(each, DatabaseError | OSError) and _takes_nothing(each) for each in _chain(error))


def _takes_nothing(error: DatabaseError | OSError) -> bool:
    if isinstance(error, OSError):  # whose words may hold the name of a file
        return error.errno in _NO_ROOM
    words = str(error).lower()
    return bool(_FULL.search(words) or _READ_ONLY.search(words))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _said(error: DatabaseError, words: str) -> str:
    small = words.lower()
    if _FULL.search(small):
        return f"The disk of the database is full: {words}. Make room; nothing was written."
    if _NOT_THERE.search(small):
        if CACHE_TABLE in small:
            return "The table of the cache is missing. Run manage.py createcachetable --database cache."
        return f"The tables are not those of this version: {words}. Run manage.py migrate, then restart all."
    if _READ_ONLY.search(small):
        look = "Look at its disk, its rights, default_transaction_read_only and whether it is a copy."
        return f"The database takes no write: {words}. {look}"
    if isinstance(error, OperationalError) and _NO_CONNECTION.search(small):
        return f"The database does not answer: {words}. Start it, or correct MADDA_DATABASE_URL."
    return ""
