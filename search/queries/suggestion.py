"""What hits are shown for: the query with words that stand nowhere replaced by words that stand in the hits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.queries.cards import Card
from search.query.analysis import fold, tokens
from search.query.plan import Plan


def suggestion(text: str, plan: Plan, cards: Iterable[Card]) -> str:
    """The query in the words for which the cards are shown, "" where they are those that were typed.

    Only what is marked on cards that the reader sees is said, written as it stands there: it tells nothing that the
    hits do not. All words are of one language.
    """
    typed = [word for word in plan.wanted if word.meant]
    shown = list(cards) if typed else []
    found = {fold(word) for card in shown for word in _words(card)}
    # a word may stand in what is not public, of which the dictionary knows nothing
    doubtful = {word.exact: word.meant for word in typed if word.exact not in found}
    languages = dict.fromkeys(card.language for card in shown)
    better = next(filter(None, (_better(doubtful, shown, language) for language in languages)), {})
    if not better:
        return ""
    rest, last = [], 0
    for token in tokens(text):
        if token.word in better:
            rest += [text[last : token.start], better[token.word]]
            last = token.end
    return "".join((*rest, text[last:]))


def _better(doubtful: Mapping[str, Sequence[str]], cards: Iterable[Card], language: str) -> dict[str, str]:
    """The word of one language for each doubtful one of which one is seen."""
    seen: dict[str, str] = {}  # by folded form; the first card's writing counts
    for card in cards:
        if card.language == language:
            for word in _words(card):
                seen.setdefault(fold(word), _lower(word, language))
    found = {
        exact: next((seen[word] for word in meant if word in seen), "") for exact, meant in doubtful.items()
    }
    return {exact: word for exact, word in found.items() if word}


def _words(card: Card) -> Iterator[str]:
    """The marked words of a card."""
    for piece in (*card.heading.pieces, *card.body.pieces):
        if piece.is_marked:
            yield piece.text


def _lower(word: str, language: str) -> str:
    return (word.replace("I", "ı").replace("İ", "i") if language == "az" else word).lower()
