"""In which states of its amendment a round can be opened, and in which a step leads to one."""

from django.utils.translation import gettext as _

from amendments.models import Amendment
from amendments.states import ADOPTED_STATES, State

WITHOUT_ROUNDS = frozenset({State.WITHDRAWN, State.REJECTED, State.IN_FORCE})
"""The way of the amendment is over: no comment could change anything."""

WAY_OVER = ADOPTED_STATES | WITHOUT_ROUNDS
"""Nothing that is said now can change the law; “My work” no longer names what is said late."""

NOT_YET_CONSULTED = frozenset({State.DRAFTING, State.LEGAL_CHECK})
"""The drafters or the reviewer have the text. A step of the secretariat leads from here to agreement or consultation."""


def obstacle_of_state(amendment: Amendment) -> str:
    """Why no round is opened in the present state, with the step to take; "" where one can be opened."""
    state = Amendment.objects.values_list("state", flat=True).get(pk=amendment.pk)
    if state == State.CONCEPT:
        return _("The amendment is a concept so far. Its drafters begin drafting first.")
    if state in NOT_YET_CONSULTED:
        words = _(
            "No round can be opened yet: the amendment is at the state “%(state)s”. First send it for interagency "
            "agreement or open it for consultation, so that those who take part see that it is consulted on."
        )
        return words % {"state": State(state).label}
    if state in WITHOUT_ROUNDS:
        words = _(
            "No round can be opened: the amendment is at the state “%(state)s”, so no comment could change it."
        )
        return words % {"state": State(state).label}
    return ""


def obstacle_to_more(amendment: Amendment) -> str:
    """Why a round that is over is not opened again and nobody is accepted late; "" where it can be."""
    state = Amendment.objects.values_list("state", flat=True).get(pk=amendment.pk)
    if state not in WITHOUT_ROUNDS:
        return ""
    words = _(
        "The round stays closed: the amendment is at the state “%(state)s”, so no comment could change it."
    )
    return words % {"state": State(state).label}


def is_not_yet_consulted(amendment: Amendment) -> bool:
    """Whether a step of the secretariat leads from the present state to one in which rounds are opened."""
    return amendment.state in NOT_YET_CONSULTED
