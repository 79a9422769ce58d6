"""The drafters' start: own amendments, own acts, a new amendment."""

from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.admin import messages

from amendments.actions.drafting.open_amendment import OpenAmendment
from amendments.errors import AmendmentsError
from amendments.forms.describing import DescriptionForm
from amendments.forms.page_choice import PageChoice
from amendments.models import Section, Version
from amendments.permissions import sections_of
from amendments.queries.law.acts import (
    act_lines,
    consolidated_texts,
    newest_texts,
    visible_amendments,
    visible_instruments,
)
from amendments.views.cms.frame import actor_of, furniture

PAGE_SIZE = 20
MOST_OFFERED = 50  # acts beside the first one; the workspace finds any other by title or number


class TextChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # takes none at run time
    """Consolidated texts, each called by its act."""

    def label_from_instance(self, obj: Version) -> str:
        """The act, its number unless the title has it, and which of its texts."""
        act = obj.instrument
        number = act.number if act.number not in act.shown_title else ""
        return ", ".join(filter(None, (act.shown_title, number, obj.label)))


class AmendmentForm(DescriptionForm):
    """A new amendment on an act, and on further acts."""

    is_concept = forms.BooleanField(
        label=gettext_lazy("It is a concept so far"),
        required=False,
        help_text=gettext_lazy("You begin drafting later, by a step in the workspace."),
    )
    others = TextChoice(
        label=gettext_lazy("Further acts that it amends"),
        queryset=Version.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("You can also add and remove acts later, in the workspace."),
    )

    section = PageChoice(
        label=gettext_lazy("Drafting body"),
        queryset=Section.objects.none(),
        help_text=gettext_lazy(
            "You draft for several bodies. The amendment stays with the one that you choose."
        ),
    )
    field_order = ("section", "title")

    def __init__(
        self, *args: Any, others: QuerySet[Version], sections: QuerySet[Section], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if len(sections) > 1:
            self.fields["section"].queryset = sections  # type: ignore[attr-defined] # a model choice field
        else:  # nothing to choose
            del self.fields["section"]
        self.fields["others"].queryset = others  # type: ignore[attr-defined] # a model choice field
        if not others:
            self.fields["others"].widget = forms.MultipleHiddenInput()  # which still refuses what is sent
        elif len(others) == MOST_OFFERED:
            self.fields["others"].help_text = _(
                "This list holds %(count)s acts. Add any other one in the workspace, where you find it by its title or number."
            ) % {"count": MOST_OFFERED}


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
    """A new amendment on a consolidated text, and on the newest texts of further acts, in one of the own sections."""
    sections = Section.objects.filter(path__in=sections_of(request.user)).order_by("title", "pk")
    if not sections:
        raise PermissionDenied
    texts = consolidated_texts(request.user)
    base = get_object_or_404(texts, pk=pk)
    others = newest_texts(request.user).exclude(instrument=base.instrument_id)
    others = others.filter(pk__in=list(others.values_list("pk", flat=True)[:MOST_OFFERED]))
    form = AmendmentForm(request.POST or None, others=others, sections=sections)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        bases = [base, *given["others"]]
        action = OpenAmendment(
            given.get("section") or sections[0],
            bases,
            given["title"],
            actor=actor_of(request),
            summary=given["summary"],
            is_concept=given["is_concept"],
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
