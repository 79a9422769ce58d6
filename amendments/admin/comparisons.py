"""Wagtail's comparison of two revisions by our redline: the words of fields, and the law as it stood at both times."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin import compare
from wagtail.admin.panels import Panel
from wagtail.fields import RichTextField
from wagtail.utils.text import text_from_html

from amendments.models import Amendment, Instrument, Version
from amendments.queries.showing.readings import redline_of
from amendments.redline.text_redline import diff_text
from amendments.templatetags.redline_runs import spans

_MOST_ROWS = 300


class RedlinedText(compare.TextFieldComparison):
    """Plain words, whole words marked and named."""

    def htmldiff(self) -> SafeString:
        """The redline of the two values."""
        before, after = (self.words(value or "") for value in (self.val_a, self.val_b))
        return format_html('<div class="madda-law is-plain">{}</div>', spans(diff_text(before, after)))

    def words(self, value: str) -> str:
        """What of a value is compared."""
        return value


class RedlinedRichText(RedlinedText):
    """The words of a rich text."""

    def words(self, value: str) -> str:
        """Without its markup."""
        return str(text_from_html(value))


class LawTextComparison:
    """The texts of the law at the times of two revisions: of each act the versions that were sealed last."""

    is_field = True
    is_child_relation = False

    def __init__(self, page: Any, request: Any, _before: Any, _after: Any) -> None:
        asked = request.resolver_match.kwargs
        readable = (
            page.text_versions().visible_to(request.user).select_related("instrument", "draft__amendment")
        )
        before, after = (
            _last_of_each_act(readable.filter(sealed_at__lte=_moment(page, asked[name])))
            for name in ("revision_id_a", "revision_id_b")
        )
        pairs = ((before[act], version) for act, version in after.items() if act in before)
        self.pairs = [(old, new) for old, new in pairs if old != new]

    def field_label(self) -> str:
        """The name of the row."""
        return str(_("Text of the law"))

    def has_changed(self) -> bool:
        """Whether another version was sealed in between."""
        return bool(self.pairs)

    def htmldiff(self) -> SafeString:
        """What changes in each act, below the headings under which it stands."""
        return format_html_join("", "{}", ((_comparison(old, new),) for old, new in self.pairs))


def _last_of_each_act(versions: Any) -> dict[int, Version]:
    return {row.instrument_id: row for row in versions.order_by("sealed_at", "number")}


def _comparison(before: Version, after: Version) -> SafeString:
    rows = redline_of(before, after).changed_in_context
    page: Any = after.page
    numbers = [version.number if version.page == page else 0 for version in (before, after)]
    context = {
        "rows": rows[:_MOST_ROWS],
        "more": len(rows) - _MOST_ROWS,
        "before": before,
        "after": after,
        "address": f"{page.url}compare/{numbers[0]}/{numbers[1]}/",
    }
    return render_to_string("madda/amendments/cms/law_comparison.html", context)


class LawTextPanel(Panel):
    """No field of the form: it adds the text of the law to the comparison of revisions."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one page."""

        def is_shown(self) -> bool:
            """Never in the form."""
            return False

        def get_comparison(self) -> list[Any]:
            """One row."""
            return [partial(LawTextComparison, self.instance, self.request)]


def register() -> None:
    """Make Wagtail compare texts by the redline, and show the law with the pages of the record."""
    for field in (models.CharField, models.TextField):
        compare.register_comparison_class(field, comparison_class=RedlinedText)
    compare.register_comparison_class(RichTextField, comparison_class=RedlinedRichText)
    for page in (Instrument, Amendment):
        page.content_panels = [*page.content_panels, LawTextPanel()]


def _moment(page: Any, revision: str) -> datetime:
    """When a revision was made, by the word or number in the address of the comparison."""
    revisions = page.revisions.order_by("created_at", "pk")
    if revision == "live":
        return timezone.now()
    if revision in {"earliest", "latest"}:
        found = revisions.first() if revision == "earliest" else revisions.last()
    else:
        found = revisions.get(pk=revision)  # Wagtail has found it before
    return found.created_at
