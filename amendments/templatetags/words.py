"""`{{ finding.message|say }}`: what the core says, in the reader's language; `{{ change.at|moment }}`: when, as a file says it.

`{{ version|title_in_text }}`: what the act is called in this text;
`{{ change.author|names }}`: the people who wrote a change; `{{ change.new|cells }}`: words with bars between cells of tables.
"""

from django import template

from amendments.queries.drafting.marked_files import moment_of
from amendments.queries.law.act_titles import shown_title_in
from amendments.text.cells import in_field
from amendments.text.name_rows import names_in_a_row
from amendments.text.saying import say

register = template.Library()
register.filter(say)
register.filter("moment", moment_of)
register.filter("title_in_text", shown_title_in)
register.filter("names", names_in_a_row)
register.filter("cells", in_field)
