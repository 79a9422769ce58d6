"""States that are named beside an act: of two codes with one name, they tell which is meant."""

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from search.query.cited import Phrase

_LETTERS = 5
_STATES = (  # what the words for a state and for what is of it begin with
    "azerb азерб ar ар",
    "russi rusiy росси rf рф",
    "kazak qazax казах рк",
    "georg gurcu грузи",
    "turki turke turec турец турци",
    "ukrai ukray украи",
    "belar белар белор рб",
    "uzbek ozbek узбек",
    "kyrgy qirgi кыргы кирги",
    "armen ermen армен армян",
    "moldo молдо молда",
    "canad kanad канад",
    "germa alman герма",
    "frenc franc frans франц",
    "iran irani иран иранс",
    "kenya keniy кения кении кений",
    "tanza танза",
    "ugand уганд",
    "irela irlan irish ирлан",
    "india индии индия индий",
    "singa sinqa синга",
    "polan polsa польш польс",
    "lithu litva литва литвы литов",
    "latvi latvi латви",
    "eston эстон",
    "tajik tacik таджи",
    "turkm туркм",
    "china chine китай китая",
    "japan yapon япони японс",
    "itali итали",
    "spain spani ispan испан",
)
_STATE_OF = {beginning: state for state, line in enumerate(_STATES) for beginning in line.split()}


def states_in(words: Iterable[str]) -> set[int]:
    """The states that folded words are for, of those that are known."""
    return {_STATE_OF[word[:_LETTERS]] for word in words if word[:_LETTERS] in _STATE_OF}


def states_beside(
    run: Phrase, is_noun: Callable[[str], bool], is_of_title: Callable[[str], bool]
) -> Iterator[int]:
    """The states of "Kazakh Family Code" and "Family Code of Kazakhstan": between them stand words of titles alone."""
    for place, word in enumerate(run):
        for words in (run[:place][::-1], run[place + 1 :]) if is_noun(word) else ():
            yield from states_in(words[: len(list(takewhile(is_of_title, words))) + 1])
