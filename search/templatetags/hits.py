"""What stands on a page of hits hundreds of times, written without a template for each: that took most of the page."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html

from search.queries.facets import Choice
from search.query.highlight import Passage

register = template.Library()
_ITEM = '<li><a href="?{}"><span>{}</span> <span class="count">{}</span></a></li>'
_CHOSEN = _ITEM.replace('"><', '" aria-current="true"><', 1)


@register.simple_tag
def marked(passage: Passage) -> str:
    """A passage with its marks."""
    said = ("<mark>{}</mark>" if piece.is_marked else "{}" for piece in passage.pieces)
    return format_html("".join(said), *(piece.text for piece in passage.pieces))


@register.simple_tag
def facet_choices(choices: Iterable[Choice]) -> str:
    """The values of a facet, each with its number and the address that turns it on or off."""
    shown = [(choice, f"≈ {choice.number}" if choice.is_about else str(choice.number)) for choice in choices]
    said = "\n".join(_CHOSEN if choice.is_chosen else _ITEM for choice, _ in shown)
    return format_html(
        said, *(part for choice, number in shown for part in (choice.address, choice.label, number))
    )
