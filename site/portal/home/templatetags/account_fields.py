"""Adapts the form fields of allauth."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def without_placeholder(field: BoundField) -> SafeString:
    """Render the control without a placeholder. allauth repeats the label there, and it vanishes at the first key."""
    return field.as_widget(attrs={"placeholder": ""})
