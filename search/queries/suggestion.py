"""Did you mean: the query with words that stand nowhere replaced by words that stand in the hits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.queries.cards import Card
from search.query.analysis import fold, tokens
from search.query.plan import Plan

_ENDING = 3  # letters in which forms of a word differ
_STEM = 4  # letters of a word that is long enough to be corrected
_INFLECTED = ("az", "ru")


def suggestion(text: str, plan: Plan, cards: Iterable[Card]) -> str:
    """The query as it was likely meant, "" where nothing better is known.

    Only what is marked on cards that the reader sees is suggested, written as it stands there: a suggestion tells
    nothing that the hits do not. All words are of one language.
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


def _is_slip(typed: str, nearest: str, language: str) -> bool:
    """Whether the word is no other form of the nearest: within its stem something differs, though not its beginning."""
    if language not in _INFLECTED:
        return len(typed) > _STEM
    stem = typed[:-_ENDING]
    return len(stem) > _STEM and nearest[:1] == typed[:1] and not nearest.startswith(stem)


def _better(doubtful: Mapping[str, Sequence[str]], cards: Iterable[Card], language: str) -> dict[str, str]:
    """A better word of one language for each doubtful one; nothing where one of them has none."""
    seen: dict[str, str] = {}  # by folded form; the first card's writing counts
    for card in cards:
        if card.language == language:
            for word in _words(card):
                seen.setdefault(fold(word), _lower(word, language))
    if not all(_is_slip(exact, meant[0], language) for exact, meant in doubtful.items()):
        return {}
    better = {
        exact: next((seen[word] for word in meant if word in seen), "") for exact, meant in doubtful.items()
    }
    return better if all(better.values()) else {}


def _words(card: Card) -> Iterator[str]:
    """The marked words of a card."""
    for piece in (*card.heading.pieces, *card.body.pieces):
        if piece.is_marked:
            yield piece.text


def _lower(word: str, language: str) -> str:
    return (word.replace("I", "ı").replace("İ", "i") if language == "az" else word).lower()
