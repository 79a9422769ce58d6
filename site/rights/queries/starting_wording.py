"""The wording with which somebody begins who takes a recommendation into the working text of an amendment."""

from dataclasses import dataclass

from amendments.models import AmendedAct
from amendments.queries.drafts import working_draft
from amendments.redline.carried_over import carried_change
from consultations.queries.provision_texts import wordings
from rights.models import Recommendation


@dataclass(frozen=True, slots=True)
class StartingWording:
    """The recommended change, made in the words that the working text has now."""

    words: str
    has_moved_on: bool = False  # the working text has other words than the text on which it was recommended
    is_carried: bool = (
        True  # false where the working text has changed the same words: taking it would undo that
    )


def act_of(row: Recommendation) -> AmendedAct | None:
    """The act of the amendment that the recommendation is about."""
    if row.opinion.amendment is None:
        return None
    return row.opinion.amendment.amended_acts.filter(instrument=row.version.instrument_id).first()


def starting_wording(row: Recommendation) -> StartingWording:
    """Read from the text on which it was recommended and from the working text."""
    act = act_of(row)
    then = wordings([row.version], [row.provision_id]).get((row.version_id, str(row.provision_id)))
    now = working_draft(act).tree.by_key.get(str(row.provision_id)) if act is not None else None
    if then is None or now is None or not then.body or now.text == then.body:
        return StartingWording(row.wording)
    carried = carried_change(then.body, row.wording, now.text)
    if carried is None:
        return StartingWording(row.wording, has_moved_on=True, is_carried=False)
    return StartingWording(carried, has_moved_on=True)
