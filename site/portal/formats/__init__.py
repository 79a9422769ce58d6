"""How dates and times are printed in each language of the site, the same on every page.

Templates say `|date:"DATE_FORMAT"` and `|date:"DATETIME_FORMAT"`; what a language does not define here is Django's.
"""

from django.utils.translation import pgettext_lazy

# The names of the months inside a date. Django's Azerbaijani catalogue writes them with a capital, the language does
# not ("25 noyabr 2026"): named here, they get into the catalogues of the site, which are read first.
MONTHS_IN_DATES = (
    pgettext_lazy("alt. month", "January"),
    pgettext_lazy("alt. month", "February"),
    pgettext_lazy("alt. month", "March"),
    pgettext_lazy("alt. month", "April"),
    pgettext_lazy("alt. month", "May"),
    pgettext_lazy("alt. month", "June"),
    pgettext_lazy("alt. month", "July"),
    pgettext_lazy("alt. month", "August"),
    pgettext_lazy("alt. month", "September"),
    pgettext_lazy("alt. month", "October"),
    pgettext_lazy("alt. month", "November"),
    pgettext_lazy("alt. month", "December"),
)
