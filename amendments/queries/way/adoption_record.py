"""The record that an adoption writes into the consolidated text of an act, where the wording of its language has one."""

from amendments.instructions.law_record import (
    AmendingLaw,
    Record,
    RecordFrame,
    frame_of,
    with_earlier_laws,
    written,
)
from amendments.instructions.wording import about
from amendments.models import Instrument, Version
from amendments.plugins.registry import scheme_for, wording_for
from amendments.queries.drafting.drafts import carried_out_again
from amendments.queries.law.act_titles import title_after, title_in
from amendments.queries.showing.trees import tree_of
from amendments.queries.way.adoption import ActToAdopt


def frame_for(instrument: Instrument) -> RecordFrame | None:
    """How the act keeps its record, None where its language has no frame for it."""
    return frame_of(about(wording_for(instrument.country, instrument.language), instrument.type))


def record_of(act: ActToAdopt, law: AmendingLaw | None) -> Record | None:
    """The text of an act with its record; None without a law or a frame."""
    frame = frame_for(act.instrument)
    if law is None or frame is None:
        return None
    scheme = scheme_for(act.instrument.country, act.instrument.language)
    base = tree_of(act.newest)
    course = carried_out_again(act.version, base)
    operations = [outcome.listed.operation for outcome in course.outcomes]
    title = title_after(title_in(act.newest), base, tree_of(act.version))
    heading = frame.changes_heading(act.instrument.type, title)
    after = with_earlier_laws(tree_of(act.version), _earlier_laws(act.instrument), frame)
    return written(base, after, operations, law, frame, scheme, heading)


def _earlier_laws(instrument: Instrument) -> list[str]:
    """The numbers of the laws that brought the texts so far."""
    texts = Version.objects.filter(instrument=instrument, draft=None).order_by("number")
    numbers = dict.fromkeys(texts.values_list("law_number", flat=True))
    return [number for number in numbers if number not in ("", instrument.number)]
