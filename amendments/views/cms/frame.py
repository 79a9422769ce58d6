"""What the pages of the workspace share: whose amendment it is, who acts, and the furniture of Wagtail's pages."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from amendments.audit.actor import Actor
from amendments.instructions.errors import Refused
from amendments.instructions.operations import Operation
from amendments.instructions.wording import Mood
from amendments.models import Amendment
from amendments.permissions import may_draft
from amendments.plugins.registry import wording_for
from amendments.queries.acts import visible_amendments

LIVE = "live-preview"  # the script asks for the preview alone, while the drafter types


def own_amendment(request: HttpRequest, pk: int) -> Amendment:
    """The amendment, for the drafters of its body only; who may not read it is not told that it exists."""
    amendment = get_object_or_404(visible_amendments(request.user), pk=pk)
    if not may_draft(request.user, amendment):
        raise PermissionDenied
    return amendment


def actor_of(request: HttpRequest) -> Actor:
    """The drafter, now, with the reason that the form gives."""
    return Actor.now(request.user, reason=request.POST.get("reason", ""))


def is_live(request: HttpRequest) -> bool:
    """Whether only the preview is asked for."""
    return request.headers.get("X-Requested-With") == LIVE


def official_words(amendment: Amendment, operation: Operation) -> str:
    """The official wording, "" where the operation cannot be said in one sentence."""
    instrument = amendment.base_version.instrument
    try:
        return wording_for(instrument.country, instrument.language).word(operation, Mood.IMPERATIVE)
    except Refused:
        return ""


def gist(operation: Mapping[str, Any]) -> str:
    """What an operation does in a line: "2.1: 10 → 12"."""
    words = " → ".join(filter(None, [operation.get("old") or operation.get("anchor"), operation.get("new")]))
    return ": ".join(filter(None, [operation.get("target", ""), words]))


def furniture(*trail: tuple[str, str], icon: str = "edit") -> dict[str, Any]:
    """Breadcrumbs and title: pairs of address and words below the start of the drafters, the last one is here."""
    items = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("amendments_admin:index"), "label": _("Amendments")},
        *({"url": url, "label": words} for url, words in trail),
    ]
    return {"breadcrumbs_items": items, "header_title": items[-1]["label"], "header_icon": icon}


def furniture_of(amendment: Amendment, here: str = "") -> dict[str, Any]:
    """The same for a page of one amendment."""
    trail = [(reverse("amendments_admin:workspace", args=[amendment.pk]), amendment.title)]
    return furniture(*trail, *([("", here)] if here else []))
