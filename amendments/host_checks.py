"""System checks of the site in which this app stands: what must be set so that pages open and every right holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.shortcuts import resolve_url
from django.template import engines
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from amendments import hooks as points
from amendments.hooks import HookPoint, collect

APPS = ("simple_history", "django_htmx", "django_tasks")
MIDDLEWARE = "amendments.admin.middleware.OnlyReadablePages"
CONTEXT = ("request", "auth", "messages")  # what templates read, by the names of Django's context processors
_CATCH_ALL = "wagtail_serve"  # the pattern of Wagtail's pages fits every address

Check = Callable[..., list[checks.CheckMessage]]


def apps_are_installed(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Without these apps pages fail when somebody opens them."""
    return [
        checks.Error(
            f"The app {name} is not installed.", hint=f'Add "{name}" to INSTALLED_APPS.', id="amendments.E002"
        )
        for name in APPS
        if not apps.is_installed(name)
    ]


def pages_are_hidden(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Without the middleware Wagtail's admin tells the titles of pages that a person may not read."""
    if MIDDLEWARE in settings.MIDDLEWARE:
        return []
    hint = f'Add "{MIDDLEWARE}" to MIDDLEWARE, after the one of django.contrib.auth.'
    return [
        checks.Error(
            "Wagtail's admin would show pages to people who may not read them.",
            hint=hint,
            id="amendments.E003",
        )
    ]


def people_can_sign_in(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Pages send strangers to `LOGIN_URL`; something must answer there."""
    try:
        address = resolve_url(settings.LOGIN_URL)
        answers = "://" in address or resolve(address.partition("?")[0]).view_name != _CATCH_ALL
    except (NoReverseMatch, Resolver404):
        answers = False
    if answers:
        return []
    return [
        checks.Error(
            f"Nobody can sign in: no view answers at LOGIN_URL, {settings.LOGIN_URL!r}.",
            hint='Set LOGIN_URL to an address or to the name of a view, for example "wagtailadmin_login".',
            id="amendments.E004",
        )
    ]


def addresses_are_included(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """The addresses of this app."""
    return missing_addresses("amendments", "amendments:provision", "amendments.E005")


def missing_addresses(app: str, name: str, check: str) -> list[checks.CheckMessage]:
    """An error if the addresses of an app are not part of the site; `name` is a view that takes a UUID or nothing."""
    for arguments in ([], ["00000000-0000-0000-0000-000000000000"]):
        try:
            reverse(name, args=arguments)
        except NoReverseMatch:
            continue
        return []
    hint = f'Add path("…", include("{app}.urls")) to the addresses of the site, before those of Wagtail\'s pages.'
    return [checks.Error(f"The addresses of {app} are not included.", hint=hint, id=check)]


def context_is_there(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Templates show who is signed in and what was done."""
    named = {
        name.rpartition(".")[2]
        for engine in engines.all()
        for name in getattr(getattr(engine, "engine", None), "context_processors", ())
    }
    return [
        checks.Error(
            f"No template engine has the context processor “{name}”.",
            hint="Add it to the OPTIONS of TEMPLATES, as `wagtail start` does.",
            id="amendments.E006",
        )
        for name in CONTEXT
        if name not in named
    ]


def settings_fit(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Settings that are wrong together."""
    return [checks.Error(words, hint=hint, id="amendments.E007") for words, hint in _unfit()]


def _unfit() -> Iterator[tuple[str, str]]:
    if not settings.USE_TZ:
        yield "Moments of the legal record need a time zone.", "Set USE_TZ = True."
    if (cache := getattr(settings, "MADDA_SHARED_CACHE", "default")) not in settings.CACHES:
        yield (
            f"MADDA_SHARED_CACHE names {cache!r}, which is not in CACHES.",
            "Name a cache that workers share.",
        )
    for field in ("is_active", "groups"):
        if not hasattr(get_user_model(), field):
            yield (
                f"The user model {settings.AUTH_USER_MODEL} has no field {field!r}, by which rights are given.",
                "Derive it from AbstractUser, or from AbstractBaseUser and PermissionsMixin.",
            )


def hooks_answer(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """What plugins register is of the right kind, and nothing is registered twice."""
    return unfit_answers(points.POINTS, "amendments.E011")


def unfit_answers(declared: Iterable[HookPoint], check: str) -> list[checks.CheckMessage]:
    """An error for each point whose answers are refused: of a wrong type, or two with one name."""
    messages: list[checks.CheckMessage] = []
    for point in declared:
        try:
            collect(point)
        except ImproperlyConfigured as refusal:
            hint = "Take one of the plugins out of INSTALLED_APPS, or mend it."
            messages.append(checks.Error(str(refusal), hint=hint, id=check))
    return messages


CHECKS: tuple[Check, ...] = (
    apps_are_installed,
    pages_are_hidden,
    people_can_sign_in,
    addresses_are_included,
    context_is_there,
    settings_fit,
    hooks_answer,
)
