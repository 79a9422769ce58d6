"""System checks of this app."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.contrib.auth import get_user_model
from django.core import checks
from django.db import connection
from django.db.models import Q
from holidays import list_supported_countries

from amendments import host_checks
from amendments.checks import unread
from amendments.hooks import SCHEMES
from amendments.plugins.registry import countries
from consultations.access.exclusive_roles import contradiction, functions_of
from consultations.hooks import POINTS, benchmarks
from consultations.rules.benchmarks import faults
from consultations.times.public_holidays import country


def hooks_are_known(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Report a misspelt hook."""
    return unread(("register_benchmark", "register_board_proposal"), POINTS, "consultations.W001")


def benchmarks_are_whole(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Report errors in the vocabularies of plugins, because none can be loaded while there is one."""
    if hooks_answer(app_configs):
        return []
    return [
        checks.Error(f"The vocabularies cannot be loaded: {fault}.", id="consultations.E001")
        for fault in faults(benchmarks())
    ]


def country_is_known(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """Periods in working days leave out the public holidays of one country."""
    if host_checks.unfit_answers([SCHEMES], "amendments.E011"):
        return []  # told by the check of the hooks
    named = country()
    if named and named not in list_supported_countries():
        words, hint = (
            f"No public holidays are known of the country {named!r}.",
            "Set MADDA_COUNTRY to another.",
        )
    elif not named and len(countries()) > 1:
        words = f"Plugins bring several countries ({', '.join(countries())}): it is not known whose holidays count."
        hint = "Set MADDA_COUNTRY to two letters."
    else:
        return []
    return [checks.Error(words, hint=hint, id="consultations.E002")]


def addresses_are_included(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """The addresses of this app."""
    return host_checks.missing_addresses("consultations", "consultations:list", "consultations.E003")


def hooks_answer(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[checks.CheckMessage]:
    """What plugins register is of the right kind, and nothing is registered twice."""
    return host_checks.unfit_answers(POINTS, "consultations.E004")


def roles_are_kept_apart(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[checks.CheckMessage]:
    """Report people with roles that exclude one another, which can only be joined beside the models (ADR 20)."""
    users = get_user_model()
    if not databases or not has_table(users):
        return []
    people = users._default_manager.filter(is_active=True).filter(
        Q(groups__isnull=False) | Q(is_superuser=True)
    )
    return [
        checks.Error(f"{user}: {words}", id="consultations.E005")
        for user in people.distinct()
        if (words := contradiction(functions_of(user)))
    ]


def has_table(model: Any) -> bool:
    """Whether the database was migrated."""
    return model._meta.db_table in connection.introspection.table_names()


def register_checks() -> None:
    checks.register(roles_are_kept_apart, checks.Tags.database)
    checks.register(country_is_known)
    checks.register(addresses_are_included)
    checks.register(hooks_answer)
    checks.register(hooks_are_known)
    checks.register(benchmarks_are_whole)
