"""Comments that left in the file of a redline and come back with it: what of their words is new.

The answer depends only on what the person may read now. Of every other code it tells nothing.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from amendments.models import Amendment
from amendments.provisions.hidden import UNSEEN
from consultations.models import Comment
from consultations.models.keys import ALPHABET, DRAWN
from consultations.queries.comments.remarks import heading, proposal_heading

# As the heading of a remark begins, with a reference that was drawn or one of an earlier register
_HEADING = re.compile(rf"({Comment.MARK}-(?:[{ALPHABET}]{{{DRAWN}}}|[0-9]+))(?: · .*)?")
_WORD = re.compile(r"\w+")


def rest_of(user: Any, amendment: Amendment, texts: Sequence[str]) -> Mapping[str, str | None]:
    """By each text with the heading of a remark its lines that are not on record; None where it is not read.

    A text that names a code in another way is a note as it stands. A text with a heading is read only where the person
    may read the comment of each of its codes as it was sent. Any other code gives the same answer, whether there is such
    a comment or not and whatever stands beneath it.
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
    """The code of each heading; it may stand alone on its line."""
    found = (_HEADING.fullmatch(_plain(line)) for line in text.splitlines())
    return list(dict.fromkeys(code[1] for code in found if code))


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
    """What a line says twice is on record once. None where the words of a comment that is not public were changed or repeated."""
    lines = Counter(map(_plain, text.splitlines()))
    closed = [comment for comment in comments if comment.reference not in public]
    if any(Counter(_words(comment)) - lines for comment in closed):
        return None
    known = Counter(
        line
        for comment in comments
        for line in (comment.reference, *_headings(comment), *_proposal_headings(), *_words(comment))
    )
    rest = []
    for line in text.splitlines():
        if known[_plain(line)]:
            known[_plain(line)] -= 1
        elif _plain(line):
            rest.append(line)
    words, code = "\n".join(rest).strip(), comments[0].reference
    if any(_says(words, line) for comment in closed for line in (*_headings(comment), *_words(comment))):
        return None
    return words if not words or words.startswith(code) else f"{code}: {words}"


def _says(text: str, line: str) -> bool:
    """Whether a text has the words of a line, however they are spaced and marked."""
    words = f" {' '.join(_WORD.findall(line.casefold()))} "
    return bool(words.strip()) and words in f" {' '.join(_WORD.findall(text.casefold()))} "


def _headings(comment: Comment) -> set[str]:
    """The first line that the file may have had, in any language."""
    return _in_all_languages(lambda: heading(comment))


def _proposal_headings() -> set[str]:
    return _in_all_languages(proposal_heading)


def _in_all_languages(said: Callable[[], str]) -> set[str]:
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.add(_plain(said()))
    return found


def _words(comment: Comment) -> Iterator[str]:
    lines = (*comment.rationale.splitlines(), *comment.proposed_text.splitlines())
    return filter(None, map(_plain, lines))


def _plain(line: str) -> str:
    return " ".join(UNSEEN.sub("", line).split())
