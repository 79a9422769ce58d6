"""Which drafts and versions a person may read: the one rule behind pages, lists, search, exports and the API."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from amendments.audiences import DRAFTING_BODY, PUBLIC, every_audience
from amendments.hooks import Audience
from amendments.permissions import NOBODY, amendments_where, holds, sections_of

Row = TypeVar("Row", bound=models.Model)


class DraftQuerySet(models.QuerySet[Row]):
    """Chainable reads of drafts."""

    def visible_to(self, user: Any) -> "DraftQuerySet[Row]":
        """Drafts that were released to an audience of the person, or that belong to the person's own body."""
        return self.filter(visible_drafts(user))


class VersionQuerySet(models.QuerySet[Row]):
    """Chainable reads of versions."""

    def visible_to(self, user: Any) -> "VersionQuerySet[Row]":
        """Consolidated texts by the same rule; the versions of a draft with the draft."""
        return self.filter(visible_versions(user))


def visible_drafts(user: Any) -> Q:
    """The rule for drafts, as a condition on `Draft`. The user object keeps it: a page asks for it some 25 times."""
    return _kept(user, "drafts", _drafts)


def visible_versions(user: Any) -> Q:
    """The rule for versions, as a condition on `Version`; nobody reads the text of a discarded act."""
    return _kept(user, "versions", _versions)


def _kept(user: Any, rows: str, rule: Callable[[Any], Q]) -> Q:
    if not user.is_authenticated:
        return rule(user)
    kept: dict[object, Q] = user.__dict__.setdefault("_madda_rules", {})
    key = rows, localdate()  # roles and offices hold for a day
    if key not in kept:
        kept[key] = rule(user)
    return kept[key]


def forget_rules(user: Any) -> None:
    """Forget the rules that the user object keeps, after an institution, an office or a right of the person changed."""
    user.__dict__.pop("_madda_rules", None)


def _drafts(user: Any) -> Q:
    rule = _released_to(user, "draft", lambda audience: audience.drafts_of(user))
    for path in sections_of(user):
        rule |= Q(amendment__path__startswith=path)
    return rule


def _versions(user: Any) -> Q:
    texts = _released_to(user, "version", lambda audience: audience.texts_of(user))
    for path in sections_of(user):
        texts |= Q(instrument__drafting_body__path=path)
    return (Q(draft=None, instrument__discarded_at=None) & texts) | Q(
        draft__in=_rows("Draft").filter(visible_drafts(user)).values("pk")
    )


def _released_to(user: Any, kind: str, reaches: Callable[[Audience], Q]) -> Q:
    """Rows of a kind ("draft" or "version") released to an audience of the person.

    The callers add those of the person's own sections, whatever was released.
    """
    releases = _rows("Release").filter(**{kind: OuterRef("pk")})
    if not user.is_authenticated or not user.is_active:
        return Q(Exists(releases.filter(audience=PUBLIC)))
    rule = _in_an_audience(releases, reaches)
    if holds(user, "amendments.read_released"):
        beyond = Q(Exists(releases.exclude(audience=DRAFTING_BODY)))
        where = _where(user, "amendments.read_released", kind)
        rule = rule | (beyond & where) if where else beyond
    if holds(user, "amendments.read_requested"):
        asked = _rows("ReleaseRequest").filter(**{kind: OuterRef("pk")})
        rule |= Q(Exists(asked)) & _where(user, "amendments.read_requested", kind)
    return rule


def _in_an_audience(releases: "models.QuerySet[models.Model]", reaches: Callable[[Audience], Q]) -> Q:
    """One condition for all audiences that hold the person as a whole, one for each that holds the person for some rows."""
    whole, rule = [PUBLIC], Q()
    for audience in every_audience():
        if audience.slug in (PUBLIC, DRAFTING_BODY):
            continue
        reach = reaches(audience)
        if not reach:
            whole.append(audience.slug)
        elif reach != NOBODY:
            rule |= Q(Exists(releases.filter(audience=audience.slug))) & reach
    return rule | Q(Exists(releases.filter(audience__in=whole)))


def _where(user: Any, power: str, kind: str) -> Q:
    """Rows of a kind that belong to the amendments on which a power counts. An imported text belongs to none."""
    condition = amendments_where(user, power)
    if not condition:
        return condition
    amendments = _rows("Amendment").filter(condition).values("pk")
    if kind == "draft":
        return Q(amendment__in=amendments)
    return Q(text_of=None) | Q(text_of__draft__amendment__in=amendments)


def _rows(model: str) -> models.Manager[Any]:
    """The rows of a model that uses these rules, named as in a relation."""
    return apps.get_model("amendments", model)._default_manager
