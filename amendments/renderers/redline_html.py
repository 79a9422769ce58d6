"""A redline as a fragment of HTML that stands alone: no colour without a word, nothing from another host."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from amendments.provisions.regions.printed_rows import grid
from amendments.redline.printed import PrintedProvision
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.redline.spans import within
from amendments.renderers.redline_json import summary
from amendments.renderers.redline_text import title
from amendments.renderers.unprintable import pictured

_STYLE = """<style>
.redline-text { white-space: pre-wrap; overflow-wrap: anywhere; }
.redline-text table { border-collapse: collapse; white-space: normal; }
.redline-text td { border: 1px solid #8a8a8a; padding: 0.25rem 0.5rem; vertical-align: top; }
.redline ins { text-decoration: underline; background: #dcf5e3; color: #10391d; }
.redline del { text-decoration: line-through; background: #fde2e1; color: #5c1210; }
.redline-change { border-inline-start: 0.25rem solid #5b5b5b; padding-inline-start: 0.75rem; }
.redline-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
</style>"""
_ELEMENTS = {Mark.DELETED: ("del", "deleted"), Mark.INSERTED: ("ins", "inserted")}


def as_html(provisions: Sequence[PrintedProvision], language: str) -> str:
    """The whole document with its changes, each under a heading, after a list of them to jump through."""
    changed = [k for k, provision in enumerate(provisions) if provision.change is not Change.UNCHANGED]
    lines = [
        '<section class="redline" lang="en" aria-label="Redline">',
        _STYLE,
        f"<p>{_counts(provisions)}</p>",
        *_contents(provisions, changed),
        *_provisions(provisions, language),
        "</section>",
    ]
    return "\n".join(lines) + "\n"


def _counts(provisions: Iterable[PrintedProvision]) -> str:
    counted = [f"{count} {change}" for change, count in summary(provisions).items() if count]
    return (", ".join(counted) or "Nothing to compare") + "."


def _contents(provisions: Sequence[PrintedProvision], changed: Iterable[int]) -> Iterator[str]:
    items = [f'<li><a href="#change-{k}">{_text(title(provisions[k]))}</a></li>' for k in changed]
    if items:
        yield '<nav aria-label="Changes"><ol>'
        yield from items
        yield "</ol></nav>"


def _provisions(provisions: Sequence[PrintedProvision], language: str) -> Iterator[str]:
    places = {(p.move, p.is_new_place): k for k, p in enumerate(provisions) if p.move is not None}
    lang = f' lang="{escape(language)}"' if language else ""
    for k, provision in enumerate(provisions):
        shown_as = _table if provision.is_in_table else _spans
        text = f'<div class="redline-text"{lang}>{shown_as(_shown(provision))}</div>'
        if provision.change is Change.UNCHANGED:
            yield text
            continue
        yield f'<article class="redline-change redline-{provision.change}" id="change-{k}">'
        yield f"<p><strong>{_text(title(provision))}</strong></p>"
        if provision.move is not None:
            other = places[provision.move, not provision.is_new_place]
            words = "Moved from here" if provision.is_new_place else "Moved to here"
            yield f'<p><a href="#change-{other}">{words}</a></p>'
        yield text
        yield "</article>"


def _shown(provision: PrintedProvision) -> Iterable[Span]:
    return provision.inner if provision.move is not None and provision.is_new_place else provision.spans


def _table(spans: Iterable[Span]) -> str:
    """Rows and cells, for which spaces, bars and borders of the print give way."""
    spans = list(spans)
    rows = (
        "".join(f"<td>{'<br>'.join(_spans(within(spans, *place)) for place in cell)}</td>" for cell in row)
        for row in grid("".join(span.text for span in spans))
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _spans(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    if span.mark is Mark.KEPT:
        return _text(span.text)
    element, word = _ELEMENTS[span.mark]
    start = f'<span class="redline-hidden" lang="en">[{word} </span>'
    end = '<span class="redline-hidden">]</span>'
    return f"<{element}>{start}{_text(span.text)}{end}</{element}>"


def _text(text: str) -> str:
    return escape(pictured(text))
