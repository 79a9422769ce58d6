"""What the search keeps: the index of the embedded engine."""

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
from search.models.terms import PublicTerm

__all__ = [
    "AudienceToken",
    "ConfidentialContent",
    "ConfidentialEntry",
    "Content",
    "FacetValues",
    "IndexedEntry",
    "PublicContent",
    "PublicEntry",
    "PublicTerm",
]
