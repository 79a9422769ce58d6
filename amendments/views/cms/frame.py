"""What the pages of the workspace share: whose amendment it is, who acts, and the furniture of Wagtail's pages."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from amendments.audit.actor import Actor
from amendments.instructions.operations import Op
from amendments.models import AmendedAct, Amendment
from amendments.permissions import may_draft
from amendments.queries.law.acts import visible_amendments
from amendments.text.kinds_in_names import name_on_screen

_LONGEST = 18  # digits of the largest numbers that a column holds


def own_amendment(request: HttpRequest, pk: int) -> Amendment:
    """The amendment, for the drafters of its body only; who may not read it is not told that it exists."""
    amendment = get_object_or_404(visible_amendments(request.user), pk=pk)
    if not may_draft(request.user, amendment):
        raise PermissionDenied
    return amendment


def own_act(request: HttpRequest, amendment: Amendment) -> AmendedAct:
    """The act that `?act=` names by its slug or its number in the database; the first where it names none."""
    name = request.GET.get("act", "")
    acts = amendment.amended_acts.all()
    found = next((act for act in acts if name in ("", act.instrument.slug, str(act.instrument_id))), None)
    if found is None:
        raise Http404
    return found


def act_query(act: AmendedAct) -> str:
    """What an address needs so that it leads to this act: "" where the amendment changes no other."""
    several = len(act.amendment.amended_acts.all()) > 1
    return f"?{urlencode({'act': act.instrument.slug})}" if several else ""


def workspace_url(act: AmendedAct) -> str:
    """The workspace, on this act."""
    return reverse("amendments_admin:workspace", args=[act.amendment_id]) + act_query(act)


def actor_of(request: HttpRequest) -> Actor:
    """The drafter, now, with the reason that the form gives."""
    return Actor.now(request.user, reason=request.POST.get("reason", ""))


def numbers_of(request: HttpRequest, name: str) -> list[int]:
    """The numbers that the boxes of this name chose; what is no number of a row chooses nothing."""
    return [int(each) for each in request.POST.getlist(name) if each.isdecimal() and len(each) <= _LONGEST]


def is_live(request: HttpRequest) -> bool:
    """Whether only the preview is asked for, by htmx while the drafter types."""
    return "HX-Request" in request.headers


def is_pressed(request: HttpRequest, *buttons: str) -> bool:
    """Whether one of the buttons was pressed. htmx sends the button that has the focus with a preview too: that is none."""
    return not is_live(request) and any(button in request.POST for button in buttons)


def is_saving(request: HttpRequest) -> bool:
    """Whether the form is to be saved: as it is, once more, by restating the provision, or in place of another wording."""
    return is_pressed(request, "save", "again", "restate", "over")


def gist(operation: Mapping[str, Any]) -> str:
    """What an operation does in a line: "2.1: 10 → 12", "2.1: after “ten”: + silver"."""
    old, new, anchor = (operation.get(name) or "" for name in ("old", "new", "anchor"))
    is_before = operation.get("op") == Op.INSERT_BEFORE
    beside = _("before “%(words)s”") if is_before else _("after “%(words)s”")
    said = (
        [beside % {"words": anchor}, f"+ {new}"]
        if anchor and not old
        else [" → ".join(filter(None, [old, new]))]
    )
    return ": ".join(filter(None, [name_on_screen(operation.get("target", "")), *said]))


def furniture(*trail: tuple[str, str], icon: str = "edit") -> dict[str, Any]:
    """Breadcrumbs and title: pairs of address and words below the start of the drafters, the last one is here."""
    items = [
        {"url": reverse("amendments_admin:index"), "label": _("Amendments")},
        *({"url": url, "label": words} for url, words in trail),
    ]
    return {"breadcrumbs_items": items, "header_title": items[-1]["label"], "header_icon": icon}


def furniture_of(amendment: Amendment, here: str = "", *, act: AmendedAct | None = None) -> dict[str, Any]:
    """The breadcrumbs and title for a page of one amendment or of one of its acts."""
    back = workspace_url(act) if act else reverse("amendments_admin:workspace", args=[amendment.pk])
    return furniture((back, amendment.shown_title), *([("", here)] if here else []))
