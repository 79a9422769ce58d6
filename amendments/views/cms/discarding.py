"""Discarding an act that was imported by mistake, and putting it back."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from amendments.actions.importing.discard_act import DiscardAct
from amendments.actions.importing.restore_act import RestoreAct
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.queries.files.imports import discarded_acts, own_acts
from amendments.queries.law.acts import visible_instruments
from amendments.views.cms.frame import actor_of, furniture


def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then discard the act."""
    act = own_acts(request.user).filter(pk=pk).first()
    if act is None:
        get_object_or_404(visible_instruments(request.user), pk=pk)
        raise PermissionDenied
    reason, refusal = request.POST.get("reason", ""), ""
    if request.method == "POST":
        try:
            DiscardAct(act, actor=Actor.now(request.user, reason=reason)).execute()
        except AmendmentsError as refused:
            refusal = str(refused)
        else:
            messages.success(
                request, _("%(title)s is discarded. You can restore it below.") % {"title": act.title}
            )
            return redirect(f"{reverse('amendments_admin:import')}#discarded")
    trail = furniture(("", _("Discard an act")), icon="bin")
    context = {"act": act, "reason": reason, "refusal": refusal, **trail}
    return render(request, "madda/amendments/cms/discard.html", context)


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the act back into the library."""
    act = get_object_or_404(discarded_acts(request.user), pk=pk)
    try:
        RestoreAct(act, actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        return redirect(f"{reverse('amendments_admin:import')}#discarded")
    messages.success(request, _("The act is in the library again."))
    return redirect(act.url)
