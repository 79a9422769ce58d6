"""After the law is adopted: its last sealed draft becomes the text of the act."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.admin import messages

from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.errors import AmendmentsError, NotAdoptable
from amendments.models import Version
from amendments.queries.adoption import AdoptionDesk, adoption_desk
from amendments.text.visible_text import VisibleText
from amendments.views.cms.frame import actor_of, furniture_of, own_amendment


class AdoptionForm(VisibleText, forms.Form):
    """The law by which a draft was adopted. `draft` is the one that the drafter saw."""

    law_number = forms.CharField(label=gettext_lazy("Number of the law"), max_length=50)
    in_force = forms.DateField(
        label=gettext_lazy("Enters into force on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty as long as it is not determined."),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Where the law and its entry into force were published."),
    )
    is_compared = forms.BooleanField(
        label=gettext_lazy("I compared the draft with the adopted law: its text is the same.")
    )
    draft = forms.UUIDField(widget=forms.HiddenInput)


def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what will happen, asks for the law, and seals."""
    amendment = own_amendment(request, pk)
    desk = adoption_desk(amendment)
    if request.method == "POST":
        form = AdoptionForm(request.POST)
        version = _sealed(request, desk, form) if form.is_valid() else None
        if version is not None:
            words = _("%(version)s is sealed. Ask for its release here.") % {"version": version.label}
            messages.success(request, words)
            return redirect(version.instrument.url)
        desk = adoption_desk(amendment)  # what another click has done meanwhile
    else:
        form = AdoptionForm(initial={"draft": desk.draft.pk if desk.draft else ""})
    context = {
        "amendment": amendment,
        "act": amendment.base_version.instrument,
        "desk": desk,
        "instructions": desk.draft.sealed_instructions.count() if desk.draft else 0,
        "form": form,
        **furniture_of(amendment, _("Record the adoption")),
    }
    return render(request, "madda/amendments/cms/adopt.html", context, status=422 if form.is_bound else 200)


def _sealed(request: HttpRequest, desk: AdoptionDesk, form: AdoptionForm) -> Version | None:
    """None where it is refused: the form says why."""
    data = form.cleaned_data
    draft = desk.amendment.versions.filter(pk=data["draft"]).first()
    if draft is None:
        form.add_error(None, desk.obstacle or str(NotAdoptable()))
        return None
    adoption = Adoption(data["law_number"], data["in_force"], data["source"])
    try:
        return SealConsolidated(draft, adoption, actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        form.add_error(None, str(refusal))
        return None
