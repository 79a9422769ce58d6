"""Shows runs of a redline: never by colour alone, every insertion and deletion is named for those who do not see it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext as _

from amendments.links import Link
from amendments.queries.showing.readings import Reading
from amendments.queries.showing.rows import Row
from amendments.queries.showing.runs import FootnoteMark, Run
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


@register.simple_tag
def rows(
    reading: Reading,
    name: str,
    some: Iterable[Row],
    links: Mapping[str, Sequence[Link]],
    near: Collection[str] | None = None,
) -> SafeString:
    """`{% rows reading "row.html" reading.changed links %}`: rows of the reading, each rendered once for all readers.

    `links` is what panels have for the provisions. Where `near` names the anchors of the rows that phones show, the
    others are marked as far.
    """
    pieces = (
        _rendered(
            reading,
            name,
            row,
            tuple(links.get(row.provision, ())),
            near is not None and row.anchor not in near,
        )
        for row in some
    )
    return SafeString("".join(pieces))


def _rendered(reading: Reading, name: str, row: Row, found: tuple[Link, ...], is_far: bool) -> SafeString:
    key = (name, row.anchor, found, is_far)
    if (piece := reading.html.get(key)) is None:
        context = {"reading": reading, "row": row, "found": found, "far": " is-far" if is_far else ""}
        piece = reading.html[key] = render_to_string(f"madda/amendments/{name}", context)
    return piece


@register.simple_tag
def part(reading: Reading, name: str) -> SafeString:
    """`{% part reading "contents_lines.html" %}`: what depends on the reading alone, rendered once."""
    if (piece := reading.html.get(name)) is None:
        piece = reading.html[name] = render_to_string(f"madda/amendments/{name}", {"reading": reading})
    return piece


@register.filter
def lookup(mapping: object, key: str) -> object:
    """`mapping|lookup:key`: what a panel has for a provision, nothing where it has none."""
    return mapping.get(key, ()) if isinstance(mapping, dict) else ()
