"""The people of an institution, for those who sign for it: they add members and end memberships."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError
from consultations.access.memberships import sends_for
from consultations.actions.institutions.add_member import AddMember
from consultations.actions.institutions.end_membership import EndMembership
from consultations.forms.institution_forms import MemberForm
from consultations.models import Institution
from consultations.queries.bodies.institutions import institution_page
from consultations.views.requests import actor_of, keys_in, run


@login_required
def members(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who acts for the institution, and the form that adds somebody. A button beside each other person ends."""
    body = get_object_or_404(Institution.objects.filter(pk__in=sends_for(request.user)), pk=pk)
    if "end" in request.POST:
        return _end(request, body)
    form = MemberForm(request.POST or None, initial={"start": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        actor = actor_of(request, institution=body, reason=form.cleaned_data["reason"])
        try:
            AddMember(body, form.member(), actor=actor).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The person acts for %(institution)s.") % {"institution": body})
            return redirect(request.path)
    lines = institution_page(request.user, body, timezone.now()).members
    context = {"institution": body, "lines": lines, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "madda/consultations/members.html", context, status=status)


def _end(request: HttpRequest, body: Institution) -> HttpResponse:
    """End a membership at once."""
    row = get_object_or_404(body.memberships.all(), pk__in=keys_in(request.POST.getlist("end")[:1]))
    return run(
        request,
        lambda: EndMembership(row, actor=actor_of(request, institution=body)).execute(),
        _("The membership is ended."),
        reverse("consultations:mine") if row.user_id == request.user.pk else request.path,
        failed=request.path,
    )
