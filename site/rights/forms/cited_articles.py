"""Asks about cited articles that the vocabulary does not name, before a form with them is saved."""

from collections.abc import Collection, Iterable

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from consultations.rules.benchmarks import TreatyArticle
from rights.queries.comparing.known_articles import unknown_articles

_MOST = 3  # articles that one message names


class CitingForm(forms.Form):
    """A form that cites articles. The vocabulary is no table of contents, so whoever knows better confirms the number."""

    asks_articles = False
    as_cited = forms.BooleanField(
        label=_("The articles are cited rightly, although the vocabulary does not name them."), required=False
    )

    def ask_about(self, name: str, cited: Iterable[TreatyArticle], standing: Collection[str] = ()) -> None:
        """Put an error on the field for articles that are unknown, new and not confirmed."""
        new = [one for one in cited if str(one) not in standing]
        unknown = [] if self.cleaned_data.get("as_cited") else unknown_articles(new)
        words = gettext(
            "%(article)s: the vocabulary does not name this article. Of %(treaty)s it names %(known)s. Correct the number, or confirm it."
        )
        for one in unknown[:_MOST]:
            told = {"article": one.cited, "treaty": one.cited.treaty, "known": ", ".join(one.known)}
            self.add_error(name, words % told)
        self.asks_articles = bool(unknown)

    @property
    def shows_as_cited(self) -> bool:
        """Whether the box to confirm is shown: once it was asked for, or is ticked."""
        return self.asks_articles or bool(self["as_cited"].value())
