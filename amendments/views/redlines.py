"""Pages that show one version against another."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _

from amendments.models import Amendment, Instrument, Version
from amendments.queries.readings import redline_of
from amendments.views.texts import has_discussion, links_of, visible_version


class Display(TextChoices):
    """How a redline is laid out."""

    INLINE = "inline", _("Inline")
    SIDE = "side", _("Side by side")
    TABLE = "table", _("Table")
    CHANGED = "changed", _("Changed only")


TEMPLATES = {
    Display.INLINE: "redline_inline.html",
    Display.SIDE: "redline_side.html",
    Display.TABLE: "redline_table.html",
    Display.CHANGED: "redline_inline.html",
}
PHONE = "Sec-CH-UA-Mobile"


@dataclass(frozen=True, slots=True)
class Pair:
    """The two versions of a page."""

    before: Version
    after: Version


def redline(request: HttpRequest, page: Amendment, number: int) -> HttpResponse:
    """A draft against the text that it amends."""
    version = visible_version(request, page, number)
    if version.parent is None:
        raise LookupError(f"draft {version.pk} has no base")  # the seal writes one with every draft
    return _show(request, page, Pair(version.parent, version))


def compare(request: HttpRequest, page: Instrument | Amendment, old: int, new: int) -> HttpResponse:
    """Any two versions of an act or of an amendment; draft 0 is the base."""
    after = visible_version(request, page, new)
    if isinstance(page, Amendment) and old == 0:
        return redline(request, page, new)
    return _show(request, page, Pair(visible_version(request, page, old), after))


def choose(request: HttpRequest, page: Instrument | Amendment) -> HttpResponse:
    """Go to the pair that the form names."""
    numbers = [request.GET.get(name, "") for name in ("old", "new")]
    if not all(number.isdecimal() for number in numbers):
        return redirect(page.url)
    return redirect(f"{page.url}compare/{numbers[0]}/{numbers[1]}/")


def _show(request: HttpRequest, page: Instrument | Amendment, pair: Pair) -> HttpResponse:
    display = _display(request)
    reading = redline_of(pair.before, pair.after)
    links = links_of(request, pair.after)
    context = {
        "page": page,
        "before": pair.before,
        "after": pair.after,
        "reading": reading,
        "display": display,
        "displays": Display.choices,
        "links": links,
        "has_discussion": has_discussion(links),
    }
    response = render(request, f"madda/amendments/{TEMPLATES[display]}", context)
    patch_vary_headers(response, [PHONE])
    return response


def _display(request: HttpRequest) -> Display:
    """The chosen display; on a phone that says so, only what changes, where nothing was chosen."""
    chosen = request.GET.get("view", "")
    if chosen in Display.values:
        return Display(chosen)
    return Display.CHANGED if request.headers.get(PHONE) == "?1" else Display.INLINE
