"""Pages that show one version against another."""

from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from amendments.models import Amendment, Instrument
from amendments.queries.readings import redline_of
from amendments.views.texts import links_of, visible_version


class Display(TextChoices):
    """How a redline is laid out."""

    INLINE = "inline", _("Inline")
    SIDE = "side", _("Side by side")
    TABLE = "table", _("Table")
    CHANGED = "changed", _("Changed only")


def redline(request: HttpRequest, page: Amendment, number: int) -> HttpResponse:
    """A draft against the text that it amends."""
    version = visible_version(request, page, number)
    if version.parent is None:
        raise LookupError(f"draft {version.pk} has no base")  # the seal writes one with every draft
    return _show(request, page, {"before": version.parent, "after": version})


def compare(request: HttpRequest, page: Instrument | Amendment, old: int, new: int) -> HttpResponse:
    """Any two versions of an act or of an amendment; draft 0 is the base."""
    after = visible_version(request, page, new)
    if isinstance(page, Amendment) and old == 0:
        return redline(request, page, new)
    return _show(request, page, {"before": visible_version(request, page, old), "after": after})


def choose(request: HttpRequest, page: Instrument | Amendment) -> HttpResponse:
    """Go to the pair that the form names."""
    numbers = [request.GET.get(name, "") for name in ("old", "new")]
    if not all(number.isdecimal() for number in numbers):
        return redirect(page.url)
    return redirect(f"{page.url}compare/{numbers[0]}/{numbers[1]}/")


def _show(request: HttpRequest, page: Instrument | Amendment, versions: dict[str, object]) -> HttpResponse:
    chosen = request.GET.get("view", Display.INLINE)
    display = Display(chosen) if chosen in Display.values else Display.INLINE
    reading = redline_of(versions["before"], versions["after"])  # type: ignore[arg-type] # both are versions
    context = {
        **versions,
        "page": page,
        "reading": reading,
        "display": display,
        "displays": Display.choices,
        "links": links_of(request, reading.after),
    }
    return render(request, f"amendments/redline_{_template(display)}.html", context)


def _template(display: Display) -> str:
    return {Display.SIDE: "side", Display.TABLE: "table"}.get(display, "inline")
