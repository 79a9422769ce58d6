"""Shows spans of a redline: never by colour alone, every insertion and deletion is named for those who do not see it."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amendments.queries.readings import Row
from amendments.redline.redline import Change, Mark, Span

register = template.Library()


@register.simple_tag
def spans(runs: Iterable[Span], moved: bool = False) -> SafeString:
    """`{% spans row.heading %}`: the runs with `<ins>` and `<del>`."""
    return format_html_join("", "{}", ((_run(run, moved=moved),) for run in runs))


def _run(run: Span, *, moved: bool) -> SafeString | str:
    if run.mark is Mark.KEPT:
        return run.text
    name, words = ("ins", _("inserted")) if run.mark is Mark.INSERTED else ("del", _("deleted"))
    hidden = format_html('<span class="visually-hidden">[{} </span>', words)
    end = format_html('<span class="visually-hidden">]</span>')
    classes = format_html(' class="moved"') if moved else ""
    return format_html("<{}{}>{}{}{}</{}>", name, classes, hidden, run.text, end, name)


@register.filter
def is_moved(row: Row) -> bool:
    """Whether the row is one of the two places of a moved provision."""
    return row.change is Change.MOVED


@register.filter
def lookup(mapping: object, key: str) -> object:
    """`mapping|lookup:key`: what a panel has for a provision, nothing where it has none."""
    return mapping.get(key, ()) if isinstance(mapping, dict) else ()
