"""Comments that left in the file of a redline and come back with it: what of their words is new.

The answer depends only on what the person may read now. Of every other code it tells nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from amendments.models import Amendment
from amendments.provisions.hidden import UNSEEN
from consultations.models import Comment
from consultations.queries.comments.remarks import heading, proposal_heading

_CODE = re.compile(rf"{Comment.MARK}-[0-9A-Z]+\b")


def rest_of(user: Any, amendment: Amendment, texts: Sequence[str]) -> Mapping[str, str | None]:
    """By each text in which a line begins with a code its lines that are not on record; None where it is not read.

    It is read only where the person may read the comment of each of its codes as it was sent. Any other code gives the
    same answer, whether there is such a comment or not and whatever stands beneath it.
    """
    codes = {text: found for text in texts if (found := _codes(text))}
    wanted = set(chain.from_iterable(codes.values()))
    readable = _comments(user, amendment, wanted)
    public = _comments(AnonymousUser(), amendment, readable)
    return {
        text: _rest(text, [readable[code] for code in found], public)
        if readable.keys() >= set(found)
        else None
        for text, found in codes.items()
    }


def _codes(text: str) -> list[str]:
    """Each code at the beginning of a line."""
    found = (_CODE.match(_plain(line)) for line in text.splitlines())
    return list(dict.fromkeys(code[0] for code in found if code))


def _comments(user: Any, amendment: Amendment, codes: Iterable[str]) -> dict[str, Comment]:
    """Those that stand and of which the person may read all words."""
    readable = Comment.objects.visible_to(user).sent()
    found = readable.filter(
        reference__in=codes,
        submission__round__draft__amendment=amendment,
        shown_rationale=None,
        shown_proposed_text=None,
    )
    return {comment.reference: comment for comment in found}


def _rest(text: str, comments: Sequence[Comment], public: Mapping[str, Comment]) -> str | None:
    """What a line says twice is on record once. None where the words of a comment that is not public were changed."""
    lines = Counter(map(_plain, text.splitlines()))
    closed = [comment for comment in comments if comment.reference not in public]
    if any(Counter(_words(comment)) - lines for comment in closed):
        return None
    known = Counter(line for comment in comments for line in (*_headings(comment), *_words(comment)))
    rest = []
    for line in text.splitlines():
        if known[_plain(line)]:
            known[_plain(line)] -= 1
        elif _plain(line):
            rest.append(line)
    words, code = "\n".join(rest).strip(), comments[0].reference
    return words if not words or words.startswith(code) else f"{code}: {words}"


def _headings(comment: Comment) -> set[str]:
    """What the file may have said before its words, in any language."""
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {_plain(heading(comment)), _plain(proposal_heading())}
    return found


def _words(comment: Comment) -> Iterator[str]:
    lines = (*comment.rationale.splitlines(), *comment.proposed_text.splitlines())
    return filter(None, map(_plain, lines))


def _plain(line: str) -> str:
    return " ".join(UNSEEN.sub("", line).split())
