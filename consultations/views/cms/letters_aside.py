"""What administrators see of letters that could not be written, and having them tried again."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from amendments.audit.actor import Actor
from amendments.permissions import holds
from amendments.views.cms.frame import numbers_of
from consultations.actions.letters_aside.retry_letter import RetryLetter
from consultations.models import Letter
from consultations.queries.letters_aside import letters_aside

RETRIES = "amendments.change_outgoingmail"


class LettersOnMailPage:
    """Answers the hook `register_mail_panels` of `amendments`."""

    slug = "letters"

    def render(self, request: HttpRequest) -> str:
        """The letters that were put aside; nothing while every one can be written."""
        aside = letters_aside()
        context = {"aside": aside, "may_retry": holds(request.user, RETRIES)}
        template = "madda/consultations/cms/letters_aside.html"
        return render_to_string(template, context, request) if aside else ""


@require_POST
def retry(request: HttpRequest) -> HttpResponse:
    """Have letters tried again."""
    if not holds(request.user, RETRIES):
        raise PermissionDenied
    found = Letter.objects.filter(pk__in=numbers_of(request, "letter"), state=Letter.State.FAILED)
    actor = Actor.now(request.user)
    count = len([RetryLetter(letter, actor=actor).execute() for letter in found])
    said = ngettext(
        "%(count)s message will be tried again.", "%(count)s messages will be tried again.", count
    )
    messages.success(request, said % {"count": count})
    return redirect("amendments_admin:mails")
