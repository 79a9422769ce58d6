"""Why the search refuses what an app hands it. Readers never meet these."""


class SearchError(Exception):
    """Base of all errors of this app."""


class BadEntryError(SearchError, ValueError):
    """An entry lacks what every hit needs, or carries it in the wrong type."""


class BadSourceError(SearchError, TypeError):
    """What was registered is no search source, or no function that names a reader's audiences."""


class DuplicateSourceError(SearchError, ValueError):
    """Two sources claim the same name."""


class UnknownSourceError(SearchError, LookupError):
    """Changes were announced for a source that nobody registered."""


class UnsupportedDatabaseError(SearchError):
    """The embedded search knows SQLite and PostgreSQL only."""


class BadEngineError(SearchError, TypeError):
    """What SEARCH_ENGINE names cannot find anything."""


class EngineDownError(SearchError):
    """The engine does not answer: the embedded one is asked instead."""


class NoServerError(SearchError):
    """The settings name no search server beside the embedded engine."""


class BuildingError(SearchError):
    """A new index is being built on the server already."""


class NothingToReturnToError(SearchError):
    """No earlier index was kept on the server."""


class ReindexFailedError(SearchError):
    """The new index is not as the database; searches go on with the old one."""
