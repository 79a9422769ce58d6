"""What these pages share: breadcrumbs and titles as in Wagtail, and a form whose action may be refused."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from consultations.errors import EndsBeforeStart, EndsEarlierAlready
from consultations.forms.institution_forms import LastDayForm
from consultations.models import Membership, Office, Seat
from consultations.views.requests import actor_of


def furniture(*trail: tuple[str, str], icon: str) -> dict[str, Any]:
    """Breadcrumbs and title. Each trail entry is an address and a label; the last one is this page."""
    items = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        *({"url": url, "label": words} for url, words in trail),
    ]
    return {"breadcrumbs_items": items, "header_title": items[-1]["label"], "header_icon": icon}


def recorded(request: HttpRequest, form: forms.Form) -> Actor:
    """The person at this moment, with the reason from the form."""
    return actor_of(request, reason=form.cleaned_data["reason"])


@dataclass(frozen=True, slots=True)
class Ending:
    """The words with which something that is held ends."""

    title: str
    button: str
    done: str
    icon: str = "user"


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form and one button. A refusal is shown at the field `refused_at`."""

    form: forms.Form
    perform: Callable[[], object]
    button: str
    done: str
    back: str
    furniture: Mapping[str, Any]
    said: str = ""
    refused_at: Mapping[type[AmendmentsError], str] = field(default_factory=dict)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Do the action and go back, or show the form with the errors."""
        if request.method == "POST" and self.form.is_valid():
            try:
                self.perform()
            except AmendmentsError as refusal:
                self.form.add_error(self.refused_at.get(type(refusal)), str(refusal))
            else:
                messages.success(request, self.done)
                return redirect(self.back)
        context = {
            "form": self.form,
            "button": self.button,
            "back": self.back,
            "said": self.said,
            **self.furniture,
        }
        status = 422 if self.form.is_bound else 200
        return render(request, "madda/consultations/cms/form.html", context, status=status)


def ask_last_day(
    request: HttpRequest,
    row: Membership | Office | Seat,
    action: Callable[..., BaseAction[Any]],
    words: Ending,
    trail: Sequence[tuple[str, str]],
) -> HttpResponse:
    """The page on which a membership, a seat or an office gets its last day."""
    form = LastDayForm(request.POST or None, initial={"last_day": timezone.localdate()})
    return FormPage(
        form,
        lambda: action(row, form.cleaned_data["last_day"], actor=recorded(request, form)).execute(),
        words.button,
        words.done,
        trail[-1][0],
        furniture(*trail, ("", words.title), icon=words.icon),
        said=str(row),
        refused_at=dict.fromkeys((EndsBeforeStart, EndsEarlierAlready), "last_day"),
    ).answer(request)
