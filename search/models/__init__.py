"""The tables of the search: its index, saved searches, and the outbox of a server."""

from search.models.entries import (
    AudienceToken,
    ConfidentialContent,
    ConfidentialEntry,
    Content,
    IndexedEntry,
    PublicContent,
    PublicEntry,
)
from search.models.facets import FacetValues
from search.models.outbox import Change, DeadLetter, Delivery, Generation
from search.models.saved import Found, News, SavedSearch
from search.models.terms import PublicTerm

__all__ = [
    "AudienceToken",
    "Change",
    "ConfidentialContent",
    "ConfidentialEntry",
    "Content",
    "DeadLetter",
    "Delivery",
    "FacetValues",
    "Found",
    "Generation",
    "IndexedEntry",
    "News",
    "PublicContent",
    "PublicEntry",
    "PublicTerm",
    "SavedSearch",
]
