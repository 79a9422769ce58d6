"""After the law is adopted: its last sealed draft becomes the texts of its acts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext
from wagtail.admin import messages

from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.errors import AmendmentsError, NotAdoptable
from amendments.models import Version
from amendments.queries.adoption import ActToAdopt, AdoptionDesk, adoption_desk
from amendments.text.visible_text import VisibleText
from amendments.views.cms.frame import actor_of, furniture_of, own_amendment


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty as long as it is not determined."),
    )


class AdoptionForm(VisibleText, forms.Form):
    """The law by which a draft was adopted. `draft` is the one that the drafter saw; each act has its own day."""

    law_number = forms.CharField(label=gettext_lazy("Number of the law"), max_length=50)
    in_force = _day(gettext_lazy("Enters into force on"))
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

    def __init__(self, *args: Any, acts: Sequence[ActToAdopt], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.days: dict[int, str] = {}
        if len(acts) < 2:
            return
        del self.fields["in_force"]
        for act in acts:
            self.days[act.instrument.pk] = name = f"in_force_{act.instrument.pk}"
            self.fields[name] = _day(_("%(act)s: enters into force on") % {"act": act.instrument})
        self.order_fields(["law_number", *self.days.values()])

    def adoption(self) -> Adoption:
        """What was entered."""
        data = self.cleaned_data
        of_act: dict[int, date | None] = {pk: data[name] for pk, name in self.days.items()}
        return Adoption(data["law_number"], data.get("in_force"), data["source"], of_act)


def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what will happen, asks for the law, and seals."""
    amendment = own_amendment(request, pk)
    desk = adoption_desk(amendment)
    if request.method == "POST":
        form = AdoptionForm(request.POST, acts=desk.acts)
        versions = _sealed(request, desk, form) if form.is_valid() else []
        if versions:
            return redirect(_told(request, desk, versions))
        desk = adoption_desk(amendment)  # what another click has done meanwhile
    else:
        form = AdoptionForm(acts=desk.acts, initial={"draft": desk.draft.pk if desk.draft else ""})
    context = {
        "amendment": amendment,
        "desk": desk,
        "acts": len(desk.acts),
        "form": form,
        **furniture_of(amendment, _("Record the adoption")),
    }
    return render(request, "madda/amendments/cms/adopt.html", context, status=422 if form.is_bound else 200)


def _sealed(request: HttpRequest, desk: AdoptionDesk, form: AdoptionForm) -> list[Version]:
    """Nothing where it is refused: the form says why."""
    draft = desk.amendment.drafts.filter(pk=form.cleaned_data["draft"]).first()
    if draft is None:
        form.add_error(None, desk.obstacle or str(NotAdoptable()))
        return []
    try:
        return SealConsolidated(draft, form.adoption(), actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        form.add_error(None, str(refusal))
        return []


def _told(request: HttpRequest, desk: AdoptionDesk, versions: Sequence[Version]) -> str:
    """Say what is sealed; answers with the page where its release is asked for, or where the acts are listed."""
    if len(versions) == 1:
        words = _("%(version)s is sealed. Ask for its release here.") % {"version": versions[0].label}
        messages.success(request, words)
        return str(versions[0].instrument.url)
    words = ngettext(
        "The text of %(count)s act is sealed. Ask for its release on the page of the act.",
        "The texts of %(count)s acts are sealed. Ask for their release on the page of each act.",
        len(versions),
    )
    messages.success(request, words % {"count": len(versions)})
    return reverse("amendments_admin:workspace", args=[desk.amendment.pk])
