"""Asking the search as a reader does."""

from search import queries
from search.backends.question import FACETS
from search.queries import Results
from search.request import Request


def search(text, user=None, **choices) -> Results:
    """The results of a query; choices are facets by name, or fields of the request."""
    chosen = {facet: (choices.pop(facet),) for facet in FACETS if facet in choices}
    return queries.search(Request(text=text, chosen=chosen, **choices), user)


def found(text, user=None, **choices) -> list[str]:
    """The entries on the page that have what was asked for, in order."""
    return keys(search(text, user, **choices))


def keys(results) -> list[str]:
    """The entries of results that have what was asked for, in order; looser ones follow them."""
    return [card.hit.id for card in results.full]
