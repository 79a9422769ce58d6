"""Which visitor asks, so that one of them cannot use up what there is for all of them."""

import re
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_NETWORK = 64  # bits of IPv6 that one household has
_WITH_PORT = re.compile(
    r"\[(?P<six>[^\]]+)\](:\d+)?|(?P<four>[\d.]+):\d+"
)  # as some proxies write an address


def visitor_of(request: HttpRequest) -> str:
    """A keyed hash of the network address: nobody reads the address from it, and it is kept for an hour at most.

    "" where the address is not known, as behind a socket: then nobody is told from others.
    """
    network = _network(_address(request))
    return salted_hmac("madda.visitors", network).hexdigest() if network else ""


def _address(request: HttpRequest) -> str:
    """The address that the outermost proxy of the deployment saw; what the client wrote into the header is ignored."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    proxies = int(getattr(settings, "MADDA_TRUSTED_PROXIES", 0))
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return seen[-proxies] if 0 < proxies <= len(seen) else direct


def _network(address: str) -> str:
    with_port = _WITH_PORT.fullmatch(address)
    try:
        found = ip_address((with_port["six"] or with_port["four"]) if with_port else address)
    except ValueError:
        return ""
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, _NETWORK), strict=False))
