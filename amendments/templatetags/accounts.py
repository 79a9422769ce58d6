"""Where people sign in, and how the site is called: both are the host's."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.shortcuts import resolve_url

register = template.Library()


@register.simple_tag(takes_context=True)
def login_url(context: dict[str, Any], back: str = "") -> str:
    """`{% login_url round.url %}`: sign in, then come back to this address; without one, to this page."""
    request = context.get("request")
    back = back or (request.get_full_path() if request else "")
    login = resolve_url(settings.LOGIN_URL)
    return f"{login}?{urlencode({REDIRECT_FIELD_NAME: back})}" if back else login


@register.simple_tag
def site_name() -> str:
    """The name that the site gives itself."""
    return getattr(settings, "WAGTAIL_SITE_NAME", "")
