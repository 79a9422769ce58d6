"""Links to the pages of a list. A page with several lists gives each a parameter of its own."""

from typing import Any

from django import template
from django.core.paginator import Page

register = template.Library()


@register.simple_tag(takes_context=True)
def page_link(context: dict[str, Any], rows: Page[Any], number: int) -> str:
    """The present address with another page of a list; of a list that has a name, back to where it stands."""
    name = getattr(rows.paginator, "name", "")
    query = context["request"].GET.copy()
    query[name or "page"] = str(number)
    return f"?{query.urlencode()}#{name}" if name else f"?{query.urlencode()}"
