"""The page of an error on our side; 503 while the database does not answer, so that programs come back later."""

import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views.defaults import server_error as any_error

from portal.troubles import is_away

_AGAIN = 30  # seconds


def server_error(request: HttpRequest) -> HttpResponse:
    """Called where the error is handled. The page asks nothing of the database."""
    if not is_away(sys.exc_info()[1]):
        return any_error(request)
    page = loader.get_template("503.html").render()
    return HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(_AGAIN)})
