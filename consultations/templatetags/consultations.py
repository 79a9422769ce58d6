"""Tags and filters of this app: time left, time zone, chosen ranges, letters of proposals."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _, ngettext

from amendments.redline.one_base import Clash, Meeting, Piece
from amendments.redline.provision_redline import Mark
from amendments.text.cells import in_field
from consultations.forms.commenting import write_range
from consultations.forms.vocabulary_fields import Fold
from consultations.kept_text import account_name, account_proof, copy_key
from consultations.models import Disposition, Institution, Round
from consultations.rules.answer_kinds import Answer
from consultations.rules.benchmarks import in_words
from consultations.rules.choices import Range, Run
from consultations.rules.outcome import Outcome
from consultations.rules.placement import Status
from consultations.times.round_lengths import length_of
from consultations.times.zoned_times import moment, zone
from consultations.values import OUTCOME_LABELS, OUTCOME_MEANINGS, PHASE_LABELS, STEP_LABELS

FOLDED_FROM = 500  # characters: more than the five lines that stay, also in the widest column
MOST_LINES = 5

register = template.Library()
register.filter("in_words", in_words)
register.filter("with_bars", in_field)
register.filter("account_name", account_name)
register.filter("account_proof", account_proof)
register.filter("copy_key", copy_key)
register.filter("zone", zone)
register.filter("moment", moment)


@register.filter
def late_url(round_: Round, institution: Institution | None) -> str:
    """Where an institution asks to be accepted late; without one, a person for an individual view."""
    if institution is None:
        return reverse("consultations:ask_late_oneself", args=[round_.pk])
    return reverse("consultations:ask_late", args=[round_.pk, institution.pk])


@register.filter
def left(value: datetime) -> str:
    """ "20 days left", "3 hours left", "less than an hour left"; "" if the time is over."""
    rest = value - timezone.now()
    if rest < timedelta():
        return ""
    if rest.days:
        return ngettext("%(count)d day left", "%(count)d days left", rest.days) % {"count": rest.days}
    hours = rest.seconds // 3600
    if hours:
        return ngettext("%(count)d hour left", "%(count)d hours left", hours) % {"count": hours}
    return _("less than an hour left")


@register.filter
def duration(held: Round) -> str:
    """The length of a round: "20 working days"."""
    return length_of(held)


@register.filter
def checkbox(item: Range) -> str:
    """The value of the checkbox for a range."""
    return write_range(item)


@register.filter
def is_long(words: str) -> bool:
    """Whether a list folds the text after some lines."""
    return len(words) > FOLDED_FROM or words.count("\n") > MOST_LINES


@register.filter
def are_long(items: tuple[Piece, ...]) -> bool:
    """Whether a list folds the proposed wordings on one base after some lines."""
    return is_long("".join(item.text for item in items))


@register.filter
def has_shown(folds: list[Fold]) -> bool:
    """Whether a search left a checkbox in one of the folds."""
    return any(fold.is_shown for fold in folds)


@register.filter
def is_chosen(item: Range, covers: list[Range]) -> bool:
    """Whether one of the chosen passages covers the range."""
    return any(c.in_base == item.in_base and c.start <= item.start and item.end <= c.end for c in covers)


@register.simple_tag
def runs(items: tuple[Run, ...]) -> SafeString:
    """The runs of a sentence with their offsets, which a script needs for selecting words."""
    return format_html_join("", "{}", ((_run(item),) for item in items))


def _run(item: Run) -> SafeString:
    if item.mark is Mark.KEPT:
        return format_html('<span data-at="d:{}">{}</span>', item.at, item.text)
    name, words = ("ins", _("inserted")) if item.mark is Mark.INSERTED else ("del", _("deleted"))
    source = "d" if item.mark is Mark.INSERTED else "b"
    hidden = format_html('<span class="visually-hidden">[{} </span>', words)
    return format_html(
        '<{0}>{1}<span data-at="{2}:{3}">{4}</span><span class="visually-hidden">]</span></{0}>',
        name,
        hidden,
        source,
        item.at,
        item.text,
    )


@register.filter
def clash_words(meeting: Meeting) -> str:
    """How two proposals relate to each other, as a sentence."""
    words = {
        Clash.SAME: _("%(a)s and %(b)s propose the same change"),
        Clash.NONE: _("%(a)s and %(b)s can both be adopted"),
        Clash.SAME_WORDS: _("%(a)s and %(b)s change the same words differently"),
        Clash.SAME_PLACE: _("%(a)s and %(b)s insert words at the same place"),
    }
    return words[meeting.clash] % {"a": meeting.first, "b": meeting.second}


@register.filter
def clash_tag(meeting: Meeting) -> str:
    """The CSS class of the tag of a pair of proposals."""
    return "is-good" if meeting.clash in (Clash.SAME, Clash.NONE) else "is-warn"


_GOOD = (Answer.ACCEPTED, Answer.ACCEPTED_IN_PRINCIPLE, Answer.ALREADY_COVERED)
_PLAIN = (Answer.NOTED, Answer.MERGED, Answer.WITHDRAWN, Answer.DEFERRED, Answer.OUT_OF_SCOPE)


@register.filter
def answer_tag(answer: Disposition) -> str:
    """The CSS class of the tag of an answer."""
    if answer.value in _GOOD:
        return "is-good"
    if answer.value == Answer.ACCEPTED_IN_PART:
        return "is-warn"
    return "is-plain" if answer.value in _PLAIN else "is-bad"


@register.filter
def placement_tag(status: str) -> str:
    """The CSS class of the tag of a placement."""
    tags = {
        Status.INTACT: "is-good",
        Status.MOVED: "is-moved",
        Status.SPLIT: "is-moved",
        Status.DELETED: "is-bad",
    }
    return tags.get(Status(status), "is-warn")


@register.filter
def outcome_words(outcome: Any) -> Any:
    """The words for an outcome."""
    return OUTCOME_LABELS[outcome]


@register.filter
def outcome_meaning(outcome: Any) -> Any:
    """What an outcome means, in a sentence."""
    return OUTCOME_MEANINGS[outcome]


@register.filter
def outcome_tag(outcome: Any) -> str:
    """The CSS class of the tag of an outcome."""
    return {Outcome.VERBATIM: "is-good", Outcome.MODIFIED: "is-warn"}.get(outcome, "is-plain")


@register.filter
def step_words(name: str) -> Any:
    """The words for a step on a round, as on its button."""
    return STEP_LABELS[name]


@register.filter
def phase_words(phase: Any) -> Any:
    """The words for a phase."""
    return PHASE_LABELS[phase]


@register.filter
def phase_tag(phase: str) -> str:
    """The CSS class of the tag of a phase."""
    return {"open": "is-good", "late": "is-warn", "cancelled": "is-bad"}.get(phase, "is-plain")


@register.filter
def count_in(pk: UUID, counts: dict[UUID, dict[str, int]]) -> dict[str, int]:
    """The counts of a round; zero if it has no comments."""
    return counts.get(pk, {"comments": 0, "answered": 0})
