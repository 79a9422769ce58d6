"""`{{ finding.message|say }}`: what the core says, in the reader's language."""

from django import template

from amendments.text.saying import say

register = template.Library()
register.filter(say)
