"""The question whether a text fixes an issue, in words."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from amendments.redline.provision_redline import Mark, Span
from rights.queries.issue_texts import IssueText, SinceAnswer
from rights.queries.names_of_texts import text_in_sentence


def asks(text: IssueText | None) -> str:
    """The question; "" where no text waits."""
    if text is None:
        return ""
    if text.version.is_draft:
        return _("Does the new text fix it?")
    return _("Does the final text fix it?")


def question_words(text: IssueText, called: Sequence[str]) -> str:
    """What the question adds: whether the words changed, and since when they are these.

    Of several provisions, whose names as raised are `called`, it is about the first one with other words.
    """
    name = text.names.in_sentence if text.version.is_draft else text_in_sentence
    since = text.since
    changes = since.changes if since is not None else ()
    at = next((at for at, spans in enumerate(changes) if any(map(_is_change, spans))), 0)
    named = {"provision": called[at], "text": name(text.version)}
    if text.passages[at].is_dropped:
        return _("%(provision)s is not in %(text)s.") % named
    if text.passages[at].is_gone:
        return _repealed(since, named)
    if since is None or not since.before:
        return _("%(provision)s has other words in %(text)s.") % named
    named["earlier"] = since.before
    if not since.is_changed:
        return _("%(provision)s in %(text)s equals %(earlier)s.") % named
    return _("%(provision)s has other words in %(text)s than in %(earlier)s.") % named


def _is_change(span: Span) -> bool:
    return span.mark is not Mark.KEPT


def _repealed(since: SinceAnswer | None, named: Mapping[str, str]) -> str:
    if since is None or not since.before or since.is_changed:
        return _("%(provision)s is repealed in %(text)s.") % named
    told = {**named, "earlier": since.before}
    return _("%(provision)s is repealed in %(text)s, as in %(earlier)s.") % told
