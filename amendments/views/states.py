"""An amendment goes to its next state, from its page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.actions.drafting.change_state import ChangeState
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.queries.acts import visible_amendments
from amendments.states import State


@login_required
@require_POST
def change_state(request: HttpRequest, pk: int) -> HttpResponse:
    """The drafters, the legal reviewers and the secretariat take the steps of their roles."""
    amendment = get_object_or_404(visible_amendments(request.user), pk=pk)
    wanted = request.POST.get("state", "")
    if wanted not in State.values:
        raise Http404
    actor = Actor.now(request.user, reason=request.POST.get("reason", ""))
    try:
        change = ChangeState(amendment, State(wanted), actor=actor).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("The amendment is now: %(state)s.") % {"state": change.get_state_display()}
        )
    return redirect(amendment.url)
