"""What the search tells its own rooms."""

from django.dispatch import Signal

touched = Signal()
"""Rows of a source were indexed again or removed: `source` (its name) and `ids` (object ids), sent inside the
transaction. The embedded index has them already; an outbox notes them here, alerts look at them later."""
