"""Two people saved the same words: what the other one saved is shown beside the own words, and the person chooses."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from amendments.instructions.operations import Operation, from_json
from amendments.models import Instruction
from amendments.provisions.tree import Element, text_hash
from amendments.text import cells
from amendments.views.cms.frame import gist, official_words


@dataclass(frozen=True, slots=True)
class TwoWordings:
    """The two wordings. `seen` names the state that the person replaces who chooses the own one."""

    seen: str
    theirs: str
    own: str
    language: str
    by: str = ""


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
    instrument = stored.amended_act.instrument
    return TwoWordings(
        str(row.revision),
        official_words(instrument, from_json(row.operation)) or gist(row.operation),
        official_words(instrument, own),
        instrument.language,
        str(record.history_user) if record and record.history_user else "",
    )


def of_provision(element: Element, own: str, language: str) -> TwoWordings:
    """The words of the provision as the draft has them now, beside what was typed."""
    theirs = "\n".join(filter(None, [element.heading, cells.shown(element)]))
    return TwoWordings(text_hash(element), theirs, own, language)
