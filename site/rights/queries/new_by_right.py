"""What came in since a moment, by right: comments that name one, and instructions whose words suggest one."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from amendments.models import Draft, Version
from amendments.permissions import holds
from amendments.work import Update
from consultations.models import Comment, Right
from consultations.queries.comments.provision_texts import words_of
from rights.powers import Power
from rights.queries.suggested_rights import suggested_rights
from rights.queries.tag_lists import new_instructions_of

MOST_RIGHTS, MOST_DRAFTS = 5, 2
MOST_SUGGESTED = 6  # rights of one draft


def new_by_right(user: Any, since: datetime) -> list[Update]:
    """For the Ombudsman's office, of what it may read. A bounded number of queries."""
    if not holds(user, Power.READ):
        return []
    return [*_comments(user, since), *_instructions(user, since)]


def _comments(user: Any, since: datetime) -> Iterator[Update]:
    """The rights that most of the new comments name."""
    new = Comment.objects.visible_to(user).sent().on_the_draft().filter(submitted_at__gt=since)
    named = Right.objects.filter(named_in__comment__in=new.values("pk"))
    counted: Any = named.annotate(
        count=Count("named_in__comment"), newest=Max("named_in__comment__submitted_at")
    )
    for right in counted.order_by("-count", "code")[:MOST_RIGHTS]:
        words = ngettext(
            "%(count)d new comment names %(code)s %(right)s",
            "%(count)d new comments name %(code)s %(right)s",
            right.count,
        )
        url = f"{reverse('consultations:list')}?{urlencode({'right': right.code})}"
        told = {"count": right.count, "code": right.code, "right": right}
        yield Update(right.newest, words % told, url)


def _instructions(user: Any, since: datetime) -> Iterator[Update]:
    """The instructions that no earlier draft has which the person may read, with the rights that their provisions suggest."""
    drafts: Any = Draft.objects.visible_to(user).annotate(opened=Max("releases__at")).filter(opened__gt=since)
    whole = drafts.select_related("amendment").prefetch_related("versions")
    for draft in whole.order_by("-opened")[:MOST_DRAFTS]:
        new = new_instructions_of(user, draft)
        touched = set(new.order_by().values_list("pk", "targets__provision"))
        count = len({pk for pk, _provision in touched})
        if count:
            words = ngettext(
                "%(count)d new instruction in %(draft)s", "%(count)d new instructions in %(draft)s", count
            )
            told = {"count": count, "draft": draft.label}
            url = f"{reverse('rights:instructions', args=[draft.pk])}?only=new"
            about = draft.amendment.shown_title
            detail = _suggested(draft, {provision for _pk, provision in touched if provision})
            yield Update(draft.opened, words % told, url, about, detail=detail)


def _suggested(draft: Draft, provisions: set[Any]) -> str:
    """The rights with the words of the draft that suggest each."""
    versions: list[Version] = list(draft.versions.all())
    found: dict[str, list[str]] = {}
    for text, language in words_of(versions, provisions):
        for one in suggested_rights(text, language):
            found.setdefault(one.right, []).extend(one.words)
    first = sorted(found, key=lambda code: (-len(found[code]), code))[:MOST_SUGGESTED]
    names = {row.code: str(row) for row in Right.objects.filter(code__in=first)} if first else {}
    told = "; ".join(_said(code, names[code], found[code]) for code in first if code in names)
    return _("Suggested rights: %(rights)s.") % {"rights": told} if told else ""


def _said(code: str, name: str, words: list[str]) -> str:
    quoted = ", ".join(f"“{each}”" for each in list(dict.fromkeys(words))[:2])
    return f"{code} {name} ({quoted})"
