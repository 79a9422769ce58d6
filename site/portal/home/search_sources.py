"""Lets people find the pages that they may open."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from amendments.models import Version
from amendments.queries.law.pages import concealed_pages, readable_pages
from amendments.signals import changed
from search.sources import PUBLIC, Entry, Text, act_key, refresh, register, register_reader, remove

_FIRST_DEPTH = 2  # depth 1 is Wagtail's own root


class PageSource:
    """Gives the search one entry for each live page."""

    name = "page"
    label = _("Pages")
    statuses: dict[str, str] = {}

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """The live pages with these keys."""
        which = Q() if ids is None else Q(pk__in=[int(pk) for pk in ids])
        public = set(_readable(AnonymousUser()).filter(which).values_list("pk", flat=True))
        pages = Page.objects.live().filter(which, depth__gte=_FIRST_DEPTH).select_related("locale")
        for page in pages.specific().iterator():
            yield _entry(page, is_public=page.pk in public)

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The pages that the person may open."""
        keys = {UUID(key.partition(".")[0]) for key in ids}
        rows = _readable(user or AnonymousUser()).filter(translation_key__in=keys)
        found = {_key(*row) for row in rows.values_list("translation_key", "locale__language_code")}
        return found.intersection(ids)


def _readable(user: Any) -> Any:
    """Live pages that the person may read: neither the legal record nor a restriction hides them."""
    return readable_pages(_open_pages(), user)


def _open_pages() -> Any:
    return Page.objects.live().public().filter(depth__gte=_FIRST_DEPTH)


def _entry(page: Any, *, is_public: bool) -> Entry:
    # acts have a number, amendments a summary
    words = (getattr(page, "number", ""), page.search_description, getattr(page, "summary", ""))
    language = getattr(page, "language", "") or page.locale.language_code  # an act has a language of its own
    return Entry(
        id=_key(page.translation_key, page.locale.language_code),
        object_id=str(page.pk),
        url=_address(page),
        texts=(Text(language, page.title, "\n".join(filter(None, words))),),
        audience=frozenset({PUBLIC if is_public else _token(page.pk)}),
        cite=(act_key(page.number),) if getattr(page, "number", "") else (),
        instrument=getattr(page, "number", ""),
        instrument_title=page.title if hasattr(page, "number") else "",
        date=localdate(page.first_published_at) if page.first_published_at else None,
    )


def _key(translation_key: UUID, language: str) -> str:
    """The name of a page in addresses; the numbers of pages count those that are hidden."""
    return f"{translation_key}.{language}"


def _address(page: Any) -> str:
    """The address without a language prefix. The site leads each reader to the page in their own language."""
    _site, _root, path = page.get_url_parts() or (0, "", "/")
    prefix, _slash, rest = (path or "/").lstrip("/").partition("/")
    return f"/{rest}" if prefix in dict(settings.LANGUAGES) else path or "/"


def _token(page: object) -> str:
    return f"page:{page}"


def readable_only_by_some(user: Any) -> list[str]:
    """A token for each page that the person may open and the public may not."""
    if user is None or not user.is_authenticated:
        return []
    hidden = set(concealed_pages(AnonymousUser()))
    if not hidden:
        return []
    opened = _open_pages().filter(pk__in=hidden.difference(concealed_pages(user)))
    return [_token(pk) for pk in opened.values_list("pk", flat=True)]


def follow(kind: str, ids: Collection[object], **_: object) -> None:
    """Index pages after a release, which may open an act or an amendment with the pages below, or a new amendment."""
    if kind == "amendments.version":
        versions = Version.objects.filter(pk__in=[str(pk) for pk in ids])
        _refresh_below(
            {pk for pair in versions.values_list("instrument", "draft__amendment") for pk in pair if pk}
        )
    elif kind == "amendments.amendment":
        _refresh_below({int(str(pk)) for pk in ids})


def _refresh_below(pages: Iterable[int]) -> None:
    rule = Q(pk__in=[])
    for path in Page.objects.filter(pk__in=list(pages)).values_list("path", flat=True):
        rule |= Q(path__startswith=path)
    refresh("page", list(Page.objects.filter(rule).values_list("pk", flat=True)))


def follow_page(instance: Any, **_: object) -> None:
    """Index a page that was published, unpublished or moved, and the pages below it."""
    _refresh_below({instance.pk})


def follow_restriction(instance: PageViewRestriction, **_: object) -> None:
    """Index the pages below a restriction that was added or removed."""
    _refresh_below({instance.page_id})


def forget_page(sender: Any, instance: Any, **_: object) -> None:
    """Remove a deleted page from the index."""
    if issubclass(sender, Page):
        remove("page", [instance.pk])


register(PageSource())
register_reader(readable_only_by_some)
changed.connect(follow, dispatch_uid="portal.home.search_sources")
for told in (page_published, page_unpublished, post_page_move):
    told.connect(follow_page, dispatch_uid="portal.home.search_sources")
for signal in (post_save, post_delete):
    signal.connect(
        follow_restriction, sender=PageViewRestriction, dispatch_uid="portal.home.search_sources.restriction"
    )
post_delete.connect(forget_page, dispatch_uid="portal.home.search_sources")
