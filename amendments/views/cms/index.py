"""The drafters' start: own amendments, own acts, a new amendment."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.open_amendment import OpenAmendment
from amendments.actor import Actor
from amendments.errors import AmendmentsError
from amendments.forms import AmendmentForm
from amendments.models import Section, Version
from amendments.permissions import sections_of
from amendments.queries.acts import visible_amendments, visible_instruments


def index(request: HttpRequest) -> HttpResponse:
    """Amendments of the own bodies and the acts on which one can be opened."""
    sections = sections_of(request.user)
    if not sections:
        raise PermissionDenied
    own = visible_amendments(request.user).filter(path__regex="^(" + "|".join(sections) + ")")
    context = {
        "amendments": Paginator(own, 20).get_page(request.GET.get("page")),
        "acts": Paginator(visible_instruments(request.user), 20).get_page(request.GET.get("acts")),
        **_furniture(_("Amendments")),
    }
    return render(request, "amendments/cms/index.html", context)


def open_amendment(request: HttpRequest, pk: object) -> HttpResponse:
    """A new amendment on a consolidated text, in the section of the own body."""
    section = Section.objects.filter(path__in=sections_of(request.user)).first()
    if section is None:
        raise PermissionDenied
    versions = (
        Version.objects.visible_to(request.user)
        .filter(amendment=None)
        .select_related("instrument__drafting_body")
    )
    base = get_object_or_404(versions, pk=pk)
    form = AmendmentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actor = Actor.now(request.user)  # type: ignore[arg-type] # logged in
        given = form.cleaned_data
        try:
            amendment = OpenAmendment(
                section, base, given["title"], actor=actor, summary=given["summary"]
            ).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The amendment is open. Add its first instruction."))
            return redirect("amendments_admin:workspace", amendment.pk)
    context = {"form": form, "base": base, **_furniture(_("New amendment"))}
    return render(request, "amendments/cms/open_amendment.html", context)


def _furniture(here: str) -> dict[str, object]:
    items = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("amendments_admin:index"), "label": _("Amendments")},
    ]
    if here != _("Amendments"):
        items.append({"url": "", "label": here})
    return {"breadcrumbs_items": items, "header_title": here, "header_icon": "edit"}
