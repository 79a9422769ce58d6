"""Keys that tell nothing: neither how many rows there are, nor which of them came first or together."""

import uuid

from django.db import models


class RandomKey(models.Model):
    """A row whose key may stand in addresses, forms and feeds: it is drawn at random."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
