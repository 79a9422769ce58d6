"""The name and the address of the site, as Wagtail knows them. Settings import this file, so it imports no model."""

from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings

PRODUCT = "Madda"
PLACEHOLDER = "localhost"  # the host name of a site that nobody has set
PORTS = {"http": 80, "https": 443}


def site_name() -> str:
    """The name of the default site; that of the product until somebody gives one."""
    site = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True).first()
    return (site.site_name if site else "") or PRODUCT


def adopt_address(**_: Any) -> None:
    """After each migration: a site without a host name gets the one of `MADDA_BASE_URL`, so that no link leads nowhere."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = address.port or PORTS.get(address.scheme, 80)
    sites = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True, hostname=PLACEHOLDER)
    for site in sites:
        site.hostname, site.port = address.hostname or PLACEHOLDER, port
        site.site_name = site.site_name or PRODUCT
        site.save()
