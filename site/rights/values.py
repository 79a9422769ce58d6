"""The values of choices in this app, with their labels."""

from collections.abc import Mapping

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _, pgettext_lazy

LONGEST = 20_000  # characters of words that somebody writes


class IssueState(models.TextChoices):
    """How far an issue is. `states.py` says which step follows which."""

    FLAGGED = "flagged", _("Flagged")
    UNDER_ANALYSIS = "under_analysis", _("Under analysis")
    OPINION_ISSUED = "opinion_issued", _("Opinion issued")
    ADDRESSED = "addressed", _("Addressed")
    PARTLY_ADDRESSED = "partly_addressed", _("Partly addressed")
    NOT_ADDRESSED = "not_addressed", _("Not addressed")
    CLOSED = "closed", pgettext_lazy("issue", "Closed")


class Severity(models.TextChoices):
    """How bad it is, the worst last."""

    LOW = "low", _("Low: drafting or terminology")
    MEDIUM = "medium", _("Medium: ambiguity or missing safeguard")
    HIGH = "high", _("High: gap against a binding standard")
    CRITICAL = "critical", _("Critical: likely violation")


SHORT_SEVERITY: Mapping[str, str | Promise] = {
    Severity.LOW: _("Low"),
    Severity.MEDIUM: _("Medium"),
    Severity.HIGH: _("High"),
    Severity.CRITICAL: _("Critical"),
}


class Conformity(models.TextChoices):
    """How a text stands to the right. The values are the codes of the vocabulary's list of the same name."""

    CONFORMS = "conforms", _("Conforms")
    PARTLY = "partly", _("Partly conforms")
    DOES_NOT = "does-not", _("Does not conform")
    SILENT = "silent", _("Silent (no provision)")
    EXCEEDS = "exceeds", _("Exceeds standard")
    NOT_APPLICABLE = "not-applicable", _("Not applicable")


STATE_OF: Mapping[str, IssueState] = {
    Conformity.CONFORMS: IssueState.ADDRESSED,
    Conformity.EXCEEDS: IssueState.ADDRESSED,
    Conformity.NOT_APPLICABLE: IssueState.ADDRESSED,
    Conformity.PARTLY: IssueState.PARTLY_ADDRESSED,
    Conformity.DOES_NOT: IssueState.NOT_ADDRESSED,
    Conformity.SILENT: IssueState.NOT_ADDRESSED,
}
"""What the conformity of a later text makes of the issue."""


class Degree(models.TextChoices):
    """How far the law takes over a provision of a comparator, as the official table of concordance names it."""

    FULL = "full", _("Fully approximated")
    EXCEEDS = "exceeds", _("National law gives more protection")
    PARTIAL = "partial", _("Partially approximated")
    NONE = "none", _("Not approximated")
    NOT_TO_BE_TRANSPOSED = "not_to_be_transposed", _("Not to be transposed")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")
    DISCRETIONARY = "discretionary", _("Discretionary provision, option not used")
    UNDER_REVIEW = "under_review", _("Under review")


UNDONE = (Degree.PARTIAL, Degree.NONE, Degree.UNDER_REVIEW)
"""The degrees after which something is still to be done."""


class FollowUpValue(models.TextChoices):
    """What became of a recommendation in a text."""

    ACCEPTED = "accepted", _("Accepted")
    IN_PART = "in_part", _("Accepted in part")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")
    OVERTAKEN = "overtaken", _("Overtaken")


class EvidenceKind(models.TextChoices):
    """From where the office knows it."""

    COMPLAINT = "complaint", _("Individual complaint")
    VISIT = "visit", _("Visit")
    NGO_REPORT = "ngo_report", _("Report of an organisation")
    STATISTICS = "statistics", _("Statistics")
    MEDIA = "media", _("Media")
    OTHER = "other", pgettext_lazy("evidence", "Other")
