"""Values of the environment. What is missing or wrong is named, with what to do, before anything starts."""

import os
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def needed(name: str) -> str:
    """A value without which a public site does not start."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. Set it as deploy/env.example says.")
    return value


def needed_hosts(name: str) -> list[str]:
    """Names of hosts, separated by commas."""
    hosts = [host.strip() for host in needed(name).split(",") if host.strip()]
    if not hosts or any("/" in host for host in hosts):
        raise ImproperlyConfigured(
            f"{name} holds names of hosts, separated by commas: madda.example.org, without https://."
        )
    return hosts


def whole_number(name: str, usual: int) -> int:
    """A number of at least 0."""
    value = os.environ.get(name, "").strip() or str(usual)
    if not (value.isascii() and value.isdecimal()):
        raise ImproperlyConfigured(f"{name} is a whole number, not {value!r}.")
    return int(value)


def one_of(name: str, choices: Sequence[str]) -> str:
    """One of some words; the first without a value."""
    value = os.environ.get(name, "").strip() or choices[0]
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is one of {', '.join(choices)}, not {value!r}.")
    return value


def time_zone(name: str, usual: str) -> str:
    """The name of a time zone that the machine knows."""
    value = os.environ.get(name, "").strip() or usual
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ImproperlyConfigured(f"{name} is a time zone such as {usual}, not {value!r}.") from None
    return value


def database(name: str, usual: str) -> Any:
    """The database that an address names, as Django wants it. What is wrong is not repeated, as it may hold a password."""
    try:
        return dj_database_url.parse(os.environ.get(name, "").strip() or usual, conn_max_age=60)
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} is the address of a database, as postgresql://madda_site:PASSWORD@127.0.0.1:5432/madda."
        ) from None
