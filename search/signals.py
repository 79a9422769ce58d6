"""Signals between the rooms of the search."""

from django.dispatch import Signal

asked = Signal()
"""An app asks to index rows again or to remove them: `source` (a `SearchSource`), `ids` (object ids) and `is_gone`. The
indexing listens and does it within the caller's transaction."""

touched = Signal()
"""Rows of a source were indexed again or removed, sent inside the transaction: `source` (its name), `ids` (object ids,
none after a rebuild, which tells no news) and `keys` (of every entry that was there before or is now). The embedded
index has them already; the outbox notes the keys, alerts look at the ids later."""
