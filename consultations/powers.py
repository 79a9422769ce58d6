"""What the offices of a site may do in consultations: each row of the permission matrix is a permission of its own.

No power follows from another one. `consultations/roles.py` grants them.
"""

from collections.abc import Mapping
from enum import StrEnum

from consultations.rules.phases import Feature


class Power(StrEnum):
    """A permission by its name in Django."""

    OPEN_ROUND = "consultations.open_round"
    MOVE_ROUND = "consultations.move_round"  # extend, close, cancel, reopen
    INVITE = "consultations.invite_institutions"
    WATCH_ROUND = "consultations.watch_round"  # who was invited and who has answered
    SEE_ROUNDS = "consultations.see_rounds"  # rounds of every audience
    ACCEPT_LATE = "consultations.accept_late"
    ENTER = "consultations.enter_on_behalf"
    READ_SUBMISSIONS = "consultations.read_submissions"
    READ_COMMITTEE = "consultations.read_committee_comments"
    READ_SECRETARIAT = "consultations.read_secretariat_comments"
    READ_WITHDRAWN = "consultations.read_withdrawn_comments"
    READ_HISTORY = "consultations.read_comment_history"
    REVEAL = "consultations.reveal_identity"
    GROUP = "consultations.group_comments"
    READ_PROPOSED = "consultations.read_proposed_answers"
    PROPOSE = "consultations.propose_answer"
    CONFIRM = "consultations.confirm_placement"
    DECIDE = "consultations.decide_answer"
    RECORD = "consultations.record_decision"  # what the committee decided, and where
    SIT = "consultations.sit_on_committee"
    REGISTER = "consultations.add_institution"
    CHANGE_INSTITUTION = "consultations.change_institution"
    ADD_MEMBER = "consultations.add_membership"
    END_MEMBER = "consultations.change_membership"
    KNOW_MEMBERS = "consultations.know_members"
    GIVE_SEAT = "consultations.add_seat"
    END_SEAT = "consultations.change_seat"


POWERS_OF: Mapping[Feature, tuple[Power, ...]] = {
    Feature.INVITE: (Power.INVITE,),
    Feature.EXTEND: (Power.MOVE_ROUND,),
    Feature.CLOSE: (Power.MOVE_ROUND,),
    Feature.CANCEL: (Power.MOVE_ROUND,),
    Feature.REOPEN: (Power.MOVE_ROUND,),
    Feature.ACCEPT_LATE: (Power.ACCEPT_LATE,),
    Feature.ENTER_ON_BEHALF: (Power.ENTER,),
    Feature.GROUP: (Power.GROUP,),
    Feature.PROPOSE_ANSWER: (Power.PROPOSE,),
    Feature.CONFIRM_PLACEMENT: (Power.CONFIRM,),
    Feature.DECIDE_ANSWER: (Power.DECIDE, Power.RECORD),
}
"""The powers, one of which is needed for a feature that belongs to no body taking part."""
