"""Random keys and references. They do not show how many rows there are, nor which were created first or together."""

import uuid

from django.db import models

ALPHABET = "23456789CDFGHJKMNPQRTVWXY"  # no signs that look alike (0 O, 1 I L, B S Z), and no vowels, which make words
DRAWN = 6  # signs; 25 ** 6 gives 244 million references of each kind


class RandomKey(models.Model):
    """A row with a random key, which may appear in addresses, forms and feeds."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
