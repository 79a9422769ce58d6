"""The name and the address of the site, as Wagtail knows them. Settings import this file, so it imports no model."""

from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

PRODUCT = "Madda"
PLACEHOLDER = "localhost"  # the host name of a site that nobody has set
PORTS = {"http": 80, "https": 443}


def site_name() -> str:
    """The name of the default site; that of the product until somebody gives one."""
    site = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True).first()
    return (site.site_name if site else "") or PRODUCT


def adopt_address(using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """After each migration: a site without a host name gets the one of `MADDA_BASE_URL`, so that no link leads nowhere.

    A migration of one app alone may run before there are sites.
    """
    model = apps.get_model("wagtailcore", "Site")
    if model._meta.db_table not in connections[using].introspection.table_names():
        return
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = address.port or PORTS.get(address.scheme, 80)
    sites = model.objects.using(using).filter(is_default_site=True, hostname=PLACEHOLDER)
    for site in sites:
        site.hostname, site.port = address.hostname or PLACEHOLDER, port
        site.site_name = site.site_name or PRODUCT
        site.save()
