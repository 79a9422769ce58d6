"""The powers in consultations. Each row of the permission matrix is a permission.

No power follows from another one. `consultations/access/roles.py` grants them to groups. Those `OF_COMMITTEE` count only in the
committees in which the person holds an office or sits (`consultations/access/remit.py`).
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
    COVER = "consultations.cover_words"
    TRANSLATE = "consultations.translate_comments"
    READ_PROPOSED = "consultations.read_proposed_answers"
    PROPOSE = "consultations.propose_answer"
    CONFIRM = "consultations.confirm_placement"
    DECIDE = "consultations.decide_answer"
    RECORD = "consultations.record_decision"  # what the committee decided, and where
    SIT = "consultations.sit_on_committee"
    REGISTER = "consultations.add_institution"
    CHANGE_INSTITUTION = "consultations.change_institution"
    OPEN_SECTION = "consultations.open_section"  # make an institution a drafting body
    ADD_MEMBER = "consultations.add_membership"
    END_MEMBER = "consultations.change_membership"
    KNOW_MEMBERS = "consultations.know_members"
    GIVE_SEAT = "consultations.add_seat"
    END_SEAT = "consultations.change_seat"
    GIVE_OFFICE = "consultations.add_office"
    END_OFFICE = "consultations.change_office"
    REFER = "consultations.add_referral"  # pass an amendment on to another committee
    READ_EVERY = (
        "consultations.read_every_committee"  # for reviewers of drafts and auditors, who have no office
    )
    KEEP_EVERY = "consultations.keep_every_committee"  # includes founding committees
    SEE_BODIES = "consultations.view_institution"
    SEE_ROUND_HISTORY = "consultations.view_round"
    IN_OFFICE = "consultations.speak_in_office"  # people with it give no individual views
    KEEP_VOCABULARIES = "consultations.keep_vocabularies"
    KEEP_RIGHTS = "consultations.keep_rights"
    SIGN = "consultations.sign_vocabularies"
    SEE_VOCABULARIES = "consultations.view_right"


LAW = (
    "amendments.release_version",
    "amendments.approve_release",
    "amendments.read_released",
    "amendments.read_requested",
    "amendments.move_amendment",
    "amendments.propose_instruction",
    "amendments.view_statechange",
)
"""The permissions of `amendments` by which a committee and its secretariat work on a draft."""

OF_COMMITTEE: frozenset[str] = frozenset(
    {
        *LAW,
        Power.OPEN_ROUND,
        Power.MOVE_ROUND,
        Power.INVITE,
        Power.WATCH_ROUND,
        Power.SEE_ROUNDS,
        Power.SEE_ROUND_HISTORY,
        Power.ACCEPT_LATE,
        Power.ENTER,
        Power.READ_SUBMISSIONS,
        Power.READ_COMMITTEE,
        Power.READ_SECRETARIAT,
        Power.READ_WITHDRAWN,
        Power.READ_HISTORY,
        Power.REVEAL,
        Power.GROUP,
        Power.COVER,
        Power.TRANSLATE,
        Power.READ_PROPOSED,
        Power.PROPOSE,
        Power.CONFIRM,
        Power.DECIDE,
        Power.RECORD,
        Power.SIT,
        Power.ADD_MEMBER,
        Power.END_MEMBER,
        Power.GIVE_SEAT,
        Power.END_SEAT,
        Power.GIVE_OFFICE,
        Power.END_OFFICE,
        Power.REFER,
    }
)
"""The powers that count in the committees of the person, and on the amendments that these deal with."""

WIDENED_BY: Mapping[str, Power] = {
    "amendments.read_released": Power.READ_EVERY,
    "amendments.view_statechange": Power.READ_EVERY,
    Power.SEE_ROUNDS: Power.READ_EVERY,
    Power.SEE_ROUND_HISTORY: Power.READ_EVERY,
    Power.READ_COMMITTEE: Power.READ_EVERY,
    Power.READ_PROPOSED: Power.READ_EVERY,
    Power.GIVE_SEAT: Power.KEEP_EVERY,
    Power.END_SEAT: Power.KEEP_EVERY,
    Power.GIVE_OFFICE: Power.KEEP_EVERY,
    Power.END_OFFICE: Power.KEEP_EVERY,
}
"""What makes a power of a committee count in every one. The second alone opens nothing."""


POWERS_OF: Mapping[Feature, tuple[Power, ...]] = {
    Feature.INVITE: (Power.INVITE,),
    Feature.CORRECT_AUDIENCE: (Power.OPEN_ROUND,),
    Feature.ASK_QUESTIONS: (Power.OPEN_ROUND,),
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
