"""What Wagtail's own views may not do to the legal record."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from amendments.models import Amendment, Instrument
from amendments.queries.acts import visible_amendments, visible_instruments


def refuse_deletion(request: HttpRequest, pages: Sequence[Any]) -> HttpResponse | None:
    """Answer with a reason when a page, or one below it, belongs to the record."""
    for page in pages:
        if not isinstance(page, Page):
            return None
        below = Q(path__startswith=page.path)
        held = Instrument.objects.filter(below, versions__isnull=False) | Instrument.objects.filter(
            below, provisions__isnull=False
        )
        if held.exists() or Amendment.objects.filter(below).exists():
            messages.error(
                request,
                _(
                    "“%(title)s” belongs to the legal record and cannot be deleted. Withdraw the amendment instead."
                )
                % {"title": page.title},
            )
            return redirect("wagtailadmin_explore", page.get_parent().pk if page.depth > 1 else page.pk)
    return None


def readable_pages(pages: Any, user: Any) -> Any:
    """Of these pages, without the acts and amendments of which the person may read nothing, and what is below them."""
    hidden = [
        *Amendment.objects.exclude(pk__in=visible_amendments(user).values("pk")).values_list(
            "path", flat=True
        ),
        *Instrument.objects.exclude(pk__in=visible_instruments(user).values("pk")).values_list(
            "path", flat=True
        ),
    ]
    for path in hidden:
        pages = pages.exclude(path__startswith=path)
    return pages
