"""The drafters, or the secretary of the committee that is named, name the committee of an amendment."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError
from amendments.models import Amendment
from amendments.queries.law.acts import visible_amendments
from consultations.actions.committees.refer_amendment import ReferAmendment
from consultations.forms.committee_choice import CommitteeChoice
from consultations.queries.bodies.referrals import may_refer
from consultations.views.requests import actor_of


@login_required
def refer(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the committee."""
    amendment = get_object_or_404(Amendment.objects.select_related("referral"), pk=pk)
    if not may_refer(request.user, amendment):
        if not visible_amendments(request.user).filter(pk=pk).exists():
            raise Http404
        raise PermissionDenied
    standing = getattr(amendment, "referral", None)
    form = CommitteeChoice(request.POST or None, initial={"committee": standing and standing.committee_id})
    if request.method == "POST" and form.is_valid():
        committee = form.cleaned_data["committee"]
        try:
            ReferAmendment(amendment, committee, actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(committee)s deals with the amendment.") % {"committee": committee})
            return redirect(amendment.url)
    context = {"amendment": amendment, "form": form, "is_named": standing is not None}
    status = 422 if form.is_bound else 200
    return render(request, "madda/consultations/refer.html", context, status=status)
