"""Saved searches and the finds that their owners were told of."""

import secrets
import uuid
from typing import ClassVar

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from search.request import Request

_STOPS = Signer(salt="search.stop_mail")  # a forwarded mail must not reveal the address of the feed


LONGEST_NAME = 200


def new_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(32)


class SavedSearch(models.Model):
    """A saved question. It always runs with the rights that its owner has at that moment."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    address = models.TextField()  # as `Request.address()` writes it
    by_mail = models.BooleanField(_("tell me by e-mail"), default=True)
    language = models.CharField(max_length=10)  # that its mails speak
    token = models.CharField(max_length=43, unique=True, default=new_token)  # of its feed
    feeds_all = models.BooleanField(default=False)  # all that its owner may read, not only what is public
    saved_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering: ClassVar[list[str]] = ["name", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["owner", "address"], name="madda_savedsearch_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def stop_token(self) -> str:
        """Opens the page that stops the mails, and nothing else."""
        return _STOPS.sign(str(self.pk))

    @classmethod
    def stopped_by(cls, token: str) -> "SavedSearch":
        """The search whose mails a token stops; `DoesNotExist` where it stops none."""
        try:
            return cls.objects.get(pk=_STOPS.unsign(token))
        except (BadSignature, ValueError):
            raise cls.DoesNotExist from None

    @property
    def request(self) -> Request:
        """What it asks."""
        return Request.read(QueryDict(self.address))


class Found(models.Model):
    """An entry that a saved search found. The owner is told of it once.

    No more than the day is kept: an entry may be indexed again because of something that the owner may not know of,
    and the exact moment would tell when that happened.
    """

    saved = models.ForeignKey(SavedSearch, models.CASCADE, related_name="found")
    source = models.CharField(max_length=50)
    key = models.CharField(max_length=200)
    day = models.DateField(null=True)  # None: it was found when the search was saved
    is_mailed = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-day", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["saved", "source", "key"], name="madda_found_once")
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.key}"


class News(models.Model):
    """An indexed row on which saved searches have not run yet. It is deleted once they have."""

    source = models.CharField(max_length=50)
    object_id = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "news"

    def __str__(self) -> str:
        return f"{self.source}:{self.object_id}"
