"""The values of choices in this app, with their labels."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.rules.answer_kinds import Answer, Kind, Stance
from consultations.rules.benchmarks import TermKind, TreatyStatus
from consultations.rules.outcome import Outcome
from consultations.rules.phases import Phase
from consultations.rules.placement import Status


class InstitutionType(models.TextChoices):
    """What a body is."""

    MINISTRY = "ministry", _("Ministry")
    STATE_BODY = "state_body", _("State service, committee or inspectorate")
    JUDICIAL_LAW_ENFORCEMENT = "judicial_law_enforcement", _("Prosecution / court")
    NHRI = "nhri", _("National human rights institution (Ombudsman)")
    PROFESSIONAL_BODY = "professional_body", _("Professional body")
    ACADEMIC = "academic", _("Academic institution")
    SOCIAL_PARTNER = "social_partner", _("Trade union / employers' organisation")
    NGO = "ngo", _("Non-governmental organisation")
    INTERNATIONAL = "international", _("International organisation")
    PUBLIC_COUNCIL = "public_council", _("Public council")


class SeatRole(models.TextChoices):
    """What an institution is on a committee."""

    LEAD = "lead", _("lead")
    MEMBER = "member", _("member")


class OfficeKind(models.TextChoices):
    """What a person is on a committee; each is also the name of a group of `consultations/access/roles.py`."""

    SECRETARY = "secretary", _("secretary")
    CHAIR = "chair", _("chair")
    MEMBER = "member", _("member")


class MembershipRole(models.TextChoices):
    """What a person does for an institution."""

    AUTHOR = "author", _("author")
    FOCAL_POINT = "focal_point", _("focal point")
    HEAD = "head", _("head")
    LEGAL_SERVICE = "legal_service", _("legal service")


SPEAKING_ROLES = (MembershipRole.AUTHOR, MembershipRole.FOCAL_POINT, MembershipRole.HEAD)
"""Those who take part in consultations for the institution. Its legal service checks drafts and does not speak for it."""

SENDING_ROLES = (MembershipRole.FOCAL_POINT, MembershipRole.HEAD)


class RoundForm(models.TextChoices):
    """How a round is held."""

    WRITTEN = "written", _("written consultation")
    HEARING = "hearing", _("public hearing")
    PUBLIC = "public", _("public discussion")


class RoundAudience(models.TextChoices):
    """Who may take part."""

    INVITED = "invited", _("invited institutions")
    COMMITTEE = "committee", _("committee")
    PUBLIC = "public", _("everybody")


class DayKind(models.TextChoices):
    """How the days of a round are counted."""

    CALENDAR = "calendar", _("calendar days")
    WORKING = "working", _("working days")


class Visibility(models.TextChoices):
    """Who may read a submitted comment."""

    PUBLIC = "public", _("everybody")
    COMMITTEE = "committee", _("the committee only")
    SECRETARIAT = "secretariat", _("the secretariat only")


class Identity(models.TextChoices):
    """Whether readers see who commented."""

    SHOWN = "shown", _("shown")
    WITHHELD = "withheld", _("withheld")


class Priority(models.TextChoices):
    """How important a comment is to its author."""

    LOW = "low", _("low")
    MEDIUM = "medium", _("medium")
    HIGH = "high", _("high")
    CRITICAL = "critical", _("critical")


class SubmissionState(models.TextChoices):
    """The state of a submission."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("Awaiting sign-off")
    SIGNED_OFF = "signed_off", _("Signed off")
    SUBMITTED = "submitted", _("Submitted")
    SUPERSEDED = "superseded", _("Superseded by a later submission")
    WITHDRAWN = "withdrawn", _("Withdrawn")


WORKING_STATES = (SubmissionState.DRAFT, SubmissionState.IN_REVIEW, SubmissionState.SIGNED_OFF)
RECEIVED_STATES = (SubmissionState.SUBMITTED, SubmissionState.SUPERSEDED, SubmissionState.WITHDRAWN)


class CommentState(models.TextChoices):
    """The state of a comment. Only drafts can be changed. A submitted comment is never deleted."""

    DRAFT = "draft", _("Draft")
    DISCARDED = "discarded", _("Discarded draft")
    SUBMITTED = "submitted", _("Submitted")
    SUPERSEDED = "superseded", _("Superseded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class SentEventKind(models.TextChoices):
    """What happened to something that was sent."""

    WITHDRAWN = "withdrawn", _("Withdrawn")
    SUPERSEDED = "superseded", _("Superseded")
    MERGED = "merged", _("Merged with another comment")
    PARTED = "parted", _("Parted from the comment that it was merged with")
    DECIDED = "decided", _("Answer decided")
    COVERED = "covered", _("Words covered")


class Channel(models.TextChoices):
    """How a comment reached the secretariat that enters it on behalf of an institution."""

    LETTER = "letter", _("by letter")
    EMAIL = "email", _("by e-mail")
    HEARING = "hearing", _("at a hearing")
    OTHER = "other", _("in another way")


class Effect(models.TextChoices):
    """What an answer did to an instruction."""

    ADDED = "added", _("added")
    CHANGED = "changed", _("changed")
    DROPPED = "dropped", _("dropped")


class RoundStep(models.TextChoices):
    """What was announced about a round."""

    OPENED = "opened", _("Opened")
    EXTENDED = "extended", _("Extended")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")
    REOPENED = "reopened", _("Reopened")
    CORRECTED = "corrected", _("Audience corrected")


STEP_LABELS = {
    "extend": _("Extend the round"),
    "reopen": _("Reopen the round"),
    "close": _("Close the round"),
    "cancel": _("Cancel the round"),
    "invite": _("Invite institutions"),
    "audience": _("Correct who may take part"),
    "questions": _("Write the questions"),
    "undo-audience": _("Undo the last correction"),
    "accept-late": _("Accept late"),
    "decline-late": _("Decline a late request"),
    "remind": _("Remind those who have not answered"),
}
PHASE_LABELS = {
    Phase.PLANNED: _("planned"),
    Phase.OPEN: _("open"),
    Phase.LATE: _("closed, accepted late"),
    Phase.CLOSED: _("closed"),
    Phase.CANCELLED: _("cancelled"),
}
ANSWER_LABELS = {
    Answer.ACCEPTED: _("Accepted"),
    Answer.ACCEPTED_IN_PART: _("Accepted in part"),
    Answer.ACCEPTED_IN_PRINCIPLE: _("Accepted in principle (other wording)"),
    Answer.NOT_ACCEPTED: _("Not accepted"),
    Answer.ALREADY_COVERED: _("Already covered by the draft or other law"),
    Answer.OUT_OF_SCOPE: _("Outside the scope of this draft"),
    Answer.DEFERRED: _("Deferred to secondary legislation or a later draft"),
    Answer.NOTED: _("Noted (no change requested)"),
    Answer.MERGED: _("Merged with another comment"),
    Answer.WITHDRAWN: _("Withdrawn by its author"),
}
KIND_LABELS = {
    Kind.SUPPORT: _("Support as drafted"),
    Kind.WORDING: _("Proposed wording"),
    Kind.INSERT: _("New provision proposed"),
    Kind.DELETE: _("Delete the provision"),
    Kind.CONCERN: _("Concern without wording"),
    Kind.QUESTION: _("Question to the drafter"),
    Kind.TECHNICAL: _("Technical / drafting technique"),
    Kind.TRANSLATION: _("Language / terminology"),
    Kind.EVIDENCE: _("Evidence, data or practice"),
    Kind.GENERAL: _("General comment on the whole draft"),
}
STANCE_LABELS = {
    Stance.SUPPORTS: _("Supports"),
    Stance.SUPPORTS_WITH_CHANGES: _("Supports with changes"),
    Stance.NEUTRAL: _("Neutral"),
    Stance.OPPOSES: _("Opposes"),
    Stance.NO_OBJECTION: _("No objection"),
}
PLACEMENT_LABELS = {
    Status.INTACT: _("unchanged"),
    Status.EDITED: _("edited"),
    Status.MOVED: _("moved"),
    Status.SPLIT: _("split"),
    Status.DELETED: _("deleted"),
    Status.NEEDS_REVIEW: _("place to be confirmed"),
}
OUTCOME_LABELS = {
    Outcome.VERBATIM: _("adopted verbatim"),
    Outcome.MODIFIED: _("adopted with changes"),
    Outcome.NOT_REFLECTED: _("not reflected"),
}
OUTCOME_MEANINGS = {
    Outcome.VERBATIM: _("The draft has the proposed words."),
    Outcome.MODIFIED: _("The draft has a good part of the proposed words, and others."),
    Outcome.NOT_REFLECTED: _("The draft has few or none of the proposed words."),
}
TERM_KIND_LABELS = {
    TermKind.SYSTEM: _("Makers of treaties"),
    TermKind.GROUND: _("Grounds of discrimination"),
    TermKind.FORM: _("Forms of discrimination"),
    TermKind.AREA: _("Areas of life"),
    TermKind.GROUP: _("Affected groups"),
    TermKind.STAGE: _("Stages of migration"),
    TermKind.CONFORMITY: _("Conformity with a right"),
}
TREATY_STATUS_LABELS = {
    TreatyStatus.PARTY: _("in force for the country"),
    TreatyStatus.SIGNED: _("signed, not ratified"),
    TreatyStatus.NOT_PARTY: _("the country is not a party"),
    TreatyStatus.CHECK: _("to be checked"),
    TreatyStatus.BENCHMARK: _("benchmark, not binding"),
}
