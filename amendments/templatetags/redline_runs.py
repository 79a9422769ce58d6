"""Shows runs of a redline: never by colour alone, every insertion and deletion is named for those who do not see it."""

from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _

from amendments.queries.runs import FootnoteMark, Run
from amendments.redline.one_base import Piece
from amendments.redline.provision_redline import Mark, Span

register = template.Library()


@register.simple_tag
def spans(runs: Iterable[Run], move: str = "") -> SafeString:
    """`{% spans row.heading row.move %}`: the runs with `<ins>`, `<del>` and footnote marks.

    `move` says that what is kept went "away" from this place or came "here".
    """
    return format_html_join("", "{}", ((_run(run, move),) for run in runs))


def _run(run: Run, move: str) -> SafeString:
    if isinstance(run, FootnoteMark):
        return _footnote(run)
    if run.mark is Mark.INSERTED:
        return _named("ins", _("inserted"), run)
    if run.mark is Mark.DELETED:
        return _named("del", _("deleted"), run)
    if move == "here":
        return _named("ins", _("moved here"), run, format_html(' class="{}"', "moved"))
    if move == "away":
        return _named("del", _("moved away"), run, format_html(' class="{}"', "moved"))
    return conditional_escape(run.text)


def _named(name: str, words: str, run: Span, classes: SafeString | str = "") -> SafeString:
    hidden = format_html('<span class="visually-hidden" lang="{}">[{} </span>', get_language(), words)
    end = format_html('<span class="{}">]</span>', "visually-hidden")
    return format_html("<{}{}>{}{}{}</{}>", name, classes, hidden, run.text, end, name)


def _footnote(mark: FootnoteMark) -> SafeString:
    if not mark.anchor:
        return format_html('<sup class="footnote">{}</sup>', mark.number)
    return format_html(
        '<sup class="footnote"><a href="#{}"><span class="visually-hidden">{} </span>{}</a></sup>',
        mark.anchor,
        _("footnote"),
        mark.number,
    )


@register.simple_tag
def pieces(items: tuple[Piece, ...]) -> SafeString:
    """`{% pieces row.pieces %}`: several wordings on one base, each with a letter, a pattern and a colour."""
    return format_html_join("", "{}", ((_piece(item),) for item in items))


def _piece(item: Piece) -> SafeString | str:
    if item.mark is Mark.KEPT:
        return item.text
    letters = ", ".join(item.labels)
    if item.mark is Mark.DELETED:
        hidden = _("[deleted by %(letters)s] ") % {"letters": letters}
        return format_html('<del><span class="visually-hidden">{}</span>{}</del>', hidden, item.text)
    hidden = _("[inserted by %(letters)s] ") % {"letters": letters}
    return format_html(
        ' <span class="proposal-label is-{0}" aria-hidden="true">{1}</span> '
        '<ins class="proposal is-{0}"><span class="visually-hidden">{2}</span>{3}</ins>',
        item.labels[0].lower(),
        letters,
        hidden,
        item.text,
    )


@register.filter
def lookup(mapping: object, key: str) -> object:
    """`mapping|lookup:key`: what a panel has for a provision, nothing where it has none."""
    return mapping.get(key, ()) if isinstance(mapping, dict) else ()
