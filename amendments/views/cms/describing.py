"""The title and the purpose of an amendment."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.drafting.describe_amendment import DescribeAmendment, refuse_closed_description
from amendments.errors import AmendmentsError, BasisNotTaken, EditConflict
from amendments.forms.describing import WrittenDescriptionForm
from amendments.models import Amendment
from amendments.queries.proof.hashes import description_hash
from amendments.views.cms.frame import actor_of, furniture_of, own_amendment


def describe(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the words in a form, or say why they cannot be changed now."""
    amendment = own_amendment(request, pk)
    stored = {name: getattr(amendment, name) for name in ("title", "summary", "basis", "signatory")}
    initial = {**stored, "seen": description_hash(amendment)}
    form = WrittenDescriptionForm(request.POST if request.method == "POST" else None, initial=initial)
    is_outdated = False
    if request.method == "POST" and form.is_valid():
        try:
            _action(request, amendment, form).execute()
        except EditConflict as refusal:
            is_outdated = True
            form.add_error(None, str(refusal))
            form.data = {**form.data.dict(), "seen": description_hash(amendment)}  # type: ignore[attr-defined] # a QueryDict
        except BasisNotTaken as refusal:
            form.add_error("basis", str(refusal))
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("The title and the purpose are saved. All pages and lists show them.")
            )
            return redirect("amendments_admin:workspace", amendment.pk)
    context = {
        "amendment": amendment,
        "form": form,
        "is_outdated": is_outdated,
        "obstacle": "" if form.is_bound else _obstacle(amendment),
        **furniture_of(amendment, _("Title and purpose")),
    }
    status = 422 if form.is_bound else 200
    return render(request, "madda/amendments/cms/describe.html", context, status=status)


def _action(request: HttpRequest, amendment: Amendment, form: WrittenDescriptionForm) -> DescribeAmendment:
    given = form.cleaned_data
    return DescribeAmendment(
        amendment,
        given["title"],
        given["summary"],
        actor=actor_of(request),
        basis=given["basis"],
        signatory=given["signatory"],
        seen=given["seen"],
    )


def _obstacle(amendment: Amendment) -> str:
    try:
        refuse_closed_description(amendment)
    except AmendmentsError as refusal:
        return str(refusal)
    return ""
