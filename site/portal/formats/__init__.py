"""The formats of dates and times in each language of the site, the same on every page.

Templates use `|date:"DATE_FORMAT"` and `|date:"DATETIME_FORMAT"`. Formats that are not defined here are Django's.
"""

from django.utils.translation import pgettext_lazy

# The names of the months inside a date. Azerbaijani writes them in small letters ("25 noyabr 2026"), but Django's
# catalogue has capitals. Named here, they get into the catalogues of the site, which are read first.
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
