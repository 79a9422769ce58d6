"""Sealing the next draft: a page says what is sealed and what is left out, and asks once."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.publication.seal_draft import SealDraft
from amendments.errors import AmendmentsError, NothingToSeal, ProposalsLeftOut
from amendments.instructions.operations import to_json
from amendments.models import Instruction
from amendments.queries.drafting.left_citing import LeftCiting, left_citing
from amendments.queries.drafting.working_text import Sheet
from amendments.queries.showing.official_words import official_words
from amendments.queries.way.seal_page import SealPage, seal_page
from amendments.views.cms.frame import (
    act_query,
    actor_of,
    furniture_of,
    gist,
    own_act,
    own_amendment,
    workspace_url,
)


def seal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would be sealed; seal it when the drafter confirms."""
    amendment = own_amendment(request, pk)
    act = own_act(request, amendment)
    if request.method != "POST":
        page = seal_page(amendment)
        context = {
            "page": page,
            "amendment": amendment,
            "in_act": act_query(act),
            "back": workspace_url(act),
            "acts": [_sealed(sheet, request.user) for sheet in page.sheets],
            "left_out": _left_out(page),
            **furniture_of(amendment, _("Seal draft %(number)s") % {"number": page.number}, act=act),
        }
        return render(request, "madda/amendments/cms/seal.html", context)
    try:
        left_out = frozenset(request.POST.getlist("left_out"))
        draft = SealDraft(amendment, actor=actor_of(request), left_out=left_out).execute()
    except ProposalsLeftOut as refusal:
        messages.error(request, str(refusal))
        return redirect(request.get_full_path())
    except AmendmentsError as refusal:
        last = amendment.drafts.order_by("-number").first()
        if isinstance(refusal, NothingToSeal) and last and request.POST.get("number") == str(last.number):
            said = _("%(version)s has just been sealed by %(name)s. Ask for its release here.")
            messages.info(request, said % {"version": last.label, "name": last.sealed_by_label})
            return redirect(amendment.url)
        messages.error(request, str(refusal))
    else:
        words = _("%(version)s is sealed. Ask for its release here.")
        messages.success(request, words % {"version": draft.label})
        return redirect(amendment.url)
    return redirect(workspace_url(act))


@dataclass(frozen=True, slots=True)
class SealedAct:
    """What is sealed of one act: each instruction in official words, those that may not be meant, and what is left citing."""

    sheet: Sheet
    changes: tuple[tuple[Instruction, str], ...]
    doubts: tuple[tuple[Instruction, str], ...]
    left_citing: tuple[LeftCiting, ...]
    workspace: str


def _sealed(sheet: Sheet, reader: Any) -> SealedAct:
    instrument, draft = sheet.act.instrument, sheet.draft
    changes = (
        (
            step.instruction,
            official_words(instrument, step.said, draft.tree) or gist(to_json(step.operation)),
        )
        for step in draft.steps
    )
    doubts = ((step.instruction, said) for step in draft.steps for said in step.doubts)
    left = left_citing(reader, draft, draft.base, draft.tree)
    return SealedAct(sheet, tuple(changes), tuple(doubts), left, workspace_url(sheet.act))


def _left_out(page: SealPage) -> list[tuple[Instruction, str, str]]:
    """Each open proposal, what it does, and where it stands in the workspace."""
    urls = {sheet.act.pk: workspace_url(sheet.act) for sheet in page.sheets}
    return [(row, gist(row.operation), f"{urls[row.amended_act_id]}#{row.key}") for row in page.left_out]
