"""The ways out of a lock: a link by mail for the owner, a list for administrators."""

from typing import Any

from allauth.core.internal import ratelimit
from django import forms
from django.contrib import messages
from django.core import signing
from django.core.mail import EmailMessage
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext as _, gettext_lazy, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from amendments.audit.actor import Actor
from amendments.text.visible_text import UncutText
from consultations.letters.pacing import language_of
from consultations.letters.wording import absolute
from portal.home.site_name import site_name
from portal.users import locks
from portal.users.actions.unlock_sign_in import UnlockSignIn
from portal.users.change_views import require_keeper
from portal.users.even_time import in_even_time
from portal.users.models import FailedSignIn, User

_SALT = "portal.users.unlock"
LINK_AGE = 60 * 60  # seconds
PAGE_SIZE = 50


class AddressForm(UncutText, forms.Form):
    """The address of the account."""

    email = forms.EmailField(label=gettext_lazy("E-mail address"))


@require_http_methods(["GET", "HEAD", "POST"])
@in_even_time
def ask_link(request: HttpRequest) -> HttpResponse:
    """Mail a link to an address. Nobody learns from the answer or its time whether there is an account."""
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        address = form.cleaned_data["email"].lower()
        if ratelimit.consume(request, app="allauth.account", action="unlock", key=f"unlock {address}"):
            _send_link(address)
        messages.success(request, _("A mail with a link is on its way to this address."))
        return redirect("account_login")
    return render(request, "account/unlock.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def use_link(request: HttpRequest, token: str) -> HttpResponse:
    """Let this browser try again, apart from everybody else at its network address."""
    try:
        login = signing.loads(token, salt=_SALT, max_age=LINK_AGE)
    except signing.BadSignature:
        raise Http404 from None
    if request.method != "POST":
        return render(request, "account/unlock_link.html")
    messages.success(request, _("You can sign in from here again."))
    response = redirect("account_login")
    locks.remember_browser(response, login, is_secure=request.is_secure())
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def locked(request: HttpRequest) -> HttpResponse:
    """The accounts that are locked somewhere, for administrators, who unlock them here."""
    require_keeper(request)
    if request.method == "POST":
        row = FailedSignIn.objects.filter(login=request.POST.get("login", "")).first()
        if row is not None:  # else somebody else unlocked it
            UnlockSignIn(row, actor=Actor.now(request.user)).execute()
        messages.success(request, _("The account is unlocked everywhere."))
        return redirect("locked_sign_ins")
    rows = FailedSignIn.objects.filter(locked_until__gt=timezone.now()).order_by("login", "place")
    context: dict[str, Any] = {
        "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
        "header_title": _("Locked sign-ins"),
        "header_icon": "lock",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Locked sign-ins")},
        ],
    }
    return render(request, "users/locked.html", context)


def _send_link(address: str) -> None:
    """Send the same to every address: an address without an account gets a link that opens nothing."""
    user = User.objects.filter(email__iexact=address).first()
    with override(language_of(user) if user else get_language()):
        token = signing.dumps(address, salt=_SALT)
        link = absolute(reverse("account_unlock_link", args=[token]))
        body = render_to_string("users/mails/unlock.txt", {"link": link, "site_name": site_name()})
        subject = _("Sign in to %(site)s again") % {"site": site_name()}
        EmailMessage(subject, body, to=[address], headers={"Auto-Submitted": "auto-generated"}).send()
