"""Adapts allauth to accounts without user names, and to locks that nobody else can cause."""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from consultations.letters.wording import absolute
from portal.home.site_name import site_name
from portal.users import factor_keys, locks, notices, security_log
from portal.users.models import User, plain_address
from portal.users.second_factor import has_another, is_required_of


@dataclass(frozen=True, slots=True)
class ThisSite:
    """The site as mails name it: as it is configured, because whoever sends a request chooses the host that it names."""

    name: str
    domain: str


class AccountAdapter(DefaultAccountAdapter):
    """Creates accounts with an e-mail address and a name, counts wrong passwords, and names this site in mails."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail with links to the configured address."""
        links = {key: _of_this_site(value) for key, value in context.items() if key.endswith("_url")}
        site = ThisSite(site_name(), absolute("/"))
        super().send_mail(template_prefix, email, {**context, **links, "current_site": site})

    def format_email_subject(self, subject: str) -> str:
        """The name of the site before it."""
        return f"[{site_name()}] {subject}"

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """Do nothing: there is no user name."""

    def clean_email(self, email: str) -> str:
        """Of a new account or a further address: plain, and in small letters."""
        plain_address(email)
        cleaned: str = super().clean_email(User.objects.normalize_email(email))
        return cleaned

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Take the name too."""
        user.name = form.cleaned_data["name"]
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Refuse a locked place before the password is looked at, and forget its failures after the right one."""
        login = credentials.get("email", "")
        place = locks.place_of(request, login, self.get_client_ip(request))
        now = timezone.now()
        if until := locks.count_try(login, place, now):
            security_log.note_locked(request, login)
            raise forms.ValidationError(locks.wait_until(until, now))
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user is not None:
            locks.forget(login, place)
        return user

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address behind the proxies. One of IPv4 is the same when a socket of IPv6 names it, as ::ffff:192.0.2.1."""
        address: str = super().get_client_ip(request)
        try:
            known = ip_address(address)
        except ValueError:
            return address
        mapped = known.ipv4_mapped if isinstance(known, IPv6Address) else None
        return str(mapped or address)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Limit what comes from one network address, except from browsers that the account knows."""
        self._login_failed_rl_usage = None  # what allauth gives back after the right password
        if locks.is_known(request, credentials.get("email", "")):
            return
        self._login_failed_rl_usage = ratelimit.consume(
            request, app="allauth.account", action="password_failed"
        )
        if not self._login_failed_rl_usage:
            raise self.validation_error("too_many_login_attempts")

    def post_login(self, request: HttpRequest, user: User, **more: Any) -> HttpResponse:
        """Remember that somebody signed in to the account in this browser, and tell the owner of the first time."""
        if not locks.is_known(request, user.email):
            notices.tell_new_browser(user, request, self.get_client_ip(request))
        response: HttpResponse = super().post_login(request, user, **more)
        locks.remember_browser(response, user.email, is_secure=request.is_secure())
        return response


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the second factor of people who need one, and its secrets encrypted."""

    def encrypt(self, text: str) -> str:
        """What the database holds of a secret."""
        return factor_keys.encrypted(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself."""
        return factor_keys.decrypted(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether the owner may remove it. Whose last one is lost asks the administrators, if the role needs one."""
        return not is_required_of(authenticator.user) or has_another(authenticator)

    def generate_authenticator_name(self, user: Any, type: str) -> str:  # noqa: A002 - the name of allauth
        """What the form of a new security key proposes. Any: an account."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Security key %(number)d") % {"number": number}


def _of_this_site(address: str) -> str:
    """The same page at the configured address."""
    return absolute(urlsplit(address)._replace(scheme="", netloc="").geturl())
