"""Two people saved the same words: what the other one saved is shown beside the own words, and the person chooses."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from amendments.instructions.operations import Operation, from_json
from amendments.models import Instruction
from amendments.provisions.tree import Element, text_hash
from amendments.queries.drafting.drafts import WorkingDraft
from amendments.queries.showing.kept import sealed_tree
from amendments.queries.showing.official_words import official_words
from amendments.redline.one_base import Piece, Proposal, joined, merged
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from amendments.text import cells
from amendments.views.cms.frame import gist


@dataclass(frozen=True, slots=True)
class OnOneBase:
    """Both wordings against the one from which they started; "A" is the saved one and "B" the own one."""

    base: str
    theirs: tuple[Span, ...]
    own: tuple[Span, ...]
    pieces: tuple[Piece, ...]
    fits: bool  # the changes touch different words


@dataclass(frozen=True, slots=True)
class TwoWordings:
    """The two wordings. `seen` names the state that the person replaces who chooses the own one."""

    seen: str
    theirs: str
    own: str
    language: str
    by: str = ""
    at: datetime | None = None
    together: OnOneBase | None = None  # None where it is not known from what both started
    may_wait: bool = False  # whether the own wording can be kept as a proposal, to decide later


def chosen_over(request: HttpRequest) -> str:
    """The state that the person has read and replaces by the own words, "" where nothing was chosen."""
    return request.POST.get("over", "")


def told() -> str:
    """What the form says above both wordings."""
    return _(
        "Somebody else saved this in the meantime. Nothing of yours is saved yet: choose one of the two wordings."
    )


def of_instruction(stored: Instruction, own: Operation) -> TwoWordings:
    """The instruction as it is stored now, beside what was typed."""
    row = Instruction.objects.get(pk=stored.pk)
    record = row.history.select_related("history_user").order_by("-history_date", "-history_id").first()
    instrument, base = stored.amended_act.instrument, sealed_tree(stored.amended_act.base_version)
    return TwoWordings(
        str(row.revision),
        official_words(instrument, from_json(row.operation), base) or gist(row.operation),
        official_words(instrument, own, base),
        instrument.language,
        str(record.history_user) if record and record.history_user else "",
    )


def of_provision(
    draft: WorkingDraft, element: Element, own: tuple[str, str], began: tuple[str, str]
) -> TwoWordings:
    """The provision as the draft has it now, beside what was typed. Headings and texts: own ones, and those at the start."""
    theirs = (element.heading, cells.shown(element))
    record = _last_record(draft, element)
    return TwoWordings(
        text_hash(element),
        _shown(theirs),
        _shown(own),
        draft.act.instrument.language,
        str(record.history_user) if record and record.history_user else "",
        record.history_date if record else None,
        _on_one_base(began, theirs, own) if any(began) else None,
        may_wait=True,
    )


def both(element: Element, own: tuple[str, str], began: tuple[str, str]) -> tuple[str, str] | None:
    """Heading and text with both people's changes; None where they change the same words."""
    theirs = (element.heading, cells.shown(element))
    heading, text = (joined(*words) for words in zip(began, theirs, own, strict=True))
    return None if heading is None or text is None else (heading, text)


def _on_one_base(began: tuple[str, str], theirs: tuple[str, str], own: tuple[str, str]) -> OnOneBase:
    base, first, second = _shown(began), _shown(theirs), _shown(own)
    pieces = merged(base, [Proposal("A", first), Proposal("B", second)])
    fits = all(joined(*words) is not None for words in zip(began, theirs, own, strict=True))
    return OnOneBase(base, diff_text(base, first), diff_text(base, second), tuple(pieces), fits)


def _last_record(draft: WorkingDraft, element: Element) -> Any:
    """The last change of the instructions that made the words. Any: simple-history makes its models at run time."""
    made_by = [step.instruction.pk for step in draft.steps if element.key in step.touched]
    rows = Instruction.history.filter(id__in=made_by).select_related("history_user")
    return rows.order_by("-history_date", "-history_id").first()


def _shown(words: tuple[str, str]) -> str:
    return "\n".join(filter(None, words))
