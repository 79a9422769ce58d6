"""Which pages of the tree a person may know of: all of them, without the acts and amendments they may not read."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page

from amendments.models import Amendment, Instrument
from amendments.queries.acts import visible_amendments, visible_instruments


def readable_pages(pages: Any, user: Any) -> Any:
    """Of these pages, without the acts and amendments of which the person may read nothing, and what is below them."""
    hidden = Page.objects.filter(
        Q(pk__in=Amendment.objects.exclude(pk__in=visible_amendments(user).values("pk")).values("pk"))
        | Q(pk__in=Instrument.objects.exclude(pk__in=visible_instruments(user).values("pk")).values("pk"))
    )
    here = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    concealed = Page.objects.filter(Exists(hidden.annotate(here=here).filter(here__startswith=F("path"))))
    # Wagtail's search understands no other shape; its reports nest what they get deeper than SQLite can read.
    return pages.exclude(pk__in=list(concealed.values_list("pk", flat=True)))
