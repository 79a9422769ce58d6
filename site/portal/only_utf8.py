"""Refuses requests in other character sets before Django reads them.

Django decodes the address of a request by the character set that its header names, outside of everything that could answer
an error. Browsers post in the character set of the page.
"""

import codecs
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.http import parse_header_parameters

_REFUSAL = b"The request is not in UTF-8, or names it otherwise than utf-8.\n"
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def only_utf8(application: Application) -> Application:
    """The application, which answers a request in another character set with status 400."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if _is_readable(environ.get("CONTENT_TYPE", "")):
            return application(environ, start_response)
        length = str(len(_REFUSAL))
        start_response("400 Bad Request", [("Content-Type", "text/plain"), ("Content-Length", length)])
        return [_REFUSAL]

    return answer


def _is_readable(content_type: str) -> bool:
    """Whether a header names UTF-8 as Django does, nothing, or what no codec knows and Django passes over.

    Django refuses a form whose header says "utf8" or "ascii", and its page of that error reads the form again.
    """
    try:
        charset = parse_header_parameters(content_type)[1].get("charset") or "utf-8"
    except (LookupError, ValueError):  # the character set of a parameter that is encoded itself
        return False
    try:
        codecs.lookup(charset)
    except LookupError:
        return True
    except ValueError:  # a null character
        return False
    return charset.lower() == "utf-8"
