"""Changes of accounts that wait for a second person: the list of administrators, and the link that the owner gets."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from portal.users.actions.ask_change import AskChange
from portal.users.actions.confirm_change import ConfirmByMail, ConfirmChange
from portal.users.actions.refuse_change import RefuseChange
from portal.users.links import change_of
from portal.users.models import AccountChange, User
from portal.users.powers import is_privileged, keepers, keeps_accounts
from portal.users.roles import label_of

PAGE_SIZE = 20
MOST_WAITING = 200


def require_keeper(request: HttpRequest) -> None:
    """Raise unless the person keeps the accounts."""
    if not keeps_accounts(request.user):
        raise PermissionDenied


@require_safe
def account_changes(request: HttpRequest) -> HttpResponse:
    """What waits, and what became of earlier changes."""
    require_keeper(request)
    rows = AccountChange.objects.select_related("account", "asked_by", "decided_by")
    waiting = rows.waiting(timezone.now()).order_by("asked_at", "pk")
    over = rows.exclude(pk__in=waiting.values("pk")).order_by("-asked_at", "-pk")
    page = Paginator(over, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "waiting": [_said(change) for change in waiting[:MOST_WAITING]],
        "page": page,
        "is_alone": keepers().count() == 1,
        "header_title": _("Changes of accounts"),
        "header_icon": "user",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Changes of accounts")},
        ],
    }
    for change in page:
        _said(change)
    return render(request, "users/changes.html", context)


@require_POST
def answer_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm or refuse a change."""
    require_keeper(request)
    change = get_object_or_404(AccountChange.objects.select_related("account", "asked_by"), pk=pk)
    is_confirmed = _is_confirmed(request)
    action = ConfirmChange if is_confirmed else RefuseChange
    try:
        action(change, actor=Actor.now(request.user)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("The change is made.") if is_confirmed else _("The change is refused.")
        messages.success(request, said)
    return redirect("account_changes")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_change(request: HttpRequest, token: str) -> HttpResponse:
    """The page of the link in the mail to the old address. Nobody needs to sign in: only that address got the link."""
    change = change_of(token)
    if change is None:
        raise Http404
    is_over = not AccountChange.objects.waiting(timezone.now()).filter(pk=change.pk).exists()
    if request.method == "POST" and not is_over:
        action = ConfirmByMail if _is_confirmed(request) else RefuseChange
        try:
            action(change, actor=Actor.now(change.account)).execute()
        except AmendmentsError as refusal:
            messages.error(request, str(refusal))
        return redirect(request.path)
    return render(request, "users/own_change.html", {"change": change, "is_over": is_over})


def _is_confirmed(request: HttpRequest) -> bool:
    """Raise unless one of the two buttons was pressed: refusing is for good."""
    answer = request.POST.get("answer", "")
    if answer not in ("confirm", "refuse"):
        raise BadRequest("Neither confirmed nor refused.")
    return answer == "confirm"


def ask_roles_in_bulk(
    request: HttpRequest, action: str, accounts: Iterable[Any], view: Any
) -> HttpResponse | None:
    """A role with powers that is given to many at once waits for a second person, as in the form of one account."""
    if view.model is not User or action != "assign_role":
        return None
    role = view.cleaned_form.cleaned_data["role"]
    if not is_privileged(role):
        return None
    actor = Actor.now(request.user)
    try:
        with transaction.atomic():
            for account in accounts:
                AskChange(account, AccountChange.Kind.ROLE, role.name, actor=actor).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.warning(
            request, _("What needs a second person waits under “Changes of accounts”. Mails ask for it.")
        )
    return redirect("wagtailusers_users:index")


def _said(change: AccountChange) -> AccountChange:
    change.said = label_of(change.value) if change.kind == change.Kind.ROLE else change.value  # type: ignore[attr-defined]
    return change
