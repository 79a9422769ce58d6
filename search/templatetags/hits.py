"""What stands on a page of hits hundreds of times, written without a template for each: that took most of the page."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join

from search.queries.facets import Choice
from search.query.highlight import Passage

register = template.Library()
_CURRENT = format_html(' aria-current="{}"', "true")
_ITEM = '<li><a href="?{}"{}><span>{}</span> <span class="count">{}{}</span></a></li>'


@register.simple_tag
def marked(passage: Passage) -> str:
    """A passage with its marks."""
    said = ((piece.text, piece.is_marked) for piece in passage.pieces)
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if is_marked else text,) for text, is_marked in said)
    )


@register.simple_tag
def facet_choices(choices: Iterable[Choice]) -> str:
    """The values of a facet, each with its number and the address that turns it on or off."""
    return format_html_join("\n", _ITEM, map(_item, choices))


def _item(choice: Choice) -> tuple[str, str, object, str, int]:
    current, about = _CURRENT if choice.is_chosen else "", "≈ " if choice.is_about else ""
    return choice.address, current, choice.label, about, choice.number
