"""What a person should know before a step to another state."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from amendments.hooks import STEP_WARNINGS, StepWarning, collect
from amendments.links import StepNotice
from amendments.models import Amendment, Version
from amendments.queries.way.steps import Way
from amendments.states import State


def warnings_before(amendment: Amendment, state: str) -> list[StepNotice]:
    """What the person should know before a step to this state."""
    warnings: list[StepWarning] = collect(STEP_WARNINGS)
    said = _not_public(amendment) if state == State.IN_FORCE else []
    return [*said, *(notice for warning in warnings for notice in warning.before(amendment, state))]


def _not_public(amendment: Amendment) -> list[StepNotice]:
    """The texts that would be law while everybody still reads the ones before them."""
    adopted = Way(amendment).adopted
    keys = [text.pk for text in adopted]
    public = set(Version.objects.visible_to(AnonymousUser()).filter(pk__in=keys).values_list("pk", flat=True))
    words = _(
        "%(text)s of %(act)s is not public: people would read that the law is in force, and not its text."
    )
    return [
        StepNotice(words % {"text": text.label, "act": text.instrument}, text.url)
        for text in adopted
        if text.pk not in public
    ]
