"""The page at the root of the site."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.home.queries.news import latest_news
from portal.home.queries.work import my_work


class HomePage(Page):
    """Shows open rounds and news, and to people who are signed in what they can do now."""

    template = "home/home_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        now = timezone.now()
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["news"] = latest_news(request.user, now)
        context["work"] = my_work(request.user, now) if request.user.is_authenticated else None
        return context
