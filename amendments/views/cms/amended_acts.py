"""The acts of an amendment: a further one is added, an unused one is taken out."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from amendments.actions.drafting.add_amended_act import AddAmendedAct
from amendments.actions.drafting.remove_amended_act import RemoveAmendedAct
from amendments.errors import AmendmentsError
from amendments.queries.law.acts import newest_texts, removable_acts
from amendments.views.cms.frame import actor_of, furniture_of, own_amendment, workspace_url

PAGE_SIZE = 20


def acts(request: HttpRequest, pk: int) -> HttpResponse:
    """The acts that it amends, and the others that the drafter may read, page by page."""
    amendment = own_amendment(request, pk)
    amended = list(amendment.amended_acts.all())
    words = request.GET.get("words", "").strip()
    texts = newest_texts(request.user).exclude(instrument__in=[act.instrument_id for act in amended])
    if words:
        texts = texts.filter(Q(instrument__title__icontains=words) | Q(instrument__number__icontains=words))
    context = {
        "amendment": amendment,
        "amended": amended,
        "removable": set(removable_acts(amendment)) if len(amended) > 1 else (),
        "texts": Paginator(texts, PAGE_SIZE).get_page(request.GET.get("page")),
        "words": words,
        "kept": f"{urlencode({'words': words})}&" if words else "",
        **furniture_of(amendment, _("Acts")),
    }
    return render(request, "madda/amendments/cms/acts.html", context)


@require_POST
def add(request: HttpRequest, pk: int, base: object) -> HttpResponse:
    """Amend one more act."""
    amendment = own_amendment(request, pk)
    text = get_object_or_404(newest_texts(request.user), pk=base)
    try:
        act = AddAmendedAct(amendment, text, actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        return redirect("amendments_admin:acts", pk)
    act.refresh_from_db()  # the amendment that was read before knows one act less
    messages.success(request, _("%(act)s is part of the amendment.") % {"act": act.instrument})
    return redirect(workspace_url(act))


@require_POST
def remove(request: HttpRequest, pk: int, act: int) -> HttpResponse:
    """Take an act out again."""
    amendment = own_amendment(request, pk)
    row = get_object_or_404(amendment.amended_acts.select_related("amendment", "instrument"), pk=act)
    try:
        RemoveAmendedAct(row, actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(act)s is out of the amendment.") % {"act": row.instrument})
    return redirect("amendments_admin:acts", pk)
