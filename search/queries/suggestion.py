"""Did you mean: the query with words that stand nowhere replaced by words that stand in the hits."""

from collections.abc import Iterable

from search.queries.cards import Card
from search.query.analysis import fold, tokens
from search.query.plan import Plan


def suggestion(text: str, plan: Plan, cards: Iterable[Card]) -> str:
    """The query as it was likely meant, "" where nothing better is known.

    Only what is marked on cards that the reader sees is suggested, written as it stands there: a suggestion tells
    nothing that the hits do not.
    """
    seen = _marked(cards) if any(word.meant for word in plan.words) else {}
    # a word may stand in what is not public, of which the dictionary knows nothing
    doubtful = {word.exact: word.meant for word in plan.words if word.meant and word.exact not in seen}
    if not doubtful:
        return ""
    better = {
        exact: next((seen[word] for word in meant if word in seen), "") for exact, meant in doubtful.items()
    }
    if not all(better.values()):
        return ""
    rest, last = [], 0
    for token in tokens(text):
        if token.word in better:
            rest += [text[last : token.start], better[token.word]]
            last = token.end
    return "".join((*rest, text[last:]))


def _marked(cards: Iterable[Card]) -> dict[str, str]:
    """The marked words of cards, by their folded form; the first card's writing counts."""
    seen: dict[str, str] = {}
    for card in cards:
        for piece in (*card.heading.pieces, *card.body.pieces):
            if piece.is_marked:
                seen.setdefault(fold(piece.text), _lower(piece.text, card.language))
    return seen


def _lower(word: str, language: str) -> str:
    return (word.replace("I", "ı").replace("İ", "i") if language == "az" else word).lower()
