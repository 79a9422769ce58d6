"""Filters of this app: the tags of severities, states and assessments, and the force of a treaty."""

from django import template
from django.utils.translation import gettext as _

from consultations.rules.outcome import Outcome
from rights.queries.comparing.force import force
from rights.queries.issue_texts import IssueText
from rights.queries.names_of_texts import TextNames
from rights.values import STATE_OF, Conformity, Degree, FollowUpValue, IssueState, Severity

register = template.Library()
register.filter("brief_name", lambda version, names: TextNames.brief(names, version))
register.filter("dated_name", lambda version, names: TextNames.dated(names, version))
register.filter("short_name", lambda version, names: TextNames.short(names, version))
register.filter("force", force)
_CLOSING = {"“": "”", "„": "“", "«": "»", '"': '"'}
_SIGNS = {
    Conformity.CONFORMS: "✓",
    Conformity.PARTLY: "½",
    Conformity.DOES_NOT: "✕",
    Conformity.SILENT: "∅",
    Conformity.EXCEEDS: "+",
    Conformity.NOT_APPLICABLE: "–",
}
_MARKS = {
    IssueState.ADDRESSED: "is-good",
    IssueState.PARTLY_ADDRESSED: "is-half",
    IssueState.NOT_ADDRESSED: "is-bad",
}

_FOLLOWED = {
    FollowUpValue.ACCEPTED: "is-good",
    FollowUpValue.IN_PART: "is-warn",
    FollowUpValue.NOT_ACCEPTED: "is-bad",
    FollowUpValue.OVERTAKEN: "is-plain",
}
_SEVERITY = {Severity.CRITICAL: "is-bad", Severity.HIGH: "is-warn"}
_STATE = {
    IssueState.ADDRESSED: "is-good",
    IssueState.PARTLY_ADDRESSED: "is-warn",
    IssueState.NOT_ADDRESSED: "is-bad",
    IssueState.CLOSED: "is-plain",
}

_DEGREE = {
    Degree.FULL: "is-good",
    Degree.EXCEEDS: "is-good",
    Degree.PARTIAL: "is-warn",
    Degree.NONE: "is-bad",
    Degree.UNDER_REVIEW: "is-warn",
}


@register.filter
def degree_tag(value: str) -> str:
    """The class of the tag of a degree of approximation."""
    return _DEGREE.get(Degree(value), "is-plain")


@register.filter
def severity_tag(value: str) -> str:
    """The class of the tag of a severity."""
    return _SEVERITY.get(Severity(value), "is-plain")


@register.filter
def severity_word(value: str) -> str:
    """The class of the word of a severity."""
    return {Severity.CRITICAL: "deletion-word", Severity.HIGH: "warning-word"}.get(Severity(value), "")


@register.filter
def state_tag(value: str) -> str:
    """The class of the tag of a state."""
    return _STATE.get(IssueState(value), "")


@register.filter
def value_tag(value: str) -> str:
    """The class of the tag of an assessment."""
    return _STATE.get(STATE_OF[value], "")


@register.filter
def value_sign(value: str) -> str:
    """A sign for an assessment that is the same in every language."""
    return _SIGNS[Conformity(value)]


@register.filter
def story_mark(text: IssueText) -> str:
    """The class of a text in the story of an issue."""
    if text.assessment is None:
        return "is-waiting"
    return _MARKS[STATE_OF[text.assessment.value]]


@register.filter
def quoted(words: str) -> str:
    """The words between quotation marks, once: people type them with marks and without."""
    is_quoted = len(words) > 1 and _CLOSING.get(words[0]) == words[-1]
    is_whole = is_quoted and not {words[0], words[-1]} & set(words[1:-1])
    return words if is_whole else f"“{words}”"


@register.filter
def followed_tag(value: str) -> str:
    """The class of the tag of what became of a recommendation."""
    return _FOLLOWED[FollowUpValue(value)]


@register.filter
def outcome_words(value: Outcome) -> str:
    """What a comparison of words can tell of a recommended wording. Whether a text means the same, people say."""
    if value is Outcome.VERBATIM:
        return _("the recommended words stand in the text")
    return _("the words of the text are not the recommended ones")
