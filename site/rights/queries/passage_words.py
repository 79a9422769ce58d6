"""The words of a passage in several texts, which are compared with each other."""

from collections.abc import Iterable
from typing import Any

from amendments.models import Version
from consultations.queries.comments.provision_parts import compared_words, words_in
from consultations.queries.comments.provision_texts import Wordings
from rights.models import IssueAnchor


def passage_words(texts: Wordings, anchor: IssueAnchor, places: Iterable[tuple[Version, Any]]) -> list[str]:
    """The words where a passage stands in each text, by the version and the key of the provision there.

    Without chosen words the passage is the whole provision. So it is where the chosen words left the own words of a provision with
    points: they may stand in these now. Chosen words that stand in another provision, as they are, are compared alone: what stood
    beside them stays where it was.
    """
    places = list(places)
    whole = compared_words(texts, places)
    if not anchor.quote:
        return whole
    own = [words_in(texts, version, key, anchor.field) for version, key in places]
    if len({str(key) for _version, key in places}) > 1 and all(anchor.quote in words for words in own):
        return [anchor.quote for _place in places]
    has_left = any(words and anchor.quote not in words for words in own)
    return whole if has_left and anchor.field != "heading" else own
