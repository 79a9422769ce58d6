"""The page of an error on our side; 503 while the database does not answer or takes nothing, so that programs come back."""

import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _
from django.views.defaults import server_error as any_error

from portal.troubles import is_away, takes_no_write

_AGAIN = 30  # seconds


def server_error(request: HttpRequest) -> HttpResponse:
    """Called where the error is handled. The page asks nothing of the database, and links to nothing that would."""
    error = sys.exc_info()[1]
    if is_away(error):  # also where its disk is so full that it takes no connection
        title = _("The site cannot reach its data just now")
    elif takes_no_write(error):
        title = _("The site can save nothing just now")
    else:
        return any_error(request)
    page = loader.get_template("503.html").render({"title": title})
    return HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(_AGAIN)})
