"""The drafters' start: own amendments, own acts, a new amendment."""

from functools import reduce
from operator import or_

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.drafting.open_amendment import OpenAmendment
from amendments.errors import AmendmentsError
from amendments.forms import AmendmentForm
from amendments.models import Section, Version
from amendments.permissions import sections_of
from amendments.queries.acts import act_lines, visible_amendments, visible_instruments
from amendments.views.cms.frame import actor_of, furniture

PAGE_SIZE = 20


def index(request: HttpRequest) -> HttpResponse:
    """Amendments of the own bodies and the acts on which one can be opened."""
    sections = sections_of(request.user)
    if not sections:
        raise PermissionDenied
    own = visible_amendments(request.user).filter(
        reduce(or_, (Q(path__startswith=path) for path in sections))
    )
    acts = Paginator(visible_instruments(request.user), PAGE_SIZE).get_page(request.GET.get("acts"))
    context = {
        "amendments": Paginator(own, PAGE_SIZE).get_page(request.GET.get("page")),
        "act_pages": acts,
        "acts": act_lines(request.user, acts),
        **furniture(),
    }
    return render(request, "madda/amendments/cms/index.html", context)


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
        given = form.cleaned_data
        action = OpenAmendment(
            section, base, given["title"], actor=actor_of(request), summary=given["summary"]
        )
        try:
            amendment = action.execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The amendment is open. Add its first instruction."))
            return redirect("amendments_admin:workspace", amendment.pk)
    context = {"form": form, "base": base, **furniture(("", _("New amendment")))}
    return render(request, "madda/amendments/cms/open_amendment.html", context)
