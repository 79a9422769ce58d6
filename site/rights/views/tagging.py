"""Tags with rights: on one thing, everything that has one, and the instructions of a draft."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from amendments.models import Draft
from amendments.permissions import holds
from consultations.views.requests import actor_of, keys_in, looks_only, page_of, run
from rights.actions.tagging.remove_tag import BringBackTag, RemoveTag
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.forms.tag_form import TagForm
from rights.models import RightTag
from rights.powers import Power
from rights.queries.tag_lists import (
    instruction_lines,
    instructions_of,
    new_instructions_of,
    rights_tagged,
    tag_lines,
    tags_by_right,
)
from rights.queries.tagging import tagging, tags_on
from rights.views.office import office_only, unknown_text, writers_only


@office_only
def by_right(request: HttpRequest) -> HttpResponse:
    """Everything that is tagged, or what is tagged with one right."""
    chosen = request.GET.get("right", "")
    rights = rights_tagged(request.user)
    rows = page_of(request, tags_by_right(request.user, chosen))
    context = {
        "rows": rows,
        "lines": tag_lines(rows),
        "rights": rights,
        "chosen": next((row for row in rights if row.code == chosen), None),
        "is_filtered": bool(chosen),
    }
    return render(request, "madda/rights/by_right.html", context)


@office_only
def instructions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The instructions of a draft with their tags, and the rights that their words suggest."""
    drafts = Draft.objects.visible_to(request.user).select_related("amendment")
    draft = get_object_or_404(drafts, pk=pk)
    only = request.GET.get("only", "")
    only_new, chosen = only == "new", keys_in([only])
    found = new_instructions_of(request.user, draft) if only_new else instructions_of(draft)
    if chosen:
        found = found.filter(instruction__in=chosen)
        if not found.exists():
            raise Http404
    rows = page_of(request, found)
    context = {
        "draft": draft,
        "rows": rows,
        "lines": instruction_lines(request.user, draft, rows),
        "only_new": only_new,
        "is_one": bool(chosen),
        "may_write": holds(request.user, Power.WRITE),
    }
    return render(request, "madda/rights/instructions.html", context)


@office_only
def tag(request: HttpRequest, kind: str, pk: UUID) -> HttpResponse:
    """The tags of one thing, and the form that adds others."""
    writers_only(request)
    shown = tagging(request.user, kind, pk, request.GET.get("text", ""))
    if shown is None:
        raise Http404
    tags = tags_on(request.user, shown.row)
    standing = [row for row in tags if row.removed_at is None]
    tagged = {row.right.code for row in standing}
    typed = request.POST if request.method == "POST" else None
    form = TagForm(typed, suggested=shown.suggested, tagged=tagged)
    is_checked = request.method == "POST" and not looks_only(request)
    if is_checked and form.is_valid():
        target = TagTarget(shown.row, shown.version)
        codes = [row.code for row in form.cleaned_data["rights"]]
        try:
            TagRights(target, codes, actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(name)s is tagged.") % {"name": shown.called})
            return redirect(request.get_full_path())
    context = {
        "shown": shown,
        "unknown_text": unknown_text(request, shown.version),
        "form": form,
        "errors": form.errors if is_checked else None,
        "tags": standing,
        "removed": [row for row in tags if row.removed_at is not None],
    }
    return render(request, "madda/rights/tag.html", context, status=422 if context["errors"] else 200)


@login_required
@require_POST
def take_off(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a tag off. The page of the thing offers to put it back."""
    row = get_object_or_404(RightTag.objects.standing_or_removed(request.user), pk=pk)
    action = RemoveTag(row, actor=actor_of(request))
    return run(request, action.execute, _("The tag is taken off."), _page_of_thing(row))


@login_required
@require_POST
def put_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Undo it."""
    row = get_object_or_404(RightTag.objects.standing_or_removed(request.user), pk=pk)
    action = BringBackTag(row, actor=actor_of(request))
    return run(request, action.execute, _("The tag stands again."), _page_of_thing(row))


def _page_of_thing(row: RightTag) -> str:
    things = {"provision": row.provision_id, "instruction": row.instruction_id, "comment": row.comment_id}
    kind, key = next((kind, key) for kind, key in things.items() if key is not None)
    return reverse("rights:tag", args=[kind, key])
