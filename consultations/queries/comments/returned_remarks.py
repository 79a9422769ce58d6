"""Comments that left in the file of a redline and come back with it: what of their words is new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.conf import settings
from django.utils.translation import override

from amendments.models import Amendment
from amendments.provisions.hidden import UNSEEN
from consultations.models import Comment
from consultations.queries.comments.remarks import heading, proposal_heading


def rest_of(amendment: Amendment, texts: Sequence[str]) -> Mapping[str, str]:
    """By each text that begins with the code of a comment on the amendment the lines that are not on record.

    Who may read the comment does not count: what is on record is never told anew.
    """
    codes = {text: text.split(maxsplit=1)[0] for text in texts if text.strip()}
    found = Comment.objects.filter(
        reference__in=codes.values(), submission__round__draft__amendment=amendment
    )
    comments = {comment.reference: comment for comment in found}
    return {text: _rest(text, comments[code]) for text, code in codes.items() if code in comments}


def _rest(text: str, comment: Comment) -> str:
    known = {_plain(line) for line in _known_lines(comment)}
    rest = [line for line in text.splitlines() if _plain(line) not in known]
    words = "\n".join(rest).strip()
    return words if not words or words.startswith(comment.reference) else f"{comment.reference}: {words}"


def _known_lines(comment: Comment) -> Iterator[str]:
    """What the file may have said of it, in any language, with words that were covered since."""
    yield ""
    for language, _name in settings.LANGUAGES:
        with override(language):
            yield from (heading(comment), proposal_heading())
    yield from _lines(
        [comment.rationale, comment.reasons_shown, comment.proposed_text, comment.proposal_shown]
    )


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from text.splitlines()


def _plain(line: str) -> str:
    return " ".join(UNSEEN.sub("", line).split())
