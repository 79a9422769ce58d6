"""Looks at how the points of a list end."""

from collections.abc import Iterator, Sequence

from amendments.provisions.losses.codes import END_PUNCTUATION
from amendments.provisions.messages import message as _
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.scheme import Finding

_ENDINGS = (".", ";", ",", ":")


def check_punctuation(siblings: Sequence[Pending]) -> Iterator[Finding]:
    """Every point but the last ends as most of them do: with a semicolon or a full stop."""
    ended = [
        (provision, provision.paragraphs[-1][-1:])
        for provision in siblings
        if provision.paragraphs and not provision.repealed
    ]
    inner = [ending for __, ending in ended[:-1] if ending in {".", ";"}]
    if len(inner) * 2 <= len(ended) - 1 or not inner:
        return
    usual = max(";", ".", key=inner.count)
    for provision, ending in ended[:-1]:
        if ending not in {usual, ":"}:
            said = _(
                "%(number)s ends with “%(ending)s”, the rest of its list with “%(usual)s”.",
                number=provision.number,
                ending=ending,
                usual=usual,
            )
            yield Finding(provision.line, END_PUNCTUATION, said)
    last, ending = ended[-1]
    if ending not in _ENDINGS:
        said = _("%(number)s ends without a full stop.", number=last.number)
        yield Finding(last.line, END_PUNCTUATION, said)
