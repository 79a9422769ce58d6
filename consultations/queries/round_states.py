"""In which states of its amendment a round can be opened, and in which the people who take part expect one."""

from django.utils.translation import gettext as _

from amendments.models import Amendment
from amendments.states import State

WITHOUT_ROUNDS = frozenset({State.CONCEPT, State.WITHDRAWN, State.REJECTED, State.IN_FORCE})
"""The way of the amendment is not begun or is over: no comment could change anything."""

AT_CONSULTATION = frozenset(
    {State.INTERAGENCY, State.CONSULTATION, State.CONSOLIDATION, State.COMMITTEE_REVIEW, State.REVISED}
)


def obstacle_of_state(amendment: Amendment) -> str:
    """Why no round is opened in the present state, with the step to take; "" where one can be opened."""
    state = Amendment.objects.values_list("state", flat=True).get(pk=amendment.pk)
    if state not in WITHOUT_ROUNDS:
        return ""
    if state == State.CONCEPT:
        return _("The amendment is a concept so far. Its drafters begin drafting first.")
    words = _(
        "No round can be opened: the amendment is at the state “%(state)s”, so no comment could change it."
    )
    return words % {"state": State(state).label}


def is_at_consultation(amendment: Amendment) -> bool:
    """Whether the state says that the amendment is being agreed, consulted on or revised."""
    return amendment.state in AT_CONSULTATION
