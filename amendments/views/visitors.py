"""Which visitor asks, so that one of them cannot use up what there is for all of them."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_NETWORK = 64  # bits of IPv6 that one household has


def visitor_of(request: HttpRequest) -> str:
    """A keyed hash of the network address: nobody reads the address from it, and it is kept for an hour at most."""
    return salted_hmac("madda.visitors", _network(_address(request))).hexdigest()


def _address(request: HttpRequest) -> str:
    """The address that the outermost proxy of the deployment saw; what the client wrote into the header is ignored."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    proxies = int(getattr(settings, "MADDA_TRUSTED_PROXIES", 0))
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return seen[-proxies] if 0 < proxies <= len(seen) else direct


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    return str(found if found.version == 4 else ip_network((found, _NETWORK), strict=False))
