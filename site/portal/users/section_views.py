"""The drafting bodies of the site and their drafters, for administrators."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_http_methods

from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.models import Section
from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.actions.institutions.open_section import OpenSection
from consultations.forms.institution_forms import AccountForm
from consultations.models import Institution
from consultations.models.institution import standing
from consultations.views.cms.frame import FormPage, furniture, recorded
from portal.users.actions.ask_change import AskChange
from portal.users.actions.end_drafting import EndDrafting
from portal.users.change_views import require_keeper
from portal.users.errors import DraftsAlready, NoDraftingGroup
from portal.users.models import AccountChange, User
from portal.users.powers import drafting_groups

PAGE_SIZE = 20
LIST = "drafting_bodies"


class SectionForm(forms.Form):
    """An institution that exists today and drafts nothing yet."""

    institution = forms.ModelChoiceField(
        label=gettext_lazy("Institution"),
        queryset=Institution.objects.none(),
        help_text=gettext_lazy(
            "The secretary registers institutions. Those that draft already are not listed."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["institution"]  # Any: Django's types know no queryset of a field
        today = Institution.objects.filter(standing(timezone.now())).order_by("name")
        field.queryset = today.filter(section=None)
        offered = list(field.choices)
        field.queryset = today  # a second click finds the section that the first one opened
        field.widget.choices = offered


@require_http_methods(["GET", "HEAD"])
def drafting_bodies(request: HttpRequest) -> HttpResponse:
    """The bodies with the number of people who draft for them."""
    require_keeper(request)
    rows = Section.objects.order_by("title", "pk").annotate(
        drafters=Count("group_permissions__group__user", distinct=True)
    )
    context = {
        "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
        "may_open": holds(request.user, Power.OPEN_SECTION),
        **furniture(("", _("Drafting bodies")), icon="group"),
    }
    return render(request, "users/drafting_bodies.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_section(request: HttpRequest) -> HttpResponse:
    """Make an institution a drafting body."""
    if not holds(request.user, Power.OPEN_SECTION):
        raise PermissionDenied
    form = SectionForm(request.POST or None)
    words = _("Add a drafting body")
    return FormPage(
        form,
        lambda: OpenSection(form.cleaned_data["institution"], actor=Actor.now(request.user)).execute(),
        words,
        _("The institution is a drafting body now. Open it and add its drafters."),
        reverse(LIST),
        furniture((reverse(LIST), _("Drafting bodies")), ("", words), icon="group"),
    ).answer(request)


@require_http_methods(["GET", "HEAD", "POST"])
def drafting_body(request: HttpRequest, pk: int) -> HttpResponse:
    """The drafters of one body. An administrator takes somebody out here."""
    require_keeper(request)
    section = get_object_or_404(Section, pk=pk)
    if request.method == "POST":
        _end(request, section)
        return redirect("drafting_body", pk=pk)
    people = User.objects.filter(groups__in=_groups(section)).distinct().order_by("name", "email")
    waiting = AccountChange.objects.waiting(timezone.now()).filter(
        kind=AccountChange.Kind.ROLE, value__in=_groups(section).values("name")
    )
    context = {
        "section": section,
        "page": Paginator(people, PAGE_SIZE).get_page(request.GET.get("page")),
        "waiting": waiting.select_related("account", "asked_by").order_by("asked_at"),
        **furniture((reverse(LIST), _("Drafting bodies")), ("", section.title), icon="group"),
    }
    return render(request, "users/drafting_body.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_drafter(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask that a person drafts for the body. Another administrator confirms it (ADR 20)."""
    require_keeper(request)
    section = get_object_or_404(Section, pk=pk)
    form = AccountForm(request.POST or None)
    here, words = reverse("drafting_body", args=[pk]), _("Add a drafter")
    return FormPage(
        form,
        lambda: _ask(section, form.person, recorded(request, form)),
        words,
        _("The person drafts here as soon as another administrator confirms it under “Changes of accounts”."),
        here,
        furniture((reverse(LIST), _("Drafting bodies")), (here, section.title), ("", words), icon="user"),
        said=section.title,
        refused_at={DraftsAlready: "email"},
    ).answer(request)


def _groups(section: Section) -> QuerySet[Group]:
    """The groups whose members draft for this body."""
    return drafting_groups().filter(page_permissions__page=section)


def _ask(section: Section, person: User, actor: Actor) -> None:
    """Ask for the first of the groups of the body; a body made by hand may have none."""
    group = _groups(section).order_by("pk").first()
    if group is None:
        raise NoDraftingGroup
    if person.groups.filter(pk__in=_groups(section)).exists():
        raise DraftsAlready
    AskChange(person, AccountChange.Kind.ROLE, group.name, actor=actor).execute()


def _end(request: HttpRequest, section: Section) -> None:
    key = request.POST.get("account", "")
    account = get_object_or_404(User, pk=key if key.isdecimal() else None)
    try:
        EndDrafting(account, section, actor=Actor.now(request.user)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("%(person)s no longer drafts for %(body)s. What the person has drafted stays.")
        messages.success(request, said % {"person": account, "body": section.title})
