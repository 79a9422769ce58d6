"""The page of administrators on the mails of the site."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from amendments.actions.mails.retry_mail import RetryMail
from amendments.hooks import MAIL_PANELS, collect
from amendments.models import OutgoingMail
from amendments.permissions import holds
from amendments.queries.mails import mail_status
from amendments.views.cms.frame import actor_of, numbers_of

SEES = "amendments.view_outgoingmail"
RETRIES = "amendments.change_outgoingmail"


@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """Show what waits and what was not delivered; never a text or a subject."""
    if not holds(request.user, SEES):
        raise PermissionDenied
    context = {
        "status": mail_status(),
        "may_retry": holds(request.user, RETRIES),
        "panels": [panel.render(request) for panel in collect(MAIL_PANELS)],
        "header_title": _("Mails"),
        "header_icon": "mail",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Mails")},
        ],
    }
    return render(request, "madda/amendments/cms/mails.html", context)


@require_POST
def retry(request: HttpRequest) -> HttpResponse:
    """Have undelivered mails sent again."""
    if not holds(request.user, RETRIES):
        raise PermissionDenied
    found = OutgoingMail.objects.filter(pk__in=numbers_of(request, "mail"), state=OutgoingMail.State.FAILED)
    count = len([RetryMail(mail, actor=actor_of(request)).execute() for mail in found])
    said = ngettext("%(count)s mail will be sent again.", "%(count)s mails will be sent again.", count)
    messages.success(request, said % {"count": count})
    return redirect("amendments_admin:mails")
