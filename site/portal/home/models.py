"""The page at the root of the site, and when each person last opened it."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class HomePage(Page):
    """Shows open rounds and news, and to people who are signed in what they can do now."""

    template = "home/home_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What the view of the first page adds."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        more: dict[str, Any] = import_string("portal.home.first_page.first_page")(request, timezone.now())
        return context | more


class Visit(models.Model):
    """When a person opened “My work” last, and when before that: changes are shown from there."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    opened = models.DateTimeField()
    since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user}: {self.opened:%Y-%m-%d %H:%M}"


class Heartbeat(models.Model):
    """When a part of the site last showed that it works: a write by the health check, a round of the periodic runner."""

    name = models.SlugField(unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}: {self.at:%Y-%m-%d %H:%M:%S}"
