"""Which followed texts nobody has answered yet: the rule that issues and rows of the concordance share."""

from typing import Any, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from amendments.models import Version
from amendments.states import State

FAILED = (State.WITHDRAWN, State.REJECTED)  # no text of the amendment becomes law
OVER = (State.IN_FORCE, *FAILED)
Texts = TypeVar("Texts", bound=models.QuerySet[Any])


def failed(version: Version) -> bool:
    """Whether a text is a draft of an amendment that was withdrawn or rejected. Read it with its amendment."""
    return version.draft is not None and version.draft.amendment.state in FAILED


def unanswered(
    texts: Texts, answers: models.QuerySet[Any], owner: str, is_answered: Q | None = None
) -> Texts:
    """The texts without an answer. `owner` is the key that texts and answers share.

    `is_answered` says which ones have an answer; else it counts for every later text with the same words. Whoever has answered
    a later draft of the same amendment, or a later text of the law, is not asked about an earlier one: a draft on an older law
    becomes no law before it is moved to the new one and sealed again. Nobody is asked about drafts of an amendment that is over.
    """
    own = {owner: OuterRef(owner)}
    if is_answered is None:
        is_answered = Q(Exists(same_words(answers, owner)))
    beyond = answers.filter(
        Q(version__draft=None) | Q(version__draft__amendment=OuterRef("version__draft__amendment")),
        **own,
        version__sealed_at__gt=OuterRef("version__sealed_at"),
    )
    is_over = Q(version__draft__isnull=False, version__draft__amendment__state__in=OVER)
    never = ~Q(**{f"{owner}__in": answers.order_by().values(owner)})  # cheap to tell, and true of most
    return texts.filter(~is_over).filter(never | Q(~is_answered, ~Q(Exists(beyond))))


def same_words(answers: models.QuerySet[Any], owner: str) -> models.QuerySet[Any]:
    """The answers on the text itself or on earlier ones with its words, for a query of texts."""
    own = {owner: OuterRef(owner)}
    return answers.filter(
        **own, text_hash=OuterRef("text_hash"), version__sealed_at__lte=OuterRef("version__sealed_at")
    )
