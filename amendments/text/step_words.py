"""What a step through the states is called on a button, and what it means."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amendments.states import State

STEP_WORDS: dict[State, str | Promise] = {
    State.CONCEPT: _("Keep it as a concept"),
    State.DRAFTING: _("Go on drafting"),
    State.LEGAL_CHECK: _("Ask for the legal check"),
    State.INTERAGENCY: _("Send it for interagency agreement"),
    State.CONSULTATION: _("Open it for consultation"),
    State.CONSOLIDATION: _("Begin to consolidate the comments"),
    State.COMMITTEE_REVIEW: _("Submit it to the committee"),
    State.REVISED: _("Publish the revised draft"),
    State.LEGAL_EXPERTISE: _("Send it to the legal expertise"),
    State.LINGUISTIC_EXPERTISE: _("Send it to the linguistic expertise"),
    State.SUBMITTED: _("Submit it to the rule-making body"),
    State.FIRST_READING: _("Record the first reading"),
    State.SECOND_READING: _("Record the second reading"),
    State.THIRD_READING: _("Record the third reading"),
    State.SIGNED: _("Record the signing"),
    State.REGISTERED: _("Record the entry in the State Register"),
    State.PUBLISHED: _("Record the official publication"),
    State.IN_FORCE: _("Record the entry into force"),
    State.RETURNED: _("Record the return for rework"),
    State.WITHDRAWN: _("Withdraw the amendment"),
    State.REJECTED: _("Record the rejection"),
}
