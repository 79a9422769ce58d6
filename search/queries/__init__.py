"""What a reader is shown: only what the reader may read at this moment."""

from search.queries.results import ACTS_ON_PAGE, PAGE_SIZE, Results, search

__all__ = ["ACTS_ON_PAGE", "PAGE_SIZE", "Results", "search"]
