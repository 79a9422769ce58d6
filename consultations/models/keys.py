"""Random keys. They do not show how many rows there are, nor which rows were created first or together."""

import uuid

from django.db import models


class RandomKey(models.Model):
    """A row with a random key, which may appear in addresses, forms and feeds."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
