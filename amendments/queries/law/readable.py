"""One draft, text or amendment, if a person may read it.

What everybody may read is found first. The rule of `visible_to` gives the same answer, but its query takes ten times as
long to build (measured over the letters of the demo), and most texts that people are told of are public.
"""

from typing import Any

from amendments.audiences import PUBLIC
from amendments.models import Amendment, Draft, Version
from amendments.models.visibility import DraftQuerySet
from amendments.queries.law.acts import visible_amendments


def readable_draft(user: Any, key: Any) -> Draft | None:
    """The draft with its amendment."""
    return readable_among(Draft.objects.filter(pk=key), user)


def readable_among(drafts: DraftQuerySet[Draft], user: Any) -> Draft | None:
    """The first of these drafts that the person may read, with its amendment."""
    rows = drafts.select_related("amendment")
    return rows.filter(releases__audience=PUBLIC).first() or rows.visible_to(user).first()


def readable_text(user: Any, key: Any) -> Version | None:
    """The consolidated text with its act."""
    rows = Version.objects.select_related("instrument").filter(pk=key, draft=None)
    public = rows.filter(instrument__discarded_at=None, releases__audience=PUBLIC)
    return public.first() or rows.visible_to(user).first()


def readable_amendment(user: Any, key: Any) -> Amendment | None:
    """The amendment, of which the person may read a draft or which the own body drafts."""
    public = Amendment.objects.live().filter(pk=key, drafts__releases__audience=PUBLIC)
    return public.first() or visible_amendments(user).filter(pk=key).first()
