"""The texts on which the Ombudsman's office works."""

from typing import Any

from django.db.models import Q

from amendments.audiences import DRAFTING_BODY
from amendments.models import Release, Version
from amendments.models.visibility import VersionQuerySet


def office_texts(user: Any) -> VersionQuerySet[Version]:
    """The texts that the person may read and that left their drafting body, which all of the office may read.

    Somebody of the office who also drafts reads drafts of the own body besides. The office neither answers on these nor asks
    about them: what it says of an issue stands on texts that everybody in it can read (ADR 36).
    """
    beyond = Release.objects.exclude(audience=DRAFTING_BODY).order_by()
    drafts, laws = (beyond.filter(**{f"{text}__isnull": False}).values(text) for text in ("draft", "version"))
    return Version.objects.visible_to(user).filter(Q(draft__in=drafts) | Q(pk__in=laws))
