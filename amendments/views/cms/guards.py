"""What Wagtail's own views may not do to the pages above the legal record; its own pages say it themselves."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from amendments.models import Amendment, Instrument


def refuse_deletion(request: HttpRequest, pages: Sequence[Any]) -> HttpResponse | None:
    """Answer with a reason when acts or amendments stand below one of the pages and would go with it."""
    for page in pages:
        if not isinstance(page, Page):
            return None
        below = Q(path__startswith=page.path)
        if Instrument.objects.filter(below).exists() or Amendment.objects.filter(below).exists():
            messages.error(
                request,
                _("“%(title)s” contains acts or amendments, so it cannot be deleted.")
                % {"title": page.title},
            )
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def lead_to_description(page: Page) -> HttpResponse | None:
    """Wagtail's editor would keep a title that no action wrote: lead to the page that writes it."""
    return redirect("amendments_admin:describe", page.pk) if isinstance(page, Amendment) else None
