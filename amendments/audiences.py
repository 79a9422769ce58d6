"""The audiences of a release: everything that plugins and this app register, in the order in which it widens."""

from collections.abc import Hashable, Iterable
from functools import lru_cache, reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from amendments.errors import UnknownAudience
from amendments.hooks import AUDIENCES, Audience, collect
from amendments.permissions import NOBODY, sections_of

DRAFTING_BODY, PUBLIC = "drafting_body", "public"
LONGEST_AUDIENCE = 20


class DraftingBody:
    """The drafters of the own section."""

    slug = DRAFTING_BODY
    label = _("drafting body")
    explained = _("The drafters of the body that drafts this text.")
    width = 0

    def drafts_of(self, user: Any) -> Q:
        """Drafts of amendments in a section of the person."""
        return reduce(or_, (Q(amendment__path__startswith=path) for path in sections_of(user)), NOBODY)

    def texts_of(self, user: Any) -> Q:
        """Texts of acts of a section of the person."""
        return Q(instrument__drafting_body__path__in=sections_of(user))

    def obstacle(self, text: Any) -> str:
        """Nothing stands in the way."""
        return ""


class Everybody:
    """Whoever opens the site."""

    slug = PUBLIC
    label = _("public")
    explained = _("Everybody who opens the site, also without an account, and search engines.")
    width = 100

    def drafts_of(self, user: Any) -> Q:
        """All of them."""
        return Q()

    def texts_of(self, user: Any) -> Q:
        """All of them."""
        return Q()

    def obstacle(self, text: Any) -> str:
        """Nothing of its own: what the narrower audiences wait for, the public waits for too."""
        return ""


def every_audience() -> tuple[Audience, ...]:
    """The audiences of this site, the narrowest first."""
    return _ordered(tuple(hooks.get_hooks(AUDIENCES.name)))


@lru_cache(maxsize=32)
def _ordered(_hooks: Hashable) -> tuple[Audience, ...]:
    """Sorted once for the same hooks."""
    return tuple(sorted(collect(AUDIENCES), key=lambda audience: audience.width))


def audience_named(slug: str) -> Audience:
    """The audience; `UnknownAudience` where this site has none of this name."""
    for audience in every_audience():
        if audience.slug == slug:
            return audience
    raise UnknownAudience


def among(slugs: Iterable[str]) -> list[Audience]:
    """The audiences with these names, the narrowest first; those of a plugin that is gone are left out."""
    wanted = set(slugs)
    return [audience for audience in every_audience() if audience.slug in wanted]


def label_of(slug: str) -> str:
    """The audience in words; the name itself where the plugin that knew it is gone."""
    return next((str(audience.label) for audience in among([slug])), slug)


def explained(audience: Audience) -> str:
    """Who these people are, in a sentence; "" where the plugin of the audience does not say."""
    return str(getattr(audience, "explained", ""))


def obstacles(text: Any, audience: Audience) -> list[str]:
    """What still stands in the way of a release, in sentences for the person.

    A release widens step by step, so whatever a narrower audience waits for stands in the way of a wider one too.
    """
    narrower = (one for one in every_audience() if one.width <= audience.width)
    return list(dict.fromkeys(filter(None, (one.obstacle(text) for one in narrower))))
