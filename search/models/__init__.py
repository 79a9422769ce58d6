"""What the search keeps: the index of the embedded engine, and what a server beside it has still to be told."""

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
    "Generation",
    "IndexedEntry",
    "PublicContent",
    "PublicEntry",
    "PublicTerm",
]
