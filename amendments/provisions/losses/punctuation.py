"""Looks at how the points of a list end."""

from collections.abc import Iterator, Sequence

from amendments.provisions.losses.codes import END_PUNCTUATION
from amendments.provisions.messages import Message, message as _
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.scheme import Finding

_ENDINGS = (".", ";", ",", ":")


def check_punctuation(siblings: Sequence[Pending]) -> Iterator[Finding]:
    """Every point but the last ends as most of them do: with a semicolon or a full stop."""
    ended = [
        (provision.number, provision.paragraphs[-1][-1:], provision)
        for provision in siblings
        if provision.paragraphs and not provision.repealed
    ]
    for place, said in uneven_ends([(number, ending) for number, ending, _provision in ended]):
        yield Finding(ended[place][2].line, END_PUNCTUATION, said)


def uneven_ends(ended: Sequence[tuple[str, str]], law: Sequence[str] = ()) -> Iterator[tuple[int, Message]]:
    """Of a list, each a number and the last sign, the places of those that end otherwise than the rest.

    `law` are the signs of the list in the text in force, where a draft changes a few: a list of two has no rest.
    """
    usual = _usual(law) or _usual([ending for __, ending in ended])
    if not usual or not ended:
        return
    for place, (number, ending) in enumerate(ended[:-1]):
        if ending not in {usual, ":"}:
            said = _(
                "%(number)s ends with “%(ending)s”, the rest of its list with “%(usual)s”.",
                number=number,
                ending=ending,
                usual=usual,
            )
            yield place, said
    number, ending = ended[-1]
    if ending not in _ENDINGS or (law[-1:] == ["."] and ending in ";,"):
        yield len(ended) - 1, _("%(number)s ends without a full stop.", number=number)


def _usual(endings: Sequence[str]) -> str:
    """The sign with which most points of a list end, except the last one; "" where most end with no sign of a list."""
    inner = [ending for ending in endings[:-1] if ending in {".", ";"}]
    return max(";", ".", key=inner.count) if inner and len(inner) * 2 > len(endings) - 1 else ""
