"""How the forms of allauth become ours."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def without_placeholder(field: BoundField) -> SafeString:
    """Render the control alone: allauth repeats the label inside the box, where it vanishes at the first key."""
    return field.as_widget(attrs={"placeholder": ""})
